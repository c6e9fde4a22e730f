import numpy as np
import pytest

from data.demo.columns import Columns
from data.demo.days import DAY, MISSING, days_of
from data.demo.district import demo_district
from data.demo.reports import Reports
from data.demo.roads import changed, district_sections, limit_of, section_of
from data.demo.traffic import accidents
from data.periods import Quarter

SECTIONS = district_sections(1)


def _share_on_trial_sections(minute: int) -> float:
    """Return the share of many accidents in a trial municipality that lie on sections in the trial."""
    number = 200_000
    area = np.full(number, SECTIONS.area[SECTIONS.start != MISSING][0])
    section = section_of(np.random.default_rng(1), SECTIONS, area, np.full(number, minute, dtype=np.int32))
    return float(((section != MISSING) & (SECTIONS.start[section] != MISSING)).mean())


def test_a_lower_limit_leaves_85_of_100_accidents_on_the_section() -> None:
    before, after = (_share_on_trial_sections(int(minute)) for minute in (0, SECTIONS.start.max() * DAY))
    assert after / before == pytest.approx(0.85, abs=0.02)


def test_the_limit_changes_on_its_first_day() -> None:
    section = np.flatnonzero(SECTIONS.start != MISSING)[[0, 0, 0]].astype(np.int32)
    section[2] = MISSING
    first_minute = SECTIONS.start[section[0]] * DAY
    minutes = np.array([first_minute - 1, first_minute, first_minute], dtype=np.int32)
    assert changed(SECTIONS, section, minutes).tolist() == [False, True, False]
    assert limit_of(SECTIONS, section, minutes).tolist() == [50, 40, MISSING]


def test_an_accident_reported_after_midnight_stays_in_its_year() -> None:
    new_year = days_of(Quarter(2023, 1)).start * DAY
    area = np.zeros(500, dtype=np.int8)
    reports = Reports("uheld_materiel", Quarter(2023, 1), area, np.full(500, new_year + 5, dtype=np.int32), ())
    columns: Columns = accidents(np.random.default_rng(1), demo_district(1, 100), reports)
    assert columns["gerning_fra"].min() == new_year

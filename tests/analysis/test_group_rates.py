"""Victims against the inhabitants of their own group: rates from released counts and known population, nothing else."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from analysis import details
from analysis.answers import Breakdown
from analysis.bars import breakdown_bars
from analysis.character import breakdowns
from analysis.group_rates import without_population
from analysis.question import Question, SeriesName
from analysis.rate_bars import UNKNOWN_LEFT_OUT
from analysis.talk_sheet import TALK_AREA, talk_sheet
from analysis.talk_sheet_texts import NO_POPULATION, sheet_points
from data.attributes import AGE_BANDS
from data.incidents import incidents_path
from data.municipalities import DISTRICT, municipality_codes
from data.periods import Year
from data.publish import publish
from data.release import open_release
from data.statbank.importing import import_files
from tests.data.small_district import incident, load_district
from tests.data.statbank.exports import api_file, grid

SHOWN, FEW, ALSO_FEW = municipality_codes()[:3]
PEOPLE = 10  # of each single age and sex, in each municipality, on both days


def fraud() -> Iterator[dict[str, Any]]:
    """Return six victims of each age in most places, three in two of them, which are held back."""
    numbers = count()
    for place in municipality_codes():
        for age in AGE_BANDS:
            for step in range(3 if place in (FEW, ALSO_FEW) else 6):
                yield incident(
                    next(numbers), "databedrageri", "2025-05-05", place, offer_alder=age, offer_koen="km"[step % 2]
                )


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("KREDSBLIK_ROOM", raising=False)


EVERY_AGE = [str(age) for age in range(126)]


def population(tmp_path: Path, areas: tuple[str, ...] = municipality_codes(), ages: Sequence[str] = EVERY_AGE) -> None:
    rows = grid(areas, ["1", "2"], ages, ["2025K1", "2026K1"], value=PEOPLE)
    import_files([api_file(tmp_path / "folk1a.csv", rows, "OMRÅDE;KØN;ALDER;TID;INDHOLD")])


def told(place: str, attribute: str = "offer_alder") -> Breakdown:
    if not incidents_path().exists():
        load_district(fraud())
    publish()
    question = Question("digital", place, Year(2025), SeriesName.EXTRACT, "databedrageri")
    return next(each for each in breakdowns(open_release(), question) if each.attribute == attribute)


def test_a_rate_is_the_released_count_over_the_inhabitants_of_the_group(tmp_path: Path) -> None:
    population(tmp_path)
    found = told(SHOWN)
    assert dict(found.groups or ()) == {f"{band} år": 6 for band in AGE_BANDS}
    rates = [rate for rate in found.rates if rate]
    # 0-14: 15 ages, two sexes of 10: 300 people. 6 of 300 are 20 per 1,000; Garwood's limits of 6 are 2.202 and 13.06.
    assert (rates[0].value, rates[0].denominator) == (20, 300)
    assert (rates[0].low, rates[0].high) == pytest.approx((2.202 / 0.3, 13.059 / 0.3), abs=0.01)
    assert rates[1].denominator == 3 * 20 and rates[6].denominator == (125 - 79) * 20
    assert rates[0].date == "2025-01-01/2026-01-01"


def test_the_district_is_set_against_the_whole_district(tmp_path: Path) -> None:
    population(tmp_path)
    found = told(DISTRICT)
    assert found.rates[0] is not None and found.rates[0].denominator == 13 * 300
    assert found.rates[0].value == pytest.approx(1000 * (11 * 6 + 2 * 3) / 3900)


def test_what_is_held_back_has_no_rate(tmp_path: Path) -> None:
    population(tmp_path)
    found = told(FEW)
    assert (found.groups, found.rates) == (None, ())


def test_where_the_rates_are_nothing_is_said_to_be_missing(tmp_path: Path) -> None:
    population(tmp_path)
    assert without_population([told(SHOWN)]) == ()


def test_sex_is_set_against_that_sex(tmp_path: Path) -> None:
    population(tmp_path)
    found = told(SHOWN, "offer_koen")
    assert [(rate.value, rate.denominator) for rate in found.rates if rate] == [(1000 * 21 / 1260, 1260)] * 2


def test_a_place_whose_population_is_not_known_has_shares_alone_and_says_so(tmp_path: Path) -> None:
    population(tmp_path, areas=(FEW,))
    found = told(SHOWN)
    assert found.rates == ()
    assert "folketal efter alder mangler" in found.note
    assert "folketal efter alder mangler" in without_population([found])[0]
    assert "pr. 1.000" not in breakdown_bars("x", (("y", (found,)),)).figure


def test_only_what_lacks_its_population_is_said_to(tmp_path: Path) -> None:
    """The bands cross every group of ages, so that the sexes alone have rates."""
    population(tmp_path, ages=["0-5 år", "6-17 år", "18-66 år", "67 år og derover"])
    every = [told(SHOWN), told(SHOWN, "offer_koen")]
    assert [bool(each.rates) for each in every] == [False, True]
    assert without_population(every) == (
        "Forurettedes alder er antal og andele, ikke antal pr. indbygger i gruppen: folketal efter alder mangler for "
        "grupperne.",
    )
    both = without_population([replace(each, rates=()) for each in every])
    assert both[0].startswith("Forurettedes alder og køn er antal")


def test_reports_without_the_attribute_make_the_rates_too_low_and_it_is_said_once(tmp_path: Path) -> None:
    population(tmp_path)
    every = (told(SHOWN), told(SHOWN, "offer_koen"))
    assert UNKNOWN_LEFT_OUT not in breakdown_bars("Karakter", (("x", every),)).reading
    unknown = tuple(replace(each, unknown=3) for each in every)
    assert breakdown_bars("Karakter", (("x", unknown),)).reading.count(UNKNOWN_LEFT_OUT) == 1
    unrated = tuple(replace(each, unknown=3, rates=()) for each in every)
    assert UNKNOWN_LEFT_OUT not in breakdown_bars("Karakter", (("x", unrated),)).reading


def test_the_figure_the_table_and_the_words_bring_the_rates(tmp_path: Path) -> None:
    population(tmp_path)
    picture = breakdown_bars("Karakter", (("Databedrageri", (told(SHOWN), told(SHOWN, "offer_koen"))),))
    assert "Forurettedes alder, pr. 1.000 indbyggere i gruppen" in picture.figure
    assert "100,0" in picture.figure  # 15-17: 6 of 60
    assert picture.table.columns[-3].title == "Pr. 1.000 i gruppen"
    assert picture.table.rows[0][-3] == 20
    assert "tallet højest for 15-17 år: 100,0 (36,7–217,7)" in picture.alt
    assert "Danmarks Statistik, FOLK1A, gennemsnit af 1. januar 2025 og 1. januar 2026" in picture.reading


def test_the_command_tells_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    population(tmp_path)
    told(SHOWN)
    details.main(["--area", "digital", "--municipality", SHOWN, "--period", "2025", "--json"])
    every = json.loads(capsys.readouterr().out)["breakdowns"]
    groups = next(each for each in every if each["attribute"] == "offer_alder")["groups"]
    assert (groups[0]["count"], groups[0]["rate"]) == (6, 20)


def test_the_talk_sheet_says_that_its_groups_population_is_missing_not_that_none_is_loaded(tmp_path: Path) -> None:
    """Of five-year bands, 15-19 crosses the young's 15-17."""
    population(tmp_path, ages=[f"{first}-{first + 4} år" for first in range(0, 95, 5)] + ["95 år og derover"])
    told(SHOWN)
    assert NO_POPULATION in _points()
    assert NO_POPULATION.endswith("folketallet mangler for gruppen.")


def test_the_talk_sheet_sets_its_group_against_its_inhabitants(tmp_path: Path) -> None:
    """All types are told of the district alone: 3 x (11 x 6 + 2 x 3) = 216 of 13 x 25 x 20 = 6,500 under 25."""
    told(SHOWN)
    assert NO_POPULATION in _points()
    population(tmp_path)
    told(SHOWN)
    assert any(
        "33,2 pr. 1.000 indbyggere i gruppen (usikkerhed 28,9–38,0) i hele kredsen" in point for point in _points()
    )


def _points() -> tuple[str, ...]:
    sheet = talk_sheet(open_release(), TALK_AREA, SHOWN, Year(2025), "unge")
    assert sheet is not None
    return sheet_points(sheet)

"""The analyst's watch list on the demo district."""

from pathlib import Path

import pytest

from analysis.signal import YELLOW
from analysis.signal_tables import every_signal, signal_title, standing_out
from analysis.signals import Colour, signals
from data.catalogue import CATEGORIES
from data.municipalities import municipality_codes
from data.release import Release, open_release


@pytest.fixture
def release(demo_home: Path, monkeypatch: pytest.MonkeyPatch) -> Release:
    monkeypatch.setenv("KREDSBLIK_HOME", str(demo_home))
    return open_release()


def test_every_category_below_the_district_is_gone_through(release: Release) -> None:
    found = signals(release, 3)
    expected = {
        (code, place) for code, c in CATEGORIES.items() if not c.district_only for place in municipality_codes()
    }
    assert {(signal.category, signal.municipality) for signal in found} == expected


def test_the_window_ends_with_the_last_closed_month(release: Release) -> None:
    first = signals(release, 3)[0]
    assert (first.first.code, first.last.code) == ("2025-10", "2025-12")


def test_three_months_are_the_published_quarter(release: Release) -> None:
    burglaries = {s.municipality: s.observed for s in signals(release, 3) if s.category == "indbrud_beboelse"}
    assert burglaries["157"] == 202
    assert burglaries["217"] == 163


def test_colours_follow_the_tails(release: Release) -> None:
    for signal in signals(release, 3):
        if signal.expected is None:
            assert (signal.colour, bool(signal.reason)) == (Colour.NONE, True)
        else:
            p = min(signal.expected.p_up, signal.expected.p_down)
            assert signal.colour == (Colour.RED if p <= 0.005 else Colour.YELLOW if p <= 0.025 else Colour.NONE)


def test_what_would_be_a_signal_is_where_the_tail_passes_the_limit(release: Release) -> None:
    for signal in signals(release, 3):
        if signal.expected is None or signal.up_at is None or signal.observed is None:
            continue
        yellow_up = signal.expected.p_up <= YELLOW
        assert yellow_up == (signal.observed >= signal.up_at)
        if signal.down_at is not None:
            assert (signal.expected.p_down <= YELLOW) == (signal.observed <= signal.down_at)


def test_reports_stand_beside_cases_and_only_there(release: Release) -> None:
    for signal in signals(release, 3):
        counts_cases = CATEGORIES[signal.category].unit == "cases"
        assert (signal.reports is not None) == counts_cases
        if signal.reports is not None and signal.observed is not None:
            assert signal.reports >= signal.observed


def test_tables_put_red_first_and_hold_every_number(release: Release) -> None:
    found = signals(release, 3)
    colours = [str(row[2]) for row in standing_out(release, found).rows]
    assert colours == sorted(colours, key=lambda colour: "gul" in colour)
    assert len(every_signal(release, found).rows) == len(found)
    assert f"blandt {sum(signal.expected is not None for signal in found)} tal" in signal_title(found)

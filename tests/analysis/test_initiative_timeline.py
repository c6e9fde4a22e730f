"""The timeline: bars where the dates are, none where they are not known, and all of it in words."""

import re

import pytest

from analysis.initiative_timeline import initiative_timeline
from data.register.entries import Entry
from data.register.initiative import Initiative, Status
from data.register.when import parse_when
from tests.data.register.examples import an_initiative


@pytest.fixture(autouse=True)
def _a_day_in_2025(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_TODAY", "2025-06-01")


def bars(*wanted: Initiative) -> list[tuple[float, float]]:
    picture = initiative_timeline([Entry(str(at), 1, each, "AB") for at, each in enumerate(wanted)], "Indsatser")
    found = re.findall(r"left:([\d.]+)%;width:([\d.]+)%", str(picture.figure))
    return [(float(left), float(width)) for left, width in found]


def test_a_bar_goes_from_the_first_day_to_the_last_and_to_the_edge_while_it_runs() -> None:
    from_start = an_initiative(start=parse_when("2022"), end=parse_when("2023"))
    halfway = an_initiative(start=parse_when("2024-01"))
    # Four years, 2022-2025, of 1461 days: 2022 and 2023 are 730 of them.
    assert bars(from_start, halfway) == [(0.0, 49.9), (50.0, 50.0)]


def test_what_has_no_known_beginning_has_no_bar_and_says_so() -> None:
    entry = Entry("x", 1, an_initiative(start=None), "AB")
    picture = initiative_timeline([entry], "Indsatser")
    assert "kb-timeline-track" not in str(picture.figure)
    assert "startdato ikke oplyst" in str(picture.figure) and "startdato ikke oplyst" in picture.alt


def test_a_day_is_still_there_to_be_seen_and_nothing_leaves_the_axis() -> None:
    day = an_initiative(start=parse_when("2025-12-31"), end=parse_when("2025-12-31"), status=Status.PLANNED)
    old = an_initiative(start=parse_when("2000"))
    for left, width in bars(old, day):
        assert left >= 0 and width >= 1 and left + width <= 100


def test_the_table_has_every_initiative_and_a_name_is_text() -> None:
    entries = [Entry("x", 1, an_initiative("<b>Lys</b>"), "AB")]
    picture = initiative_timeline(entries, "Indsatser")
    assert len(picture.table.rows) == 1
    assert "<b>Lys</b>" not in str(picture.figure)


def test_no_initiatives_is_said() -> None:
    assert initiative_timeline([], "Indsatser").alt == "Tidslinje. Indsatser. Ingen."

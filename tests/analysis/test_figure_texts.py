"""What a figure shows, in words."""

from dataclasses import replace

import pytest

from analysis import reasons
from analysis.answers import Point, Series, Situation
from analysis.figure_texts import alt_text, funnel_sentence
from analysis.signal import Verdict
from data.periods import Quarter
from tests.analysis.told import told

COUNTS = ((2019, 1, 130), (2019, 4, 193), (2020, 2, 26), (2025, 4, 163))
SERIES = Series(
    "Anmeldte indbrud pr. kvartal",
    "Helsingør",
    tuple(Point(Quarter(year, number), count) for year, number, count in COUNTS),
    (),
    "",
)
FROM_TO = "Linjefigur. Anmeldte indbrud pr. kvartal, Helsingør, 1. kvt. 2019 til 4. kvt. 2025."
EXTREMES = "Højest 193 i 4. kvt. 2019, lavest 26 i 2. kvt. 2020."
ALPHABETICAL = "Kommunerne er vist i alfabetisk rækkefølge."


@pytest.mark.parametrize(
    ("answer", "finding"),
    [
        (
            told(163, Verdict.MARKEDLY_MORE, (48, 155), 142),
            "4. kvartal 2025: 163, markant flere end ventet (48–155).",
        ),
        (
            told(31, Verdict.EXPECTED, (24, 45), 33, area="faerdsel", span="2022-2024"),
            "2022–2024: 31, inden for det forventede (24–45).",
        ),
        (told(402, period="2025"), "2025: 402."),
        (told(9, Verdict.NOT_COMPARABLE, provisional=True), "4. kvartal 2025: 9 (foreløbigt)."),
        (told(None, reason=reasons.ONLY_DISTRICT), "Tallet findes kun for hele kredsen."),
    ],
)
def test_a_figure_without_eyes(answer: Situation, finding: str) -> None:
    assert alt_text(SERIES, answer) == f"{FROM_TO} {finding} {EXTREMES}"


def test_a_flat_series_has_no_highest() -> None:
    flat = replace(SERIES, points=(Point(Quarter(2025, 3), 0), Point(Quarter(2025, 4), 0)))
    assert alt_text(flat, told(0)) == (
        "Linjefigur. Anmeldte indbrud pr. kvartal, Helsingør, 3. kvt. 2025 til 4. kvt. 2025. 4. kvartal 2025: 0."
    )


def test_a_series_without_numbers() -> None:
    empty = replace(SERIES, points=(Point(Quarter(2025, 4), None),))
    assert alt_text(empty, told(None)) == "Linjefigur. Anmeldte indbrud pr. kvartal, Helsingør: ingen tal."


def test_funnel_names_those_outside_and_ranks_nobody() -> None:
    assert funnel_sentence(["Gentofte"], [], 13) == (
        f"{ALPHABETICAL} 12 af 13 ligger inden for det udsving, man skal forvente; én ligger over (Gentofte)."
    )
    assert funnel_sentence(["Gentofte", "Rudersdal"], ["Allerød"], 13) == (
        f"{ALPHABETICAL} 10 af 13 ligger inden for det udsving, man skal forvente; 2 ligger over (Gentofte og "
        "Rudersdal) og én ligger under (Allerød)."
    )
    assert funnel_sentence([], [], 13) == f"{ALPHABETICAL} Alle 13 ligger inden for det udsving, man skal forvente."


# The 99 % point of chi2 with 13 degrees of freedom is 27.69; 27.69 / 13 = 2.13.
@pytest.mark.parametrize(("dispersion", "points"), [(2.12, True), (2.14, False)])
def test_funnel_points_at_nobody_when_the_municipalities_really_differ(dispersion: float, points: bool) -> None:
    said = funnel_sentence(["Gentofte"], [], 13, dispersion)
    assert ("Gentofte" in said) == points
    assert ("reelt forskelligt" in said) == (not points)

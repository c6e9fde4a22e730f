"""A page's top and its tiles: counts first, verdicts by rule only, one and many, place and district."""

from dataclasses import replace

import pytest

from analysis.answers import OffenceRow, OtherCrime, Rate
from analysis.choice import Choice, Compare
from analysis.comparison import Comparison
from analysis.headlines import (
    compared,
    comparison_title,
    denominator_line,
    district_line,
    other_crime_title,
    place_phrase,
    rate_line,
    tone,
)
from analysis.signal import Verdict
from data.catalogue import AREAS
from data.municipalities import DISTRICT, municipality_codes
from tests.analysis.made import LAST, answer, everywhere

GENTOFTE, HELSINGOER = "157", "217"
CHOICE = Choice(None, HELSINGOER, LAST, Compare.LAST_YEAR)  # type: ignore[arg-type]


def against(value: float | None, reason: str | None = None) -> Comparison:
    return Comparison("i samme kvartal året før", (LAST.year_before,), value, reason)


@pytest.mark.parametrize(("code", "phrase"), [(HELSINGOER, "i Helsingør"), (DISTRICT, "i hele kredsen")])
def test_a_place_has_its_preposition(code: str, phrase: str) -> None:
    assert place_phrase(code) == phrase


def test_the_comparison_names_municipalities_in_the_order_of_the_alphabet() -> None:
    outside = {GENTOFTE: Verdict.MARKEDLY_MORE, HELSINGOER: Verdict.MARKEDLY_MORE}
    made = [answer(code, verdict=outside.get(code, Verdict.EXPECTED)) for code in (*municipality_codes(), DISTRICT)]
    said = "Indbrud, 4. kvartal 2025: Gentofte og Helsingør har markant flere end ventet"
    assert comparison_title(AREAS["indbrud"], made) == said


def test_the_comparison_says_when_none_is_outside_and_nothing_when_nothing_is_judged() -> None:
    expected = comparison_title(AREAS["indbrud"], everywhere(verdict=Verdict.EXPECTED))
    assert expected == "Indbrud, 4. kvartal 2025: alle kommuner er inden for det forventede"
    assert comparison_title(AREAS["indbrud"], everywhere()) == "Indbrud, 4. kvartal 2025"


def test_the_comparison_does_not_say_all_where_one_has_too_few_to_be_judged() -> None:
    few = answer(GENTOFTE, verdict=Verdict.TOO_FEW)
    made = [few if each.question.municipality == GENTOFTE else each for each in everywhere(verdict=Verdict.EXPECTED)]
    said = "Indbrud, 4. kvartal 2025: de vurderede kommuner er inden for det forventede"
    assert comparison_title(AREAS["indbrud"], made) == said


@pytest.mark.parametrize(
    ("observed", "value", "said"),
    [
        (163, 142, "142 i samme kvartal året før: 21 flere."),
        (31, 33, "33 i samme kvartal året før: 2 færre."),
        (5, 5, "5 i samme kvartal året før: lige så mange."),
        (10, 12.3333, "12,3 i samme kvartal året før: 2,3 færre."),
    ],
)
def test_a_difference_is_a_number_and_never_a_percentage(observed: int, value: float, said: str) -> None:
    assert compared(answer(HELSINGOER, observed), against(value)) == said


def test_a_provisional_number_is_not_measured_against_a_whole_one() -> None:
    assert compared(answer(HELSINGOER, 3, provisional=True), against(142)) == "142 i samme kvartal året før."


def test_a_refused_comparison_says_why() -> None:
    assert compared(answer(HELSINGOER), against(None, "Der er et brud.")) == "Der er et brud."


def test_a_rate_brings_its_interval_and_its_denominator() -> None:
    rate = Rate(5.267, 4.489, 6.14, "pr. 1.000 husstande", 30945, "2026-01-01")
    assert rate_line(rate) == "5,3 pr. 1.000 husstande (usikkerhed 4,5–6,1)"
    assert denominator_line(rate) == "Sat i forhold til 30.945 husstande, 1. januar 2026."


@pytest.mark.parametrize(
    ("unit", "date", "said"),
    [
        (
            "pr. 1.000 indbyggere",
            "2025-01-01/2026-01-01",
            "Sat i forhold til 64.099 indbyggere, gennemsnit af 1. januar 2025 og 1. januar 2026.",
        ),
        (
            "pr. 10.000 indbyggere om året",
            "2022-01-01/2025-01-01",
            "Sat i forhold til 64.099 indbyggere, tre år lagt sammen.",
        ),
    ],
)
def test_a_denominator_says_which_days_it_is_of(unit: str, date: str, said: str) -> None:
    assert denominator_line(Rate(1.0, 0.5, 2.0, unit, 64099, date)) == said


def test_the_district_stands_beside_with_count_and_rate() -> None:
    assert district_line(answer(DISTRICT, 1056, rate=3.8)) == "Hele kredsen: 1.056 (3,8 pr. 1.000 husstande)."


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [(Verdict.MARKEDLY_MORE, "more"), (Verdict.FEWER, "fewer"), (Verdict.EXPECTED, "plain"), (None, "plain")],
)
def test_a_colour_follows_the_verdict(verdict: Verdict | None, expected: str) -> None:
    assert tone(answer(HELSINGOER, verdict=verdict)) == expected


def test_where_a_rise_can_be_a_success_no_colour_warns() -> None:
    assert tone(answer(HELSINGOER, area="naere_relationer", verdict=Verdict.MARKEDLY_MORE)) == "plain"


def test_other_crime_begins_with_all_reports() -> None:
    row = OffenceRow("TOT", "I alt", (1125,), (1016,), (None,))
    found = OtherCrime(LAST, ("Helsingør",), (row,), (), "x")
    said = "1.125 anmeldte forbrydelser i Helsingør i 4. kvartal 2025 mod 1.016 året før."
    assert other_crime_title(found, HELSINGOER) == said
    missing = replace(found, rows=())
    assert other_crime_title(missing, HELSINGOER) == "Kriminalitet i øvrigt i Helsingør i 4. kvartal 2025"

"""A page's top and its tiles: counts first, verdicts by rule only, one and many, place and district."""

from dataclasses import replace

import pytest

from analysis.answers import OffenceRow, OtherCrime, Rate
from analysis.choice import Choice, Compare
from analysis.comparison import Comparison
from analysis.headlines import (
    area_lead,
    area_title,
    compared,
    comparison_title,
    denominator_line,
    district_line,
    other_crime_title,
    overview_lead,
    overview_title,
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


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        (Verdict.MARKEDLY_MORE, "Helsingør, 4. kvartal 2025: markant flere indbrud end ventet"),
        (Verdict.FEWER, "Helsingør, 4. kvartal 2025: færre indbrud end ventet"),
        (Verdict.EXPECTED, "Helsingør, 4. kvartal 2025: intet uden for det forventede"),
        (Verdict.TOO_FEW, "Helsingør, 4. kvartal 2025"),
        (None, "Helsingør, 4. kvartal 2025"),
    ],
)
def test_the_overview_says_what_is_outside_and_never_more_than_a_rule_has_said(
    verdict: Verdict | None, said: str
) -> None:
    assert overview_title(CHOICE, [answer(HELSINGOER, verdict=verdict)]) == said


def test_an_open_quarter_is_not_called_as_expected() -> None:
    provisional = answer(HELSINGOER, provisional=True, verdict=Verdict.NOT_COMPARABLE)
    final = answer(HELSINGOER, area="faerdsel", verdict=Verdict.EXPECTED)
    assert overview_title(CHOICE, [provisional, final]).endswith("foreløbige tal")


def test_the_lead_names_what_is_expected_and_the_district_when_it_is_outside() -> None:
    own = [answer(HELSINGOER, verdict=Verdict.MORE), answer(HELSINGOER, area="digital", verdict=Verdict.EXPECTED)]
    whole = [answer(DISTRICT, verdict=Verdict.MARKEDLY_MORE)]
    assert overview_lead(own, whole) == (
        "Digital kriminalitet ligger inden for det forventede. I hele kredsen var der markant flere indbrud end ventet."
    )


def test_the_district_does_not_speak_of_itself() -> None:
    whole = [answer(DISTRICT, verdict=Verdict.MARKEDLY_MORE)]
    assert overview_lead(whole, whole) == ""


def test_without_verdicts_the_lead_is_the_counts() -> None:
    assert overview_lead([answer(HELSINGOER, 1)], []) == "Indbrud: 1\N{NO-BREAK SPACE}indbrud."
    assert overview_lead([answer(HELSINGOER, None)], []) == "Indbrud: intet tal."


def test_the_comparison_names_municipalities_in_the_order_of_the_alphabet() -> None:
    outside = {GENTOFTE: Verdict.MARKEDLY_MORE, HELSINGOER: Verdict.MARKEDLY_MORE}
    made = [answer(code, verdict=outside.get(code, Verdict.EXPECTED)) for code in (*municipality_codes(), DISTRICT)]
    said = "Indbrud, 4. kvartal 2025: Gentofte og Helsingør har markant flere end ventet"
    assert comparison_title(AREAS["indbrud"], made) == said


def test_the_comparison_says_when_none_is_outside_and_nothing_when_nothing_is_judged() -> None:
    expected = comparison_title(AREAS["indbrud"], everywhere(verdict=Verdict.EXPECTED))
    assert expected == "Indbrud, 4. kvartal 2025: alle kommuner er inden for det forventede"
    assert comparison_title(AREAS["indbrud"], everywhere()) == "Indbrud, 4. kvartal 2025"


@pytest.mark.parametrize(
    ("observed", "said"),
    [
        (0, "Ingen indbrud i Helsingør i 4. kvartal 2025."),
        (1, "1\N{NO-BREAK SPACE}indbrud i Helsingør i 4. kvartal 2025."),
        (1163, "1.163\N{NO-BREAK SPACE}indbrud i Helsingør i 4. kvartal 2025."),
        (None, "Indbrud i Helsingør, 4. kvartal 2025"),
    ],
)
def test_an_area_begins_with_its_number(observed: int | None, said: str) -> None:
    assert area_title(answer(HELSINGOER, observed)) == said


def test_an_area_says_what_was_expected_when_it_is_known() -> None:
    assert area_title(answer(HELSINGOER, verdict=Verdict.EXPECTED)).endswith("Ventet var 5–15.")


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


def test_what_is_missing_says_why_and_compares_with_nothing() -> None:
    assert area_lead(answer(HELSINGOER, None, reason="Ikke leveret."), against(142)) == "Ikke leveret."


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

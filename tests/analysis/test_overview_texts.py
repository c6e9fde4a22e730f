"""The overview's headline, the line under it and the words under the map."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from analysis import reasons
from analysis.answers import Rate, Situation
from analysis.overview_texts import (
    COLOUR_NAMES,
    map_sentence,
    numbers_gone_through,
    overview_headline,
    overview_subline,
)
from analysis.signal import Verdict
from data.municipalities import municipality_codes
from tests.analysis.told import told

BURGLARY = told(163, Verdict.MARKEDLY_MORE, (48, 155), 142)
BURGLARY_INSIDE = told(100, Verdict.EXPECTED, (48, 155), 142)
TRAFFIC = told(31, Verdict.EXPECTED, (24, 45), 33, area="faerdsel", span="2022-2024")
TRAFFIC_OUTSIDE = told(12, Verdict.FEWER, (24, 45), 33, area="faerdsel", span="2022-2024")
DIGITAL = told(118, Verdict.EXPECTED, (96, 151), 110, area="digital")
CLOSE = told(None, area="naere_relationer", reason=reasons.ONLY_YEARS)
OPEN = told(31, Verdict.NOT_COMPARABLE, None, 30, provisional=True, period="2026K1", reason="Tallene er foreløbige.")
OPEN_DIGITAL = replace(OPEN, question=replace(OPEN.question, area="digital"), observed=1)
YEAR = told(402, None, None, 350, period="2025", reason=reasons.YEARS_NOT_JUDGED)
TRAFFIC_OF_YEAR = told(31, Verdict.EXPECTED, (24, 45), 33, area="faerdsel", period="2025", span="2022-2024")

DISTRICT_MORE = told(1056, Verdict.MARKEDLY_MORE, (451, 1052), 890, place="kreds")
DISTRICT_FEWER_CASES = told(900, Verdict.MARKEDLY_FEWER, (901, 1200), 1000, area="digital", place="kreds")
DISTRICT_INSIDE = told(700, Verdict.EXPECTED, (451, 1052), 890, place="kreds")


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([BURGLARY, TRAFFIC, DIGITAL], "Helsingør, 4. kvartal 2025: markant flere indbrud end ventet"),
        (
            [BURGLARY, TRAFFIC_OUTSIDE],
            "Helsingør, 4. kvartal 2025: markant flere indbrud end ventet og færre politiregistrerede dræbte og "
            "alvorligt tilskadekomne end ventet (2022–2024)",
        ),
        ([BURGLARY_INSIDE, TRAFFIC, DIGITAL], "Helsingør, 4. kvartal 2025: alt inden for det forventede"),
        (
            [BURGLARY_INSIDE, DIGITAL, CLOSE],
            "Helsingør, 4. kvartal 2025: indbruddene og den digitale kriminalitet ligger inden for det forventede",
        ),
        ([YEAR, TRAFFIC_OF_YEAR], "Helsingør, 2025: trafikken (2022–2024) ligger inden for det forventede"),
        ([YEAR], "Helsingør, 2025: 402 indbrud"),
        (
            [OPEN, OPEN_DIGITAL],
            "Helsingør, 1. kvartal 2026: foreløbigt 31 indbrud og 1 sag om økonomisk it-kriminalitet",
        ),
        ([CLOSE], "Helsingør, 4. kvartal 2025: ingen tal"),
        ([DISTRICT_MORE], "Hele kredsen, 4. kvartal 2025: markant flere indbrud end ventet"),
    ],
)
def test_overview_headline(answers: Sequence[Situation], said: str) -> None:
    assert overview_headline(answers) == said


@pytest.mark.parametrize(
    ("answers", "districts", "said"),
    [
        (
            [BURGLARY, TRAFFIC, DIGITAL],
            [DISTRICT_MORE],
            "Også i hele kredsen var der flere indbrud end ventet. Trafikken (2022–2024) og den digitale kriminalitet "
            "ligger inden for det forventede.",
        ),
        (
            [BURGLARY_INSIDE, DIGITAL],
            [DISTRICT_MORE, DISTRICT_FEWER_CASES],
            "I hele kredsen var der flere indbrud end ventet. I hele kredsen var der færre sager om økonomisk "
            "it-kriminalitet end ventet.",
        ),
        ([BURGLARY_INSIDE, TRAFFIC, DIGITAL], [DISTRICT_INSIDE], ""),
        (
            [BURGLARY_INSIDE, DIGITAL, CLOSE],
            [],
            "Sagerne om vold i nære relationer er ikke vurderet.",  # why stands on its tile
        ),
        (
            [OPEN, OPEN_DIGITAL],
            [],
            "Indbruddene og den digitale kriminalitet er ikke vurderet. Tallene er foreløbige.",
        ),
        ([DISTRICT_MORE], [DISTRICT_MORE], ""),
    ],
)
def test_overview_subline(answers: Sequence[Situation], districts: Sequence[Situation], said: str) -> None:
    assert overview_subline(answers, districts) == said


def thirteen(rest: Verdict, others: Mapping[str, Verdict] | None = None) -> list[Situation]:
    """Return every municipality and the district, one verdict for all but the others."""
    verdicts = {code: (others or {}).get(code, rest) for code in municipality_codes()}
    return [*(told(5, verdict, (1, 9), place=code) for code, verdict in verdicts.items()), DISTRICT_MORE]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (
            thirteen(Verdict.EXPECTED, {"217": Verdict.MARKEDLY_MORE, "157": Verdict.MARKEDLY_MORE}),
            "Orange: markant flere end ventet (Gentofte og Helsingør). De øvrige er inden for det forventede.",
        ),
        (thirteen(Verdict.EXPECTED), "Alle kommuner er inden for det forventede."),
        (
            thirteen(Verdict.EXPECTED, {"157": Verdict.MORE, "201": Verdict.MARKEDLY_FEWER, "260": Verdict.TOO_FEW}),
            "Lys orange: flere end ventet (Gentofte). Blå: markant færre end ventet (Allerød). Lys sandfarve: for få "
            "til at vurdere (Halsnæs). De øvrige er inden for det forventede.",
        ),
        (
            thirteen(Verdict.TOO_FEW, {"190": Verdict.EXPECTED}),
            "Lys sandfarve: for få til at vurdere (Allerød, Egedal, Fredensborg, Frederikssund, Gentofte, Gribskov, "
            "Halsnæs, Helsingør, Hillerød, Hørsholm, Lyngby-Taarbæk og Rudersdal). Furesø er inden for det forventede.",
        ),
        (thirteen(Verdict.NOT_COMPARABLE), "Alle kommuner: kan ikke sammenlignes."),
        (
            [replace(each, provisional=True) for each in thirteen(Verdict.NOT_COMPARABLE)],
            "Alle kommuner: foreløbige tal.",
        ),
        (
            [replace(YEAR, rate=Rate(5.3, 4.5, 6.1, "pr. 1.000 husstande", 30945, "2026-01-01"))],
            "Farven viser antal pr. 1.000 husstande, ikke en vurdering.",
        ),
        ([CLOSE], "Der er ingen tal at vise på kortet."),
    ],
)
def test_map(answers: Sequence[Situation], said: str) -> None:
    assert map_sentence(answers) == said


def test_a_municipality_without_a_number_is_named() -> None:
    answers = [
        replace(each, verdict=None, observed=None) if each.question.municipality == "190" else each
        for each in thirteen(Verdict.EXPECTED)
    ]
    assert map_sentence(answers) == "Grå: ingen tal (Furesø). De øvrige er inden for det forventede."


def test_every_verdict_has_its_colour_in_words() -> None:
    assert {*COLOUR_NAMES, Verdict.EXPECTED} == set(Verdict)


def test_the_numbers_gone_through_are_the_families_together() -> None:
    families = sum(each.expected.family for each in (BURGLARY, TRAFFIC, DIGITAL) if each.expected)
    assert numbers_gone_through([BURGLARY, TRAFFIC, DIGITAL])["Gennemgået"].startswith(f"{families} tal er gennemgået.")
    assert numbers_gone_through([OPEN]) == {}

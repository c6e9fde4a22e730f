"""The language as rules: what no sentence may hold, tried on every area, verdict and size of number."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import reasons
from analysis.answers import Break, Expected, Forecast, Rate, Situation
from analysis.backtest import Coverage
from analysis.last_year import Background
from analysis.overview_texts import map_sentence, overview_headline, overview_subline
from analysis.question import SeriesName
from analysis.sentences import sentence
from analysis.short_texts import expected_sentence, forecast_sentence, headline, rate_sentence, subline, tile_text
from analysis.signal import Verdict
from data.catalogue import AREAS, CATEGORIES, Kind, Measure, Polarity
from data.municipalities import DISTRICT, UNKNOWN, municipality_codes
from data.periods import Quarter
from tests.analysis.told import told
from tests.harness.words import english_words_in

NEVER = re.compile(
    r"eksplo[dsv]|knækket|på grund af|rekord|\bbedst|\bværst|\bværre|forværr|desværre|heldigvis|bekymr|alarm"
    r"|\bstigning|\bsteg\b|\bstiger|\bfald(et|ende)?\b|\bfaldt\b|\beffekt",
    re.IGNORECASE,
)
UNTIDY = {
    "double space": re.compile(r"\s\s"),
    "space before a mark": re.compile(r"\s[.,;:)]"),
    "no space after a mark": re.compile(r"[,;:)][A-Za-zæøåÆØÅ]|\.[A-ZÆØÅ]"),
    "doubled mark": re.compile(r"[.,;:]{2}"),
    "hyphen in a range": re.compile(r"\d-\d"),
    "dash with spaces": re.compile(r"\s–|–\s"),
    "a bare 0 counted": re.compile(r"(?<![\d.,–])0 (?!til\b)[a-zæøå]"),
    "one of many": re.compile(r"(?<![\d.,–])1 (\w*sager|anmeldelser|henvendelser|\w+kontroller|politir\w+ede)\b"),
    "many of one": re.compile(r"\d\d (\w*sag|anmeldelse|henvendelse|\w+kontrol|politir\w+eret)\b"),
    "one in the plural": re.compile(r"\b(ét|én|1) flere\b"),
    "four digits without a point": re.compile(r"(?<![\d.,–])(?!20\d\d\b)(?!19\d\d\b)\d{4}"),
    "percent sign without a no-break space": re.compile(r"(?<!\xa0)%"),
    "a missing value": re.compile(r"\b(None|nan|inf)\b|(?<!\d)–(?!\d)"),
    "small letter first": re.compile(r"^[a-zæøå]|[a-zæøå)]\. [a-zæøå]"),
}  # fmt: skip
NOT_CRIME = re.compile(r"krimin|forbryd|indbrud|anmeldt|lovovertræd", re.IGNORECASE)
OUTSIDE_UP, OUTSIDE_DOWN = (Verdict.MARKEDLY_MORE, Verdict.MORE), (Verdict.MARKEDLY_FEWER, Verdict.FEWER)
BREAKS = (
    Break(dt.date(2018, 1, 1), None, "break", "Ny indbrudsbestemmelse."),
    Break(dt.date(2020, 3, 12), dt.date(2021, 6, 30), "exclude", "COVID-19."),
)

# 0, 1, few, around the 20 of a percentage, around the thousand's point, many.
COUNTS = st.one_of(st.sampled_from([0, 1, 2, 19, 20, 21, 999, 1000]), st.integers(0, 60), st.integers(0, 12_000))
PLACES = st.sampled_from([*municipality_codes(), DISTRICT])
TAIL = st.sampled_from([0.0, 0.004, 0.05, 0.0501, 0.1, 0.4, 0.9, 1.0])
SUBJECTS = st.sampled_from(
    [(area.code, None) for area in AREAS.values()]
    + [
        (area.code, code)
        for area in AREAS.values()
        for code in dict.fromkeys((*area.headline, *area.beside, *area.activity))
    ]
)


@st.composite
def judged(draw: st.DrawFn) -> Situation:
    """Draw a quarter's answer, or a three-year sum, with a verdict that its count and range call for."""
    low = draw(st.integers(0, 300))
    high = low + draw(st.integers(0, 400))
    sides = {Verdict.EXPECTED: st.integers(low, high)}
    sides |= {verdict: st.integers(high + 1, high + 9000) for verdict in OUTSIDE_UP}
    sides |= {verdict: st.integers(0, low - 1) for verdict in OUTSIDE_DOWN if low > 0}
    verdict = draw(st.sampled_from(list(sides)))
    area, category = draw(SUBJECTS)
    sums = AREAS[area].measure is Measure.SEVERE_CASUALTIES and category is None
    answer = told(
        draw(sides[verdict]),
        verdict,
        (low, high),
        draw(st.none() | COUNTS),
        area=area,
        category=category,
        place=draw(PLACES),
        period=draw(st.sampled_from(["2025K4", "2024K1", "2021K4"])),
        span="2022-2024" if sums else None,
    )
    return replace(
        answer,
        rate=draw(st.none() | st.just(Rate(0.0367, 0.01, 0.1, "pr. 1.000 husstande", 30945, "2026-01-01"))),
        forecast=draw(st.none() | st.just(Forecast(Quarter(2026, 1), 0, 1121, 0, 1500))),
    )


@st.composite
def unjudged(draw: st.DrawFn) -> Situation:
    """Draw an answer without a range: a year, an open period, too few, not comparable, `998`, or no number."""
    area, category = draw(SUBJECTS)
    bare = told(
        draw(COUNTS),
        before=draw(st.none() | COUNTS),
        area=area,
        category=category,
        place=draw(PLACES),
        period=draw(st.sampled_from(["2025K4", "2025", "2018", "2022"])),
    )
    elsewhere = replace(bare.question, municipality=UNKNOWN)
    return draw(
        st.sampled_from(
            [
                replace(bare, reason=reasons.YEARS_NOT_JUDGED),
                replace(bare, verdict=Verdict.TOO_FEW, verdict_text="For få til at vurdere", reason=reasons.TOO_FEW),
                replace(bare, verdict=Verdict.NOT_COMPARABLE, provisional=True),
                replace(bare, verdict=Verdict.NOT_COMPARABLE, verdict_text="Kan ikke sammenlignes"),
                replace(bare, question=elsewhere, reason=reasons.NOT_A_PLACE),
                replace(bare, question=replace(elsewhere, series=SeriesName.PUBLISHED), reason=reasons.NOT_A_PLACE),
                replace(bare, observed=None, reason=reasons.ONLY_DISTRICT),
                replace(bare, observed=None),
            ]
        )
    )


@st.composite
def backgrounds(draw: st.DrawFn) -> Background:
    then = st.builds(Expected, st.just(50.0), st.just(20), st.just(90), TAIL, TAIL, st.just(0.5), st.just(13))
    return Background(
        draw(st.none() | then), draw(st.sampled_from([(), BREAKS])), draw(st.none() | st.floats(1.0, 20.0))
    )


REASONS = [text for name, text in vars(reasons).items() if name.isupper() and isinstance(text, str) and " " in text]
ANSWERS = judged() | unjudged()
Said = Callable[[Situation, Situation | None, Background], str]
STATEMENTS: dict[str, Said] = {
    "sentence": sentence,
    "headline": lambda answer, district, background: headline(answer),  # noqa: ARG005
    "subline": subline,
    "tile": tile_text,
    "rate": lambda answer, district, background: rate_sentence(answer, district),  # noqa: ARG005
    "forecast": lambda answer, district, background: forecast_sentence(answer, Coverage(46, 52)),  # noqa: ARG005
    "expected": lambda answer, district, background: expected_sentence(answer),  # noqa: ARG005
    "map": lambda answer, district, background: map_sentence([answer]),  # noqa: ARG005
    "overview subline": lambda answer, district, background: overview_subline([answer], [district] if district else []),  # noqa: ARG005
    "overview headline": lambda answer, district, background: f"{overview_headline([answer])}.",  # noqa: ARG005
}


def faults(text: str) -> list[str]:
    """Return what is wrong with a text, for any reader of it."""
    found = [name for name, pattern in UNTIDY.items() if pattern.search(text)]
    found += [f"»{match[0]}«" for match in NEVER.finditer(text)]
    found += [f"English: {word}" for word in english_words_in(text)]
    return found + ([] if text.endswith(".") else ["no full stop"])


def district_of(answer: Situation, verdict: Verdict | None) -> Situation | None:
    if verdict is None:
        return None
    question = replace(answer.question, municipality=DISTRICT)
    return replace(told(1056, verdict, (451, 1052), 890, place=DISTRICT), question=question, span=answer.span)


DISTRICT_VERDICTS = st.none() | st.sampled_from([*OUTSIDE_UP, *OUTSIDE_DOWN, Verdict.EXPECTED, Verdict.TOO_FEW])


@given(answer=ANSWERS, verdict=DISTRICT_VERDICTS, background=backgrounds(), statement=st.sampled_from(list(STATEMENTS)))
def test_no_statement_has_a_fault(
    answer: Situation, verdict: Verdict | None, background: Background, statement: str
) -> None:
    text = STATEMENTS[statement](answer, district_of(answer, verdict), background)
    assert not text or not faults(text), (faults(text), text)


@given(answer=ANSWERS, background=backgrounds())
def test_a_percentage_needs_twenty_cases_on_both_sides_and_a_marked_verdict(
    answer: Situation, background: Background
) -> None:
    for text in (sentence(answer, None, background), subline(answer, None, background)):
        if "%" in text:
            assert min(answer.observed or 0, answer.observed_last_year or 0) >= 20, text
            assert answer.verdict in (Verdict.MARKEDLY_MORE, Verdict.MARKEDLY_FEWER), text
            assert re.search(r"\(usikkerhed \d+–\d[\d.]*\xa0%\)", text), text


@given(answer=ANSWERS, verdict=DISTRICT_VERDICTS, background=backgrounds())
def test_only_a_district_outside_its_range_opens_and_only_municipalities(
    answer: Situation, verdict: Verdict | None, background: Background
) -> None:
    text = sentence(answer, district_of(answer, verdict), background)
    due = verdict in (*OUTSIDE_UP, *OUTSIDE_DOWN) and answer.question.municipality in municipality_codes()
    assert bool(re.match(r"I hele kredsen var der (flere|færre) [^.]+ end ventet\. ", text)) == due


@given(answer=judged(), background=backgrounds())
def test_the_words_follow_the_verdict_never_the_sign(answer: Situation, background: Background) -> None:
    text = sentence(answer, None, background)
    assert ("markant" in text) == (answer.verdict in (Verdict.MARKEDLY_MORE, Verdict.MARKEDLY_FEWER))
    assert ("inden for det forventede" in text) == (answer.verdict == Verdict.EXPECTED)
    assert ("ved en tilfældighed" in text) == (answer.verdict in (Verdict.MORE, Verdict.FEWER))
    said = re.search(r"(flere|færre) end ventet[.;]", text)
    assert (said[1] if said else None) == (
        "flere" if answer.verdict in OUTSIDE_UP else "færre" if answer.verdict in OUTSIDE_DOWN else None
    )


@given(answer=ANSWERS, background=backgrounds())
def test_what_is_not_judged_has_no_verdict_in_its_words(answer: Situation, background: Background) -> None:
    if answer.expected is None:
        assert not re.search(r"end ventet|det forventede|Ventet var", sentence(answer, None, background))


@given(answer=ANSWERS, background=backgrounds())
def test_counts_stand_before_everything_else(answer: Situation, background: Background) -> None:
    text = sentence(answer, None, background)
    if answer.observed:
        written = f"{answer.observed:,}".replace(",", ".")
        assert re.match(rf"((Foreløbigt tal: )|(I [^.]*?(\d\. kvartal )?\d{{4}}[^.]*? ))?{written} ", text), text


@given(answer=ANSWERS, background=backgrounds())
def test_casualties_are_police_registered_whenever_they_are_counted(answer: Situation, background: Background) -> None:
    for text in (sentence(answer, None, background), headline(answer), overview_headline([answer])):
        if "tilskadekom" in text:
            assert "politiregistrere" in text


@given(answer=ANSWERS, background=backgrounds())
def test_activities_and_calls_are_never_called_crime(answer: Situation, background: Background) -> None:
    category = answer.question.category
    if category and CATEGORIES[category].kind in (Kind.ACTIVITY, Kind.CALL, Kind.ACCIDENT):
        for text in (sentence(answer, None, background), headline(answer), tile_text(answer)):
            assert not NOT_CRIME.search(text), text


@given(answer=ANSWERS, background=backgrounds())
def test_a_rise_may_be_welcome_only_where_the_catalogue_says_so(answer: Situation, background: Background) -> None:
    area = AREAS[answer.question.area]
    if area.polarity is not Polarity.NEUTRAL:
        assert "godt tegn" not in sentence(answer, None, background)


@pytest.mark.parametrize("text", REASONS)
def test_every_reason_is_a_sentence(text: str) -> None:
    assert not faults(text)


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        ("double space", "Der var  12."),
        ("hyphen in a range", "Ventet var 48-155."),
        ("one of many", "1 sager i Allerød."),
        ("many of one", "12 sag i Allerød."),
        ("a bare 0 counted", "0 indbrud i Allerød."),
        ("percent sign without a no-break space", "12 % flere."),
        ("no full stop", "Der var 12"),
        ("»rekord«", "Det er rekord."),
        ("»eksplod«", "Det er eksploderet."),
        ("»værst«", "Det værste kvartal."),
        ("»bedst«", "Den bedste kommune."),
        ("»knækket«", "Kurven er knækket."),
        ("»på grund af«", "Det er på grund af vejret."),
        ("»stigning«", "Det er en stigning."),
        ("English: none", "Der var none."),
        ("four digits without a point", "Der var 1056 indbrud."),
    ],
)
def test_the_lint_sees(fault: str, text: str) -> None:
    assert fault in faults(text)


@pytest.mark.parametrize(
    "noun", [*(area.noun for area in AREAS.values()), *(each.noun for each in CATEGORIES.values())]
)
def test_every_noun_has_forms_that_agree(noun: object) -> None:
    article, singular, plural, definite = vars(noun).values()
    assert article in ("en", "et")
    assert not faults(f"1 {singular}.") and not faults(f"12 {plural}.")
    stem = plural.split()[0][:4]
    assert stem in definite, (plural, definite)

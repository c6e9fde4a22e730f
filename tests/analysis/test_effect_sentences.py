"""The sentences of METHODS, section 6, and what they never say."""

import datetime as dt
from dataclasses import replace

import pytest

from analysis.effect_answer import Effect, Finding, Group
from analysis.effect_power import SmallestFindable
from analysis.effect_sentences import effect_sentences
from analysis.effect_windows import Windows
from analysis.effect_words import length, spans
from analysis.effects import Difference, displacement_difference, poisson_effect
from analysis.indicator import indicator
from analysis.question import SeriesName
from data.periods import Quarter, parse_quarter
from data.register.entries import Entry
from data.register.initiative import Initiative
from tests.analysis.test_language import UNTIDY
from tests.harness.words import english_words_in

NEVER_SAID = ("eksploderet", "kurven er knækket", "på grund af", "rekord", "bedste", "værste", "skyldes")
PLACE = "Rudersdal"
WINDOWS = Windows(Quarter.span(Quarter(2018, 1), Quarter(2019, 4)), Quarter.span(Quarter(2021, 3), Quarter(2023, 2)), 2)


def an_effect(finding: Finding, control: tuple[int, int], treated: tuple[int, int]) -> Effect:
    content = Initiative("230", "indbrud", "Bo trygt", chosen_on=dt.date(2026, 1, 12))
    return Effect(
        Entry("x", 1, content, "AB"),
        indicator("indbrud", None, SeriesName.PUBLISHED),
        finding,
        "kilde",
        "a1b2c3",
        windows=WINDOWS,
        treated=Group(("230",), *treated),
        comparison=Group(("210", "240"), *control),
        smallest=SmallestFindable(treated[0], 30, 40),
        difference=displacement_difference(control, treated).local,
        ratio=poisson_effect(control, treated),
    )


def test_the_published_example() -> None:
    # wdd_bu: 398 -> 190 against 148 -> 97, SE 28.861739: -157, 100-214.
    told = effect_sentences(an_effect(Finding.FEWER, (148, 97), (398, 190)))
    assert told[1] == (
        "I de to år efter starten (3. kvt. 2021–2. kvt. 2023) var der 190 indbrud i Rudersdal mod 398 "
        "i de to år før (1. kvt. 2018–4. kvt. 2019): 208 færre."
    )
    assert told[2].startswith("I Fredensborg og Egedal tilsammen var der 97 mod 148: 51 færre")
    assert told[3] == "Rudersdal faldt altså 157 mere (usikkerhed 100–214)."


def test_a_difference_within_its_uncertainty() -> None:
    # wdd_blog: -10, SE 19.235384: 48 fewer to 28 more.
    told = effect_sentences(an_effect(Finding.NOT_SHOWN, (90, 90), (100, 90)))
    assert told[3] == (
        "10 færre end i sammenligningskommunerne, men usikkerheden (48 færre til 28 flere) er større end forskellen."
    )


@pytest.mark.parametrize(
    ("control", "treated", "said"),
    [
        ((97, 148), (190, 398), "Rudersdal steg altså 157 mere (usikkerhed 100–214)."),
        ((97, 148), (398, 190), "Det er 259 færre, end sammenligningskommunernes udvikling svarer til"),
        ((398, 190), (190, 150), "Det er 168 flere, end sammenligningskommunernes udvikling svarer til"),
    ],
)
def test_fell_or_rose_more_is_said_only_where_both_did(
    control: tuple[int, int], treated: tuple[int, int], said: str
) -> None:
    finding = Finding.FEWER if treated[1] - treated[0] < control[1] - control[0] else Finding.MORE
    assert effect_sentences(an_effect(finding, control, treated))[3].startswith(said)


@pytest.mark.parametrize("finding", [Finding.NOT_SHOWN, Finding.UNSETTLED, Finding.DESCRIBED, Finding.NOT_PARALLEL])
def test_nothing_is_called_an_effect_a_rise_or_a_fall_before_it_is_established(finding: Finding) -> None:
    text = " ".join(effect_sentences(an_effect(finding, (148, 97), (398, 190)))).lower()
    for word in ("effekt", "faldt", " fald", "steg ", "stigning", "virke"):
        assert word not in text
    assert "kan sammenligningen finde en forskel på 30 færre eller 40 flere" in text


LARGE, SMALL_AND_ODD = ((148, 97), (398, 190)), [((0, 3), (21, 21)), ((90, 91), (100, 101)), ((9, 9), (0, 1))]
UNSURE = [finding for finding in Finding if finding not in (Finding.FEWER, Finding.MORE)]


@pytest.mark.parametrize(
    ("finding", "control", "treated"),
    [(finding, *LARGE) for finding in Finding] + [(finding, *pair) for finding in UNSURE for pair in SMALL_AND_ODD],
)
def test_every_answer_is_danish_and_careful(
    finding: Finding, control: tuple[int, int], treated: tuple[int, int]
) -> None:
    got = replace(
        an_effect(finding, control, treated),
        reason="Fordi.",
        assessable_from=dt.date(2027, 1, 1),
        neighbours=Group(("223",), 10, 20),
        displacement=Difference(10, 1, 1, 8, 12),
        district=Group(("kreds",), 100, 90),
    )
    told = effect_sentences(got)
    text = " ".join(told)
    assert not [word for word in NEVER_SAID if word in text.lower()]
    assert not english_words_in(text)
    assert all(sentence and sentence[-1] == "." for sentence in told)
    assert "%" not in text
    assert not [rule for rule, pattern in UNTIDY.items() for sentence in told if pattern.search(sentence)]


def test_what_could_be_found_where_nothing_can() -> None:
    got = replace(an_effect(Finding.TOO_FEW, (10, 10), (5, 2)), smallest=SmallestFindable(5, None, 21))
    assert effect_sentences(got)[-1] == (
        "Med 5 indbrud i de to år før kan tallene intet vise, selv om der ingen kom bagefter; først 21 flere ville "
        "kunne ses."
    )


@pytest.mark.parametrize(("before", "warned"), [(19, True), (20, False)])
def test_too_early_and_too_few_is_said_up_front(before: int, warned: bool) -> None:
    day = dt.date(2027, 1, 1)
    got = replace(an_effect(Finding.NOT_YET, (90, 90), (before, 0)), assessable_from=day)
    told = effect_sentences(got)
    assert told[0] == "Kan endnu ikke vurderes før 1. januar 2027."
    assert (told[-1] == "Færre end 20 sager før er for få til at kunne vise en effekt.") is warned


def test_neighbours() -> None:
    got = an_effect(Finding.FEWER, (148, 97), (398, 190))
    assert "ikke undersøgt" in " ".join(effect_sentences(got))
    more = replace(got, neighbours=Group(("223",), 10, 40), displacement=Difference(30, 5, 6, 20, 40))
    assert "Noget kan altså være flyttet dertil." in effect_sentences(more)
    unsure = replace(more, displacement=Difference(30, 20, 1.5, -9, 69))
    assert "Det er ikke påvist, at noget er flyttet dertil." in effect_sentences(unsure)


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (("2021K3",), "3. kvt. 2021"),
        (("2021K3", "2021K4"), "3. kvt. 2021–4. kvt. 2021"),
        (("2018K4", "2019K1", "2021K3"), "4. kvt. 2018–1. kvt. 2019 og 3. kvt. 2021"),
    ],
)
def test_quarters_as_spans(codes: tuple[str, ...], words: str) -> None:
    assert spans([parse_quarter(code) for code in codes]) == words


@pytest.mark.parametrize(
    ("first", "count", "gap", "words"),
    [("2021K3", 4, 0, "året"), ("2021K3", 8, 0, "de to år"), ("2021K3", 12, 0, "de tre år"),
     ("2021K3", 2, 0, "de to kvartaler"), ("2021K3", 8, 4, "de otte kvartaler"), ("2021K3", 12, 4, "de 12 kvartaler")],
)  # fmt: skip
def test_how_long_each_side_is(first: str, count: int, gap: int, words: str) -> None:
    start = parse_quarter(first)
    half = count // 2
    assert length([start.plus(step + (gap if step >= half else 0)) for step in range(count)]) == words

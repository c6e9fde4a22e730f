"""What is said of a promise, sentence by sentence."""

import re
from dataclasses import replace

import pytest

from analysis.promise_answer import Compared, PromiseAnswer, PromiseCount, ShareVerdict
from analysis.promise_sentences import (
    NO_LIMIT,
    SAME_SIZE,
    WHY_TOGETHER,
    duration,
    promise_headline,
    promise_sentences,
    speed_sentence,
)
from analysis.proportions import newcombe, share_bounds, wilson
from data.municipalities import municipality_codes
from data.periods import Quarter, Year
from data.promises import CARRIED_OUT, OFFENDER_THERE, VISIT_WITHIN_A_DAY, Promise
from tests.analysis.test_language import NEVER, UNTIDY

NOW, BEFORE = Quarter(2025, 4), Quarter(2024, 4)
PLACE = municipality_codes()[8]


def answered(
    kept: int | None, counted: int, parts: tuple[int, int, int] | None, promise: Promise = VISIT_WITHIN_A_DAY
) -> PromiseAnswer:
    """Return an answer; `parts` are excluded, elsewhere and unknown, None where only their sum of seven is told."""
    excluded, elsewhere, unknown = parts or (None, None, None)
    other = (excluded or 0) + (unknown or 0) if parts else 7
    count = PromiseCount(NOW, kept, counted, excluded, elsewhere, unknown, other)
    return PromiseAnswer(
        promise=promise,
        municipality=PLACE,
        name="Helsingør",
        period=NOW,
        count=count,
        share=wilson(kept, counted) if kept is not None else None,
        bounds=share_bounds(kept, counted, other if unknown is None else unknown) if kept is not None else None,
        next_case=None,
        compared=None,
        not_compared="",
        speed=None,
        reason=None,
        source="",
        release="a1b2c3",
    )


def against(answer: PromiseAnswer, kept: int, counted: int, verdict: ShareVerdict, sure: int | None) -> PromiseAnswer:
    assert answer.count is not None and answer.count.kept is not None
    difference = newcombe(answer.count.kept, answer.count.counted, kept, counted)
    assert difference is not None
    before = PromiseCount(BEFORE, kept, counted, 0, 0, 0, 0)
    return replace(answer, compared=Compared(answer.count.counted, before, difference, verdict, sure))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (
            answered(38, 39, (0, 0, 0)),
            "38 af 39 besøg kom inden for 24 timer i Helsingør i 4. kvartal 2025 (97 %, usikkerhed 87–100).",
        ),
        (answered(0, 12, (0, 0, 0)), "Ingen af 12 besøg kom inden for 24 timer i Helsingør i 4. kvartal 2025 (0 %, "),
        (answered(14, 14, (0, 0, 0)), "Med så få sager kan den sande andel godt være 78 %."),
        (
            answered(38, 39, (12, 5, 6)),
            "12 er holdt ude: 7 gange ønskede borgeren selv besøget senere og 5 gange var gerningsmanden til stede.",
        ),
        (answered(38, 39, (12, 12, 0)), "12 er holdt ude: 12 gange var gerningsmanden til stede."),
        (
            answered(38, 39, (12, 5, 6)),
            "Selv hvis alle 6 havde ventet for længe, ville andelen være 84 %; hvis ingen havde, 98 %.",
        ),
        (answered(38, 39, (0, 0, 0)), "Ingen besøg er uden en kendt tid."),
        (answered(38, 39, None), f"Ikke regnet med: 7, holdt ude eller uden en kendt tid. {WHY_TOGETHER}"),
        (answered(38, 39, None), "Selv hvis alle 7 havde ventet for længe, ville andelen være 83 %;"),
        (answered(38, 39, (0, 0, 1)), "Selv hvis den ene havde ventet for længe, ville andelen være 95 %;"),
        (
            answered(12, 13, (6, 0, 7), CARRIED_OUT),
            "6 er holdt ude: fristen var ikke udløbet, da udtrækket blev lavet.",
        ),
        (
            answered(12, 13, (6, 0, 7), CARRIED_OUT),
            "7 henvendelser er uden en dato for udførelsen og er ikke regnet med.",
        ),
        (
            replace(answered(38, 39, (0, 0, 0)), next_case=38 / 39 - 38 / 40),
            "Næste sag ville flytte andelen op til 2,4 procentpoint.",
        ),
        (
            against(answered(38, 39, (0, 0, 0)), 20, 40, ShareVerdict.HIGHER, None),
            "I samme kvartal året før var det 20 af 40 (50 %). Andelen er højere: forskellen er 47,4 procentpoint",
        ),
        (
            against(answered(20, 40, (0, 0, 0)), 38, 39, ShareVerdict.LOWER, None),
            "Andelen er lavere: forskellen er −47,4 procentpoint (usikkerhed −",
        ),
        (
            against(answered(38, 39, (0, 0, 0)), 37, 39, ShareVerdict.NOT_SURE, 31),
            f"{SAME_SIZE} Først ved 31 af 39 ville den være sikker.",
        ),
        (answered(None, 29, (0, 0, 0), OFFENDER_THERE), NO_LIMIT),
        (
            answered(None, 29, (0, 0, 0), OFFENDER_THERE),
            "Gerningsmanden er til stede ved indbrud: 29 besøg i Helsingør i 4. kvartal 2025.",
        ),
    ],
)
def test_what_is_said(answer: PromiseAnswer, said: str) -> None:
    sentences = " ".join(promise_sentences(answer)).replace("\xa0", " ")
    assert said in sentences
    assert not NEVER.search(sentences)
    untidy = {name for name, pattern in UNTIDY.items() if pattern.search(" ".join(promise_sentences(answer)))}
    assert untidy - {"a bare 0 counted"} == set()


def test_a_share_that_is_surely_high_is_not_talked_down() -> None:
    assert not re.search("så få sager", " ".join(promise_sentences(answered(96, 96, (0, 0, 0)))))


def test_no_number_is_said_with_its_reason() -> None:
    missing = replace(answered(5, 9, (0, 0, 0)), count=None, share=None, bounds=None, reason="Der er intet tal.")
    assert promise_headline(missing) == "Besøg inden for 24 timer efter indbrud: Der er intet tal."


@pytest.mark.parametrize(
    ("minutes", "written"),
    [(0, "1 minut"), (10, "11 minutter"), (118, "119 minutter"), (119, "2,0 timer"), (311, "5,2 timer"), (None, "–")],
)
def test_a_begun_minute_counts_as_whole(minutes: int | None, written: str) -> None:
    assert duration(minutes).replace("\xa0", " ") == written


def test_half_and_nine_tenths() -> None:
    count = PromiseCount(Year(2025), None, 79, 0, 0, 0, 0, 10, 21)
    told = "I 2025 kom halvdelen på under 11 minutter og ni ud af ti på under 22 minutter (79 besøg)."
    assert speed_sentence(count).replace("\xa0", " ") == told

"""The check before a pack is frozen: what the numbers say, and what a person must answer."""

from dataclasses import replace

import pytest

from analysis.packs.checks import Answer, Check, Status, unanswered
from analysis.packs.content import Pack
from analysis.packs.freezing import freeze_pack
from analysis.packs.preflight import CHECKS, preflight, require_answers
from analysis.packs.statements import Claim
from analysis.packs.texts import with_texts
from data.errors import UserError
from tests.analysis.packs.conftest import MakePack, everything_answered


def found(pack: Pack, code: str) -> Check:
    return next(check for check in preflight(pack) if check.code == code)


def test_the_seven_checks_are_there_in_order(bilateral: Pack) -> None:
    assert [check.code for check in preflight(bilateral)] == [
        "friske_data",
        "sum_stemmer",
        "brud",
        "diskretion",
        "signaler",
        "afvigelse",
        "foreloebige",
    ]


@pytest.mark.parametrize(
    ("status", "answer", "is_enough"),
    [
        (Status.FINE, Answer(), False),
        (Status.FINE, Answer(ticked=True), True),
        (Status.FINE, Answer(comment="Set."), True),
        (Status.LOOK, Answer(ticked=True), False),
        (Status.LOOK, Answer(comment="Set."), True),
        (Status.STOP, Answer(True, "Set."), False),
    ],
)
def test_a_tick_is_enough_only_where_the_numbers_are_fine(status: Status, answer: Answer, is_enough: bool) -> None:
    check = Check("brud", "Er der brud?", status, "Fundet.")
    assert (unanswered([check], {"brud": answer}) == ()) == is_enough


@pytest.mark.parametrize("missing", CHECKS)
def test_nothing_is_frozen_while_one_answer_is_missing(bilateral: Pack, missing: str) -> None:
    answers = {code: answer for code, answer in everything_answered().checks.items() if code != missing}
    with pytest.raises(UserError, match=missing):
        require_answers(bilateral, answers)
    require_answers(bilateral, everything_answered().checks)


def test_a_number_outside_its_range_must_be_looked_at(make: MakePack) -> None:
    outside, inside = found(make("2026K1", "217"), "signaler"), found(make("2026K1", "260"), "signaler")
    assert (outside.status, inside.status) == (Status.LOOK, Status.FINE)
    assert "indbrud i Helsingør" in outside.finding


def test_a_break_between_the_quarter_and_the_year_before_is_named(make: MakePack) -> None:
    # The new guidelines of 1 March 2023 lie between 2. kvt. 2022 and 2. kvt. 2023, and no longer in 2. kvt. 2024.
    assert "01.03.2023" in found(make("2023K3"), "brud").finding
    assert found(make("2024K3"), "brud").status is Status.FINE


def test_an_open_quarter_is_neither_fresh_nor_final(make: MakePack) -> None:
    pack = make("2026K2", theme="indbrud")
    assert found(pack, "friske_data").status is Status.LOOK
    assert found(pack, "foreloebige").status is Status.LOOK
    assert "14 tal" in found(pack, "foreloebige").finding  # the thirteen and the district


def test_the_municipalities_and_the_unknown_are_the_district(bilateral: Pack) -> None:
    assert found(bilateral, "sum_stemmer").status is Status.FINE


@pytest.mark.parametrize("typed", ["Ring til 45 88 12 34.", "Skriv til ab@politi.dk."])
def test_personal_data_in_an_edited_text_cannot_be_commented_away(bilateral: Pack, typed: str) -> None:
    pack = with_texts(bilateral, {"overblik.tekst1": typed})
    assert found(pack, "diskretion").status is Status.STOP
    with pytest.raises(UserError, match="diskretion") as refusal:
        freeze_pack(pack, everything_answered())
    assert typed not in str(refusal.value)


def test_a_number_that_is_another_than_last_time_must_be_explained(make: MakePack) -> None:
    before = make("2025K1", "217")
    claims = tuple(
        replace(claim, count=claim.count + 1) if claim.claim is Claim.VERDICT and claim.count is not None else claim
        for claim in before.statements
    )
    freeze_pack(replace(before, statements=claims), everything_answered())
    check = found(make("2026K1", "217"), "afvigelse")
    assert check.status is Status.LOOK
    assert "143: inden for det forventede sidst, 142: inden for det forventede nu" in check.finding


def test_the_same_numbers_as_last_time_need_no_explanation(make: MakePack) -> None:
    freeze_pack(make("2025K1", "217"), everything_answered())
    assert found(make("2026K1", "217"), "afvigelse").status is Status.FINE

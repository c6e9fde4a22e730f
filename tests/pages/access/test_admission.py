"""Who is let in: one with one role that belongs in the room, whose sign-in is not over."""

import time
from typing import Any

import pytest

from data.room import Room
from data.signed_out import sign_out
from pages.access.admission import NotAdmittedError, SignInOverError, admitted, mark_of
from pages.access.role import Role, Visitor
from tests.harness.sign_in import claims

pytestmark = pytest.mark.usefixtures("signing_in")

COUNCIL = {
    "analytiker": Visitor("analytiker", Role.ANALYST, None),
    "ledelse": Visitor("ledelse", Role.MANAGEMENT, None),
    "borgmester": Visitor("borgmester", Role.MAYOR, "217"),
    "kommune": Visitor("kommune", Role.MUNICIPALITY, "210"),
}
NOBODY: dict[str, Any] = {
    "a value that the file does not know": "kb-borgmester",
    "none": [],
    "nothing": None,
    "what is not text": [217, {"kb-analytiker": True}],
    "a mapping": {"kb-analytiker": "kb-analytiker"},
    "a part of a value": ["kb-analytiker2", "KB-ANALYTIKER", " kb-analytiker"],
}


@pytest.mark.parametrize("person", COUNCIL)
def test_all_four_come_into_the_councils_room(person: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_ROOM", Room.COUNCIL)
    assert admitted(claims(person)) == COUNCIL[person]


@pytest.mark.parametrize("person", COUNCIL)
def test_the_police_alone_come_into_the_analysts(person: str) -> None:
    if COUNCIL[person].municipality is None:
        assert admitted(claims(person)) == COUNCIL[person]
        return
    with pytest.raises(NotAdmittedError, match="Dette rum er for politiet"):
        admitted(claims(person))


@pytest.mark.parametrize("told", NOBODY.values(), ids=NOBODY)
def test_who_has_no_role_comes_nowhere(told: object) -> None:
    with pytest.raises(NotAdmittedError, match="ingen rolle i Kredsblik"):
        admitted(claims("analytiker", roles=told))


def test_one_value_may_be_told_as_text() -> None:
    assert admitted(claims("analytiker", roles="kb-analytiker")).role is Role.ANALYST


@pytest.mark.parametrize(
    ("values", "named"),
    [
        (("kb-analytiker", "kb-borgmester-217"), "analytiker og borgmester i Helsingør"),
        (("kb-borgmester-157", "kb-borgmester-217"), "borgmester i Gentofte og borgmester i Helsingør"),
        (("kb-analytiker", "kb-ledelse"), "analytiker og ledelse"),
    ],
)
def test_two_roles_that_contradict_each_other_are_none(values: tuple[str, ...], named: str) -> None:
    with pytest.raises(NotAdmittedError, match=named):
        admitted(claims("begge", roles=list(values)))


OVER = {
    "a second ago": time.time() - 1,
    "long ago": 0,
    "never": None,
    "text": "2099-01-01",
    "yes": True,
    "nan": float("nan"),
}


@pytest.mark.parametrize("until", OVER.values(), ids=OVER)
def test_a_sign_in_that_has_run_out_or_never_does_is_over(until: object) -> None:
    with pytest.raises(SignInOverError, match="udløbet"):
        admitted(claims("analytiker", exp=until))


def test_a_sign_in_that_was_ended_is_over_and_the_next_is_not() -> None:
    told = claims("analytiker")
    sign_out(mark_of(told | {"origin": "http://127.0.0.1", "is_logged_in": True}), told["exp"])
    with pytest.raises(SignInOverError, match="logget ud"):
        admitted(told)
    assert admitted(claims("analytiker", nonce="the next"))


@pytest.mark.parametrize("told", [None, "", " ", 7])
def test_who_is_not_named_is_not_let_in(told: object) -> None:
    with pytest.raises(NotAdmittedError, match="ikke, hvem du er"):
        admitted(claims("analytiker", sub=told))

"""A draft keeps what is typed; two who prepare the same pack both keep what they wrote."""

import pytest

from data.errors import UserError
from data.register.draft import Draft, draft, save_draft
from data.register.store import register_path

CODE = "2026K1-217"


def test_nothing_typed_is_an_empty_draft_and_makes_no_file() -> None:
    assert draft(CODE).content == Draft()
    assert not register_path().exists()


def test_what_is_typed_is_there_again() -> None:
    wanted = Draft({"brud": (True, "Set på: § 276 a")}, {"overblik.budskab": "Æøå"})
    saved, lost = save_draft(draft(CODE), wanted, "AB")
    assert lost == ()
    assert draft(CODE) == saved
    assert (saved.content, saved.version, saved.edited_by) == (wanted, 1, "AB")
    assert draft("2026K1-157").content == Draft()


def test_the_same_again_is_no_new_version() -> None:
    saved, _ = save_draft(draft(CODE), Draft(texts={"a": "x"}), "AB")
    again, _ = save_draft(saved, Draft(texts={"a": "x"}), "CD")
    assert (again.version, again.edited_by) == (1, "AB")


def test_two_who_write_in_different_places_both_keep_it() -> None:
    seen, _ = save_draft(draft(CODE), Draft(texts={"a": "før"}), "AB")
    save_draft(seen, Draft({"brud": (True, "")}, {"a": "før"}), "CD")
    both, lost = save_draft(seen, Draft(texts={"a": "efter", "b": "ny"}), "EF")
    assert lost == ()
    assert both.content == Draft({"brud": (True, "")}, {"a": "efter", "b": "ny"})


def test_two_who_write_in_the_same_place_the_first_stays_and_the_second_is_told() -> None:
    seen, _ = save_draft(draft(CODE), Draft(texts={"a": "før"}), "AB")
    save_draft(seen, Draft(texts={"a": "den ene"}), "CD")
    both, lost = save_draft(seen, Draft(texts={"a": "den anden", "b": "ny"}), "EF")
    assert lost == ("a",)
    assert both.content.texts == {"a": "den ene", "b": "ny"}


def test_what_is_deleted_is_gone_and_the_others_addition_stays() -> None:
    seen, _ = save_draft(draft(CODE), Draft(texts={"a": "x"}), "AB")
    save_draft(seen, Draft(texts={"a": "x", "b": "y"}), "CD")
    both, lost = save_draft(seen, Draft(texts={"a": ""}), "EF")
    assert (both.content.texts, lost) == ({"b": "y"}, ())


@pytest.mark.parametrize(
    "wanted",
    [
        Draft({"brud": (False, "Ring 20 21 22 23")}),
        Draft(texts={"a": "Ring 20 21 22 23"}),
        Draft(texts={"a": "x" * 2001}),
    ],
)
def test_what_may_not_be_kept_is_refused_and_not_repeated(wanted: Draft) -> None:
    with pytest.raises(UserError) as refused:
        save_draft(draft(CODE), wanted, "AB")
    assert "20 21" not in str(refused.value)
    assert draft(CODE).content == Draft()

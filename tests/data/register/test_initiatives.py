"""List, add, edit, withdraw: nothing is overwritten, and what is shipped can be corrected but not lost."""

from dataclasses import replace

import pytest

from data.errors import UserError
from data.register.entries import EditConflictError
from data.register.form import FieldsRefusedError
from data.register.initiative import Status, Visibility
from data.register.initiatives import (
    add_initiative,
    edit_initiative,
    initiative,
    initiative_history,
    initiatives,
    withdraw_initiative,
)
from data.register.kept import DuplicateEntryError
from data.register.shipped import shipped_initiatives
from data.register.store import register_path
from data.register.when import parse_when
from tests.data.register.examples import an_initiative

SHIPPED_ID = "bo-trygt-230"


def test_looking_makes_no_file() -> None:
    assert len(initiatives()) == len(shipped_initiatives())
    assert initiative(SHIPPED_ID).version == 0
    assert not register_path().parent.exists()


def test_a_new_initiative_is_there_with_every_field() -> None:
    wanted = an_initiative(
        indicator="indbrud_beboelse",
        end=parse_when("2025K2"),
        status=Status.ENDED,
        expected_effect="20 % færre indbrud",
        comparison=("217", "240"),
        neighbours=("270",),
        chosen_on=parse_when("2024-02-01").first_day,
        visibility=Visibility.MUNICIPALITY,
        source="Handleplan 2024",
        note="Første linje\nanden linje; med tegn: \"',%_",
    )
    saved = add_initiative(wanted, "AB")
    found = initiative(saved.id)
    assert found == saved
    assert (found.version, found.content, found.edited_by) == (1, wanted, "AB")


def test_every_version_stays_readable() -> None:
    first = add_initiative(an_initiative(), "AB")
    second = edit_initiative(first.id, 1, replace(first.content, owner="Lokalpolitiet"), "CD")
    third = edit_initiative(first.id, 2, replace(second.content, status=Status.ENDED), "EF")
    assert initiative_history(first.id) == (first, second, third)
    assert initiative(first.id) == third
    assert [entry.edited_by for entry in initiative_history(first.id)] == ["AB", "CD", "EF"]


def test_an_edit_of_an_older_version_is_told_by_whom_and_when_and_changes_nothing() -> None:
    first = add_initiative(an_initiative(), "AB")
    second = edit_initiative(first.id, 1, replace(first.content, owner="Lokalpolitiet"), "CD")
    with pytest.raises(EditConflictError) as conflict:
        edit_initiative(first.id, 1, replace(first.content, owner="En anden"), "EF")
    assert conflict.value.newest == second
    assert second.edited_at is not None
    assert "CD" in str(conflict.value)
    assert f"{second.edited_at.astimezone():kl. %H.%M}" in str(conflict.value)
    assert initiative_history(first.id) == (first, second)


def test_a_shipped_initiative_is_corrected_by_an_entry_over_it() -> None:
    shipped = initiative(SHIPPED_ID)
    ended = edit_initiative(SHIPPED_ID, 0, replace(shipped.content, end=parse_when("2025"), status=Status.ENDED), "AB")
    assert initiative(SHIPPED_ID) == ended
    assert len(initiatives()) == len(shipped_initiatives())
    assert initiative_history(SHIPPED_ID) == (shipped, ended)
    with pytest.raises(EditConflictError):
        edit_initiative(SHIPPED_ID, 0, shipped.content, "CD")


def test_what_is_withdrawn_is_in_no_list_but_in_its_history() -> None:
    saved = add_initiative(an_initiative(), "AB")
    with pytest.raises(EditConflictError):
        withdraw_initiative(saved.id, 0, "CD")
    withdrawn = withdraw_initiative(saved.id, 1, "CD")
    assert saved.id not in {entry.id for entry in initiatives()}
    assert initiative_history(saved.id) == (saved, withdrawn)
    with pytest.raises(UserError, match="findes ikke"):
        initiative(saved.id)
    with pytest.raises(EditConflictError, match="fjernet af CD"):
        edit_initiative(saved.id, 1, an_initiative(owner="Kommunen igen"), "EF")
    add_initiative(an_initiative(), "EF")


def test_the_same_initiative_twice_is_refused_whatever_its_case() -> None:
    first = add_initiative(an_initiative("Lys i stierne"), "AB")
    with pytest.raises(DuplicateEntryError) as refused:
        add_initiative(an_initiative("LYS  i stierne", owner="En anden"), "CD")
    assert refused.value.existing == first
    other = add_initiative(an_initiative("Nabohjælp"), "AB")
    with pytest.raises(DuplicateEntryError):
        edit_initiative(other.id, 1, first.content, "CD")
    add_initiative(an_initiative("Lys i stierne", start=parse_when("2025")), "CD")


@pytest.mark.parametrize("editor", ["", "  "])
def test_somebody_stands_by_every_version(editor: str) -> None:
    with pytest.raises(UserError, match="hvem du er"):
        add_initiative(an_initiative(), editor)
    assert len(initiatives()) == len(shipped_initiatives())


def test_personal_data_is_not_saved() -> None:
    with pytest.raises(FieldsRefusedError, match="Note.*telefonnummer"):
        add_initiative(an_initiative(note="Ring til 20 21 22 23"), "AB")
    assert not register_path().exists()


def test_an_unknown_id_is_told() -> None:
    with pytest.raises(UserError, match="findes ikke"):
        edit_initiative("indsats-ukendt", 1, an_initiative(), "AB")
    assert initiative_history("indsats-ukendt") == ()


def test_the_district_comes_first_then_the_municipalities_in_danish_order() -> None:
    add_initiative(an_initiative("Ældre", start=None), "AB")
    add_initiative(an_initiative("Ny", start=parse_when("2020")), "AB")
    names = [entry.content.place_name for entry in initiatives()]
    assert names[0] == "Hele kredsen"
    assert list(dict.fromkeys(names))[1:4] == ["Allerød", "Fredensborg", "Frederikssund"]
    halsnaes = [entry.content.what for entry in initiatives() if entry.content.place == "260"]
    assert halsnaes == ["Ny", "Ældre"]

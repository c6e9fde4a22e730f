"""What every kind of entry can rely on, also where its own module does not look first."""

import pytest

from data.register.entries import SHIPPED, EditConflictError, Entry, entry_history, save_version
from data.register.initiative_rows import INITIATIVES
from data.register.store import writing
from tests.data.register.examples import an_initiative


def test_a_version_follows_the_newest_or_is_refused() -> None:
    new = Entry("indsats-1", SHIPPED, an_initiative(), "AB")
    with writing() as connection:
        first = save_version(connection, INITIATIVES, new, an_initiative(), "AB")
        second = save_version(connection, INITIATIVES, first, an_initiative(owner="B"), "CD")
        for base in (new, first):
            with pytest.raises(EditConflictError) as conflict:
                save_version(connection, INITIATIVES, base, an_initiative(owner="C"), "EF")
            assert conflict.value.newest == second
        assert entry_history(connection, INITIATIVES, "indsats-1") == [first, second]


def test_what_is_begun_and_fails_is_not_saved() -> None:
    new = Entry("indsats-1", SHIPPED, an_initiative(), "AB")
    with pytest.raises(ZeroDivisionError), writing() as connection:
        save_version(connection, INITIATIVES, new, an_initiative(), "AB")
        raise ZeroDivisionError
    with writing() as connection:
        assert entry_history(connection, INITIATIVES, "indsats-1") == []

"""Several processes write at once, and one may die at any moment."""

import sqlite3
from contextlib import closing

from data.register.initiatives import add_initiative, initiative, initiative_history
from data.register.store import register_path
from tests.data.register.examples import an_initiative
from tests.data.register.writers import ADD_ONCE, ADD_WITHOUT_END, EDIT_ONCE, line_of, released_together, started

KILLS = 3
SAVED_BEFORE_THE_KILL = 4


def test_of_two_editors_at_once_one_saves_and_the_other_is_told() -> None:
    saved = add_initiative(an_initiative(), "AB")
    editors = ("Den ene", "Den anden")
    told = released_together([started(EDIT_ONCE, saved.id, name) for name in editors])
    winner = editors[told.index("2")]
    assert sorted(told) == sorted(["2", f"conflict {winner}"])
    assert [entry.content.owner for entry in initiative_history(saved.id)] == ["Kommunen", winner]


def test_of_two_who_correct_the_same_shipped_initiative_one_saves() -> None:
    add_initiative(an_initiative(), "AB")
    told = released_together([started(EDIT_ONCE, "bo-trygt-230", name) for name in ("Den ene", "Den anden")])
    assert sorted(each.split()[0] for each in told) == ["1", "conflict"]


def test_those_who_make_the_register_together_all_save() -> None:
    names = [f"Indsats {number}" for number in range(4)]
    told = released_together([started(ADD_ONCE, name) for name in names])
    assert [initiative(identity).content.what for identity in told] == names


def test_what_was_saved_survives_a_kill() -> None:
    saved: list[str] = []
    for _ in range(KILLS):
        process = started(ADD_WITHOUT_END.replace("Indsats {number}", f"Indsats {len(saved)}.{{number}}"))
        saved += [line_of(process) for _ in range(SAVED_BEFORE_THE_KILL)]
        process.kill()
        # What it managed to tell before it died is saved too.
        saved += process.communicate(timeout=60)[0].split()
    assert len(saved) >= KILLS * SAVED_BEFORE_THE_KILL
    with closing(sqlite3.connect(register_path())) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert {len(initiative(identity).content.note) for identity in saved} == {1500}

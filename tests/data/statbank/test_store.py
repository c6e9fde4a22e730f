"""The overlay: what differs from the project, changed as one step, also when the process is killed in the middle."""

from pathlib import Path

import pytest

from data.errors import UserError
from data.home import home
from data.reference import reference_table
from data.statbank import store
from data.statbank.importing import import_files
from tests.data.statbank.exports import Row, api_file, grid

FOLK1A = "OMRÅDE;KØN;ALDER;CIVILSTAND;TID;INDHOLD"


def overlay(name: str) -> Path:
    return home() / "reference" / f"{name}.csv"


def state() -> dict[str, bytes]:
    """Return every file under the home, by its path."""
    return {str(file.relative_to(home())): file.read_bytes() for file in home().rglob("*") if file.is_file()}


def burglaries(tmp_path: Path, *rows: Row, name: str = "x.csv") -> Path:
    return api_file(tmp_path / name, [(area, "1320", period, count) for area, period, count in rows])


def people(tmp_path: Path, count: int) -> Path:
    return api_file(tmp_path / "folk1a.csv", [("157", "TOT", "IALT", "TOT", "2026K2", count)], FOLK1A)


def value(table: str, period: str) -> list[int]:
    rows = reference_table(table)
    rows = rows[(rows["area"] == "157") & (rows["period"] == period)]
    return (rows[rows["code"] == "1320"] if "code" in rows else rows)["value"].tolist()


def test_new_changed_and_unchanged_cells(tmp_path: Path) -> None:
    done = import_files([burglaries(tmp_path, ("157", "2025K3", 151), ("157", "2025K4", 202), ("157", "2026K1", 180))])
    (change,) = done.changes
    known = value("straf11", "2025K4")
    assert known == [202]
    assert (change.new, change.changed, change.unchanged) == (1, 1, 1)
    assert (value("straf11", "2025K3"), value("straf11", "2026K1")) == ([151], [180])


def test_the_overlay_holds_only_what_differs_from_the_project(tmp_path: Path) -> None:
    import_files([burglaries(tmp_path, ("157", "2025K4", 202), ("157", "2026K1", 180))])
    assert overlay("straf11").read_text(encoding="utf-8") == "area,period,code,value\n157,2026K1,1320,180\n"


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    file = burglaries(tmp_path, ("157", "2025K4", 203), ("157", "2026K1", 180))
    import_files([file])
    before = state()
    (change,) = import_files([file]).changes
    assert (change.new, change.changed, change.unchanged) == (0, 0, 2)
    assert state() == before


def test_figures_that_the_project_has_make_no_file(tmp_path: Path) -> None:
    import_files([burglaries(tmp_path, ("157", "2025K4", 202))])
    assert not overlay("straf11").exists()


def test_a_correction_can_be_taken_back(tmp_path: Path) -> None:
    import_files([burglaries(tmp_path, ("157", "2025K4", 203))])
    import_files([burglaries(tmp_path, ("157", "2025K4", 202))])
    assert value("straf11", "2025K4") == [202]
    assert overlay("straf11").read_text(encoding="utf-8") == "area,period,code,value\n"


def test_imports_add_up(tmp_path: Path) -> None:
    import_files([burglaries(tmp_path, ("157", "2026K1", 180))])
    import_files([burglaries(tmp_path, ("157", "2026K2", 120))])
    assert (value("straf11", "2026K1"), value("straf11", "2026K2")) == ([180], [120])


def test_what_is_unknown_in_a_file_leaves_what_is_known(tmp_path: Path) -> None:
    import_files([burglaries(tmp_path, ("157", "2025K4", ".."), ("157", "2026K1", 180))])
    assert value("straf11", "2025K4") == [202]


def test_two_files_that_agree_are_one(tmp_path: Path) -> None:
    one = burglaries(tmp_path, ("157", "2026K1", 180), name="a.csv")
    other = burglaries(tmp_path, ("157", "2026K1", 180), ("157", "2026K2", 120), name="b.csv")
    (change,) = import_files([one, other]).changes
    assert change.new == 2


def test_two_files_that_disagree_are_refused(tmp_path: Path) -> None:
    one = burglaries(tmp_path, ("157", "2026K1", 180), name="a.csv")
    other = burglaries(tmp_path, ("157", "2026K1", 181), name="b.csv")
    with pytest.raises(UserError, match=r"a\.csv og b\.csv siger forskelligt"):
        import_files([one, other])
    assert not overlay("straf11").exists()


def test_all_files_or_none(tmp_path: Path) -> None:
    import_files([burglaries(tmp_path, ("157", "2026K1", 180))])
    before = state()
    damaged = api_file(tmp_path / "damaged.csv", grid(["157"], ["Cykeltyveri"], ["2026K1"]))
    with pytest.raises(UserError, match=r"damaged\.csv"):
        import_files([people(tmp_path, 75200), burglaries(tmp_path, ("157", "2026K1", 190)), damaged])
    assert state() == before


class Killed(BaseException):
    """Stands for kill -9: nothing after it is done."""


@pytest.mark.parametrize("survived", [0, 1])
def test_killed_while_moving_in_place_all_of_it_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, survived: int
) -> None:
    moves = 0
    move = Path.replace

    def killed_after(file: Path, target: Path) -> Path:
        nonlocal moves
        if moves == survived:
            raise Killed
        moves += 1
        return move(file, target)

    with monkeypatch.context() as interrupted:
        interrupted.setattr(Path, "replace", killed_after)
        with pytest.raises(Killed):
            import_files([people(tmp_path, 75200), burglaries(tmp_path, ("157", "2026K1", 180))])
    assert (value("folk1a", "2026K2"), value("straf11", "2026K1")) == ([75200], [180])
    import_files([burglaries(tmp_path, ("157", "2026K2", 120))])
    assert (value("folk1a", "2026K2"), value("straf11", "2026K2")) == ([75200], [120])
    assert sorted(state()) == ["reference/folk1a.csv", "reference/straf11.csv"]


def test_killed_while_writing_none_of_it_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(_: int) -> None:
        raise Killed

    with monkeypatch.context() as interrupted:
        interrupted.setattr(store.os, "fsync", killed)
        with pytest.raises(Killed):
            import_files([people(tmp_path, 75200), burglaries(tmp_path, ("157", "2026K1", 180))])
    assert (value("folk1a", "2026K2"), value("straf11", "2026K1")) == ([], [])
    import_files([people(tmp_path, 75300)])
    assert sorted(state()) == ["reference/folk1a.csv"]


def test_a_disk_that_refuses_is_told_in_danish(tmp_path: Path) -> None:
    home().mkdir(parents=True)
    (home() / "reference").write_text("ikke en mappe", encoding="utf-8")
    with pytest.raises(UserError, match="kunne ikke gemmes"):
        import_files([burglaries(tmp_path, ("157", "2026K1", 180))])

"""Several files in one command: what two of them cover is refused, and the same file counts once."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from data.errors import UserError
from data.load import load, main
from tests.data.load.extracts import everything, load_one, row, stored, write
from tests.data.load.test_rules import covers

ROADS = "id,kommunekode,laengde_km,adt,hastighed_foer,hastighed_efter,fra,til\n{},157,1,1,1,1,,\n"


def refused(paths: Sequence[Path], *words: str) -> None:
    """Hold that the files are refused in one line with these words, and nothing is changed."""
    load_one(write(paths[0].parent, [row(77, anmeldt="01-02-2024 10:00")], name="foer.csv"))
    before = everything()
    for check in (False, True):
        with pytest.raises(UserError) as error:
            load(paths, check=check)
        assert all(word in str(error.value) for word in words), error.value
        assert "\n" not in str(error.value)
    assert everything() == before


def test_two_files_that_cover_the_same_are_refused_by_name(tmp_path: Path) -> None:
    paths = [
        write(tmp_path, [row(1), row(2, kommunekode="217")], name="a.csv"),
        write(tmp_path, [row(3)], name="b.csv"),
    ]
    refused(paths, "a.csv og b.csv dækker begge Gentofte, november 2025, henvendelse.", "Den sidste ville erstatte")


def test_also_when_the_first_was_loaded_before_or_comes_last(tmp_path: Path) -> None:
    paths = [write(tmp_path, [row(1)], name="a.csv"), write(tmp_path, [row(3)], name="b.csv")]
    load_one(paths[0])
    refused(paths, "a.csv og b.csv dækker begge")
    refused(paths[::-1], "b.csv og a.csv dækker begge")


def test_what_a_covers_file_tells_counts_too(tmp_path: Path) -> None:
    paths = [write(tmp_path, [row(1)], name="a.csv"), write(tmp_path, [row(3, kommunekode="217")], name="b.csv")]
    covers(paths[1], "2025-10", "2025-12", places='["157", "217"]', categories='["henvendelse"]')
    refused(paths, "dækker begge Gentofte, november 2025, henvendelse.")
    covers(paths[0], "2025-11", "2025-12", places='["157", "217"]', categories='["henvendelse"]')
    refused(paths, "dækker begge Gentofte, november 2025, henvendelse og 3 kombinationer mere")


def test_a_row_that_is_refused_covers_nothing(tmp_path: Path) -> None:
    first = write(tmp_path, [row(1), row(2, kommunekode="217", metode="x")], name="a.csv")
    second = write(tmp_path, [row(3, kommunekode="217")], name="b.csv")
    assert load([first, second]).accepted == 2


def test_two_files_of_one_name_in_two_folders(tmp_path: Path) -> None:
    (tmp_path / "ny").mkdir()
    paths = [write(tmp_path, [row(1)], name="a.csv"), write(tmp_path / "ny", [row(3)], name="a.csv")]
    refused(paths, "De to filer, der hedder a.csv, dækker begge")


@pytest.mark.parametrize("loaded_before", [False, True])
def test_the_same_file_twice_counts_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], loaded_before: bool
) -> None:
    first = write(tmp_path, [row(1), row(2, metode="x")], name="a.csv")
    shutil.copy(first, tmp_path / "b.csv")
    if loaded_before:
        load_one(first)
        capsys.readouterr()
    assert main([str(first), str(tmp_path / "b.csv"), str(first), "--json"]) == 0
    told = capsys.readouterr()
    assert told.err.count("den samme fil som a.csv. Den tæller én gang.") == 2
    report = json.loads(told.out)
    assert (report["accepted"], report["refused"]) == (1, 1)
    assert [file["same_as"] for file in report["files"]] == [None, "a.csv", "a.csv"]
    assert stored() == [("a-1",)]


def test_two_small_files_of_one_kind(tmp_path: Path) -> None:
    paths = [tmp_path / "vej1.csv", tmp_path / "vej2.csv", tmp_path / "vej3.csv"]
    for path, name in zip(paths, ("v-1", "v-2", "v-1"), strict=True):
        path.write_text(ROADS.format(name))
    refused(paths[:2], "vej1.csv og vej2.csv er begge vejstrækninger.")
    assert [file.same_as for file in load([paths[0], paths[2]]).files] == [None, "vej1.csv"]

"""The command line: what it says, and to whom."""

import json
from pathlib import Path

import pytest

from data.errors import UserError
from data.register.__main__ import main
from data.register.initiatives import initiatives
from data.register.shipped import shipped_initiatives

FILE = "sted;omraade;indsats;status\n260;indbrud;Lys;i gang\n"


def test_in_and_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out, copy = tmp_path / "ind.csv", tmp_path / "ud" / "ud.csv", tmp_path / "kopi.sqlite"
    source.write_text(FILE, encoding="utf-8")
    assert main(["import", str(source), "--by", "AB", "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out) == {"added": 1, "corrected": 0, "unchanged": 0}
    assert "1 tilføjet" in told.err
    assert [entry.edited_by for entry in initiatives() if entry.version] == ["AB"]
    for words in (["export", str(out)], ["backup", str(copy)], ["restore", str(copy)]):
        assert main(words) == 0
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err
    assert out.read_text(encoding="utf-8-sig").count("\n") == len(shipped_initiatives()) + 2


@pytest.mark.parametrize("words", [[], ["import"], ["slet", "fil"], ["import", "fil", "--ukendt"]])
def test_a_wrong_command_shows_the_usage(words: list[str]) -> None:
    with pytest.raises(UserError, match="Brug: python -m data.register"):
        main(words)


def test_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    assert "backup FIL" in capsys.readouterr().err


def test_an_export_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="kan ikke skrives"):
        main(["export", str(tmp_path)])

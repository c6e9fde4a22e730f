from pathlib import Path

import pytest

from data.demo.__main__ import main
from data.errors import UserError
from data.home import home


def test_it_says_in_danish_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rows", "1500", "--out", str(tmp_path)]) == 0
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith("Demodata: syntetiske hændelser")
    assert f"{tmp_path / 'haendelser_2026-01-12.csv'} (1.500 rækker)" in output.err
    assert "stemmer ikke med de offentliggjorte totaler" in output.err


def test_it_writes_to_the_home_of_the_user(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--rows", "100"])
    assert sorted(path.name for path in (home() / "demo").iterdir()) == [
        "boliger_pr_celle.csv",
        "haendelser_2026-01-12.covers.toml",
        "haendelser_2026-01-12.csv",
        "vejstraekninger.csv",
    ]
    assert str(home()) in capsys.readouterr().err


def test_a_long_run_shows_progress(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.demo.__main__._SHOW_PROGRESS_FROM", 1000)
    main(["--rows", "1000", "--out", str(tmp_path)])
    assert "1.000 af 1.000 hændelser skrevet" in capsys.readouterr().err


def test_help_is_danish(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    assert "Skriver et syntetisk udtræk" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["--rows", "0"], ["--rows", "mange"], ["--seed", "-1"], ["--ukendt"], ["ekstra"], ["--rows"]]
)
def test_a_wrong_command_is_refused_in_danish(words: list[str]) -> None:
    with pytest.raises(UserError, match=r"(skal være|^Brug: python -m data\.demo)"):
        main(words)


def test_a_folder_that_cannot_be_written_is_a_user_error(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("optaget", encoding="utf-8")
    with pytest.raises(UserError, match="kunne ikke skrives"):
        main(["--rows", "10", "--out", str(tmp_path / "fil")])


def test_the_documentation_names_every_file_and_option(tmp_path: Path) -> None:
    main(["--rows", "10", "--out", str(tmp_path)])
    text = (Path(__file__).resolve().parents[3] / "docs" / "demodata.md").read_text(encoding="utf-8")
    for name in (*(path.name for path in tmp_path.iterdir()), "--seed", "--rows"):
        assert name in text

"""`python -m analysis.packs`: what is written, what is frozen, and what is refused without a trace."""

from pathlib import Path

import pytest

from analysis.packs.__main__ import main
from analysis.packs.answers_file import read_answers
from analysis.packs.checks import Answer
from analysis.packs.preflight import CHECKS
from data.errors import UserError
from data.municipalities import municipality_codes
from data.register.packs import frozen_packs, pack_files

ANSWERED = 'navn = "AB"\n[forhaandstjek]\n' + "\n".join(f'{code} = "Set igennem."' for code in CHECKS)


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "svar.toml"
    file.write_text(ANSWERED, encoding="utf-8")
    return file


def written(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.glob("*")}


def test_a_draft_is_written_and_nothing_is_frozen(tmp_path: Path) -> None:
    out = tmp_path / "ud"
    assert (
        main(["--meeting", "2026K1", "--municipality", "217", "--out", str(out), "--format", "csv,pdf", "--draft"]) == 0
    )
    assert "kredsblik-2026k1-helsingoer-udkast.pdf" in written(out)
    assert all("udkast" in name for name in written(out))
    assert frozen_packs() == ()


def test_every_municipality_gets_its_own(tmp_path: Path) -> None:
    main(["--meeting", "2026K1", "--all", "--out", str(tmp_path / "ud"), "--format", "pdf", "--draft"])
    assert len(written(tmp_path / "ud")) == len(municipality_codes())


def test_what_is_written_is_what_is_frozen(tmp_path: Path, answers: Path) -> None:
    main(
        ["--meeting", "2025K4", "--all", "--theme", "digital", "--out", str(tmp_path / "ud"), "--answers", str(answers)]
    )
    assert written(tmp_path / "ud") == pack_files("2025K4-digital")


def test_the_wanted_formats_are_written_and_all_are_frozen(tmp_path: Path, answers: Path) -> None:
    call = ["--meeting", "2025K3", "--out", str(tmp_path / "ud"), "--format", "docx", "--answers", str(answers)]
    main(call)
    assert list(written(tmp_path / "ud")) == ["kredsblik-2025k3-hele-kredsen.docx"]
    assert {name.rsplit(".", 1)[-1] for name in pack_files("2025K3-kreds")} == {"pptx", "docx", "pdf", "csv"}


def test_without_all_answers_nothing_is_written_or_frozen(tmp_path: Path) -> None:
    file = tmp_path / "svar.toml"
    file.write_text(ANSWERED.replace('signaler = "Set igennem."', "signaler = true"), encoding="utf-8")
    with pytest.raises(UserError, match="signaler.*Uden for det ventede: indbrud i Helsingør"):
        main(["--meeting", "2026K1", "--municipality", "217", "--out", str(tmp_path / "ud"), "--answers", str(file)])
    assert not (tmp_path / "ud").exists() and frozen_packs() == ()


def test_one_unanswered_municipality_stops_all_thirteen(tmp_path: Path) -> None:
    file = tmp_path / "svar.toml"
    file.write_text(ANSWERED.replace('signaler = "Set igennem."', "signaler = true"), encoding="utf-8")
    with pytest.raises(UserError, match="signaler"):
        main(["--meeting", "2026K1", "--all", "--out", str(tmp_path / "ud"), "--answers", str(file)])
    assert not (tmp_path / "ud").exists() and frozen_packs() == ()


def test_an_edit_against_the_verdict_is_told_and_left_to_the_person(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "svar.toml"
    own = '\n[kommuner.217.tekster]\n"indbrud.udvikling.tekst1" = "Indbruddene falder."\n'
    file.write_text(ANSWERED + own, encoding="utf-8")
    main(["--meeting", "2026K1", "--municipality", "217", "--out", str(tmp_path / "ud"), "--answers", str(file)])
    assert (
        "indbrud.udvikling.tekst1: Teksten siger færre, men vurderingen er flere end ventet." in capsys.readouterr().err
    )


@pytest.mark.parametrize(
    "call",
    [
        [],
        ["--meeting", "2026K1", "--out", "x", "--draft"],
        ["--meeting", "2026K1", "--all", "--municipality", "217", "--out", "x", "--draft"],
        ["--meeting", "2026K1", "--municipality", "217", "--out", "x"],
        ["--meeting", "2026K1", "--municipality", "217", "--out", "x", "--draft", "--answers", "y"],
        ["--meeting", "2026K9", "--municipality", "217", "--out", "x", "--draft"],
        ["--meeting", "2026K1", "--municipality", "999", "--out", "x", "--draft"],
        ["--meeting", "2026K1", "--municipality", "217", "--out", "x", "--draft", "--format", "xls"],
        ["--meeting", "2026K1", "--municipality", "217", "--out", "x", "--answers", "findes-ikke.toml"],
    ],
)
def test_a_wrong_call_is_one_danish_message(call: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError):
        main(call)
    assert not (tmp_path / "x").exists()


def test_packs_are_not_made_in_the_councils_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_ROOM", "kredsraad")
    with pytest.raises(UserError, match="analytikernes rum"):
        main(["--meeting", "2026K1", "--municipality", "217", "--out", str(tmp_path / "ud"), "--draft"])
    assert not (tmp_path / "ud").exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("navn = ", "TOML"),
        ("[forhaandstjek]\nbrud = true", "hvem der svarer"),
        ('navn = "AB"\nvejret = 1', "vejret kendes ikke"),
        ('navn = "AB"\n[forhaandstjek]\nvejret = true', "tjekket vejret"),
        ('navn = "AB"\n[forhaandstjek]\nbrud = 3', "svaret på brud"),
        ('navn = "AB"\n[tekster]\n"overblik.tekst1" = 3', "anførselstegn"),
        ('navn = "AB"\nforhaandstjek = 3', "tabel"),
    ],
)
def test_a_faulty_answers_file_is_told_what_is_wrong(text: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "svar.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=told):
        read_answers(file)


def test_a_municipality_s_own_answers_come_before_those_for_all(tmp_path: Path) -> None:
    file = tmp_path / "svar.toml"
    file.write_text('navn = "AB"\n[forhaandstjek]\nbrud = true\n[kommuner.217.forhaandstjek]\nbrud = "Set."', "utf-8")
    found = read_answers(file)
    assert (found.of("217").checks["brud"], found.of("260").checks["brud"]) == (Answer(comment="Set."), Answer(True))

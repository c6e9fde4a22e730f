"""`python -m data.statbank` as a script calls it, on real exports and on damaged ones."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.errors import UserError
from data.home import home
from data.municipalities import municipalities
from data.reference import reference_table
from data.statbank.__main__ import main
from data.statbank.reading import read_file
from tests.data.statbank.exports import Row, api_file, grid, workbook

ROOT = Path(__file__).resolve().parents[3]
FILES = ROOT / "tests" / "data" / "files"
BULK = FILES / "straf11_bulk.csv"
WEB = FILES / "straf11_web.csv"


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "data.statbank", *map(str, words)]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def report(capsys: pytest.CaptureFixture[str], *files: Path) -> dict[str, Any]:
    """Import in this process and return the JSON."""
    assert main([*map(str, files), "--json"]) == 0
    read: dict[str, Any] = json.loads(capsys.readouterr().out)
    return read


def count(area: str, period: str, code: str) -> list[int]:
    rows = reference_table("straf11")
    return rows[(rows["area"] == area) & (rows["period"] == period) & (rows["code"] == code)]["value"].tolist()


def test_the_command_on_a_real_bulk_export() -> None:
    done = run("--json", BULK)
    assert done.returncode == 0
    said = json.loads(done.stdout)
    (table,) = said["tables"]
    # 7 areas x 10 offences; 58 rows are in the file, 12 cells were zero.
    assert (table["table"], table["rows"], table["zero_filled"]) == ("STRAF11", 58, 12)
    assert table["new"] + table["changed"] + table["unchanged"] == 7 * 10
    # Known before: violence, residential burglary and shoplifting in seven areas.
    assert (table["changed"], table["unchanged"]) == (0, 7 * 3)
    assert (table["first_period"], table["last_period"]) == ("2025K1", "2025K1")
    assert "STRAF11: 49 nye tal, 0 ændrede, 21 uændrede." in done.stderr


def test_zeros_of_a_real_bulk_export(capsys: pytest.CaptureFixture[str]) -> None:
    report(capsys, BULK)
    assert count("157", "2025K1", "1390") == [63]
    assert count("270", "2025K1", "1380") == [0]  # Gribskov had no robbery
    assert count("201", "2025K1", "1390") == []  # Allerød is not in the file


def test_the_command_on_a_real_web_export(capsys: pytest.CaptureFixture[str]) -> None:
    said = report(capsys, WEB)
    (file,) = said["files"]
    assert (file["table"], file["layout"]) == ("STRAF11", "matrix")
    assert (file["rows"], file["skipped_areas"]) == (10, 4)
    assert (file["first_period"], file["last_period"]) == ("2007K1", "2022K2")
    assert "Overtrædelsens art i alt (TOT)" in file["notes"][0]
    # Six areas; 36 of the 62 quarters (2007K1-2015K4) were not known.
    assert (said["new"], said["changed"], said["unchanged"]) == (6 * 36, 0, 6 * 26)
    assert count("157", "2007K1", "TOT") == [1341]
    assert count("998", "2022K2", "TOT") == [8838]


def test_both_at_once_and_again(capsys: pytest.CaptureFixture[str]) -> None:
    first = report(capsys, BULK, WEB)
    written = (home() / "reference" / "straf11.csv").read_bytes()
    second = report(capsys, WEB, BULK)
    assert (second["new"], second["changed"]) == (0, 0)
    assert second["unchanged"] == first["new"] + first["unchanged"]
    assert (home() / "reference" / "straf11.csv").read_bytes() == written


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso-8859-1"])
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("presentation", ["code", "label", "both"])
def test_every_way_the_api_can_say_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str, language: str, presentation: str
) -> None:
    offence, period = ("Indbrud i beboelser", "2026K1") if language == "da" else ("Residential burglaries", "2026Q1")
    shown = {
        "code": lambda code, _: code,
        "label": lambda _, label: label,
        "both": lambda code, label: f"{code} {label}",
    }[presentation]
    rows: list[Row] = [
        (shown(member.code, member.name), shown("1320", offence), shown("2026K1", period), 10 + at)
        for at, member in enumerate(municipalities())
    ]
    said = report(capsys, api_file(tmp_path / "x.csv", rows, encoding=encoding))
    assert (said["new"], said["changed"], said["unchanged"]) == (13, 0, 0)
    assert [count(member.code, "2026K1", "1320") for member in municipalities()] == [[10 + at] for at in range(13)]


def test_several_tables_in_one_go(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    households = workbook(
        tmp_path / "a.xlsx",
        [("Husstande 1. januar efter område og tid",), ("Enhed: Antal",), ("", 2026, 2027), ("Gentofte", 34024, 34100)],
    )
    charges = api_file(
        tmp_path / "b.csv", grid(["157"], ["1320"], ["ANM", "SIG"], ["2025"]), "OMRÅDE;OVERTRÆD;ANMSIGT;TID;INDHOLD"
    )
    said = report(capsys, households, charges)
    assert [(table["table"], table["new"], table["unchanged"]) for table in said["tables"]] == [
        ("FAM55N", 1, 1),
        ("STRAF22", 2, 0),
    ]
    assert set(reference_table("straf22")["measure"]) == {"anm", "sig"}


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[: len(data) // 3],
        lambda data: data[:1500],
        lambda data: data.replace("æ".encode(), "\N{REPLACEMENT CHARACTER}".encode()),
        lambda data: data.replace(b";1684\n", b";-1684\n"),
        lambda data: data.replace(b";1684\n", b";mange\n"),
        lambda data: data.replace(b";1684\n", b";1684;1\n"),
        lambda data: data.replace(b"2025K1;1684", b"2025K9;1684"),
        lambda data: data.replace("Røveri".encode(), b"Rov"),
        lambda data: data + "Gentofte;Røveri;2025K1;6\n".encode(),
        lambda _: b"<html><body>Fejl 503</body></html>",
        lambda _: b"",
    ],
)
def test_a_damaged_file_changes_nothing_and_says_why(tmp_path: Path, damage: Any) -> None:
    file = tmp_path / "hentet.csv"
    file.write_bytes(damage(BULK.read_bytes()))
    with pytest.raises(UserError) as refused:
        main(["--json", str(file)])
    assert str(refused.value).startswith("hentet.csv")
    assert not (home() / "reference").exists()


def test_the_command_on_a_damaged_file(tmp_path: Path) -> None:
    file = tmp_path / "hentet.csv"
    file.write_bytes(BULK.read_bytes()[:1500])
    done = run("--json", file)
    assert (done.returncode, done.stdout) == (2, "")
    assert (done.stderr.startswith("hentet.csv"), done.stderr.count("\n")) == (True, 1)


def test_a_real_export_cut_inside_a_line_is_refused_or_gives_no_number_that_it_does_not_have(tmp_path: Path) -> None:
    """From the fifth area on: before it too little shows how long a block is. A block's last line is its end."""
    lines = BULK.read_bytes().splitlines(keepends=True)
    first = next(at for at, line in enumerate(lines) if line.startswith("Furesø".encode()))
    whole = {tuple(key): value for *key, value in read_file(BULK).cells.itertuples(index=False)}
    file = tmp_path / "x.csv"
    for at in range(first, len(lines) - 1):
        ends_block = lines[at].split(b";")[0] != lines[at + 1].split(b";")[0]
        for kept in (5, len(lines[at]) - 2, len(lines[at]) - 1):
            file.write_bytes(b"".join(lines[:at]) + lines[at][:kept])
            try:
                cells = read_file(file).cells
            except UserError:
                continue
            assert ends_block, f"line {at + 1}, {kept} bytes"
            assert all(whole[tuple(key)] >= value for *key, value in cells.itertuples(index=False))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_happens_to_a_file_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = bytearray(data.draw(st.sampled_from([BULK, WEB])).read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(content)))
        pieces = [b"", b";", b",", b'"', b"\n", b"\r", b"\0", b"\xff", b"2025", b"..", b"TID", b"I alt"]
        content[at : at + data.draw(st.sampled_from([0, 1, 9, 300]))] = data.draw(st.sampled_from(pieces))
    file = tmp_path_factory.mktemp("damaged") / "x.csv"
    file.write_bytes(content)
    with contextlib.suppress(UserError):
        assert (read_file(file).cells["value"] >= 0).all()


def test_a_file_without_a_last_line_break_may_be_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(BULK.read_bytes().rstrip())
    assert report(capsys, file)["new"] == 49


@pytest.mark.parametrize("words", [[], ["--unknown"], ["--json"]])
def test_a_wrong_call_shows_the_usage_in_danish(words: list[str]) -> None:
    with pytest.raises(UserError, match=r"^Brug: python -m data\.statbank FIL"):
        main(words)


def test_help_is_danish(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    assert "Importerer tal hentet fra Danmarks Statistik" in capsys.readouterr().err


@pytest.mark.parametrize("label", ["Jens Hansen", "211062-5629", "ring 21 10 62 56"])  # invented
def test_the_wrong_file_is_refused_without_repeating_a_person(tmp_path: Path, label: str) -> None:
    path = tmp_path / "forkert.csv"
    path.write_text(f"OMRÅDE;OVERTRÆD;TID;INDHOLD\n{label};1320 Indbrud i beboelser;2025K1;5\n", encoding="utf-8")
    with pytest.raises(UserError) as refusal:
        main([str(path)])
    assert label not in str(refusal.value)


def test_a_file_whose_name_seems_to_be_a_persons_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "Jens Hansen.csv"  # invented
    path.write_bytes(BULK.read_bytes())
    with pytest.raises(UserError, match="ligner|indeholde et navn"):
        main([str(path)])

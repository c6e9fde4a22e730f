"""python -m data.load: what it prints, where, and how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from data.errors import UserError
from data.load import load, main
from data.progress import silent
from tests.data.load.extracts import everything, row, stored, text, write


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Return the exit status, standard output and standard error of a call."""
    status = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_json_alone_is_on_standard_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, [row(1), row(2, metode="ukendt måde"), row(3, kommunekode="217")])
    status, out, err = said(capsys, path, "--json")
    report = json.loads(out)
    assert status == 0
    assert (report["accepted"], report["refused"]) == (2, 1)
    [refusal] = report["refusals"]
    assert (refusal["line"], refusal["column"]) == (3, "metode")
    assert report["coverage"] == {
        "cells": 2,
        "municipalities": ["157", "217"],
        "from": "2025-11",
        "to": "2025-11",
        "categories": ["henvendelse"],
        "open_months": [],
    }
    assert report["error"] is None
    assert report["files"][0]["extracted"] == "2026-01-12"
    assert not report["files"][0]["already_loaded"]
    assert "ukendt måde" not in out + err


def test_the_summary_is_danish_on_standard_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [row(number) for number in range(1234)] + [row(9999, metode="x")]
    status, out, err = said(capsys, write(tmp_path, rows, name="udtræk.csv"))
    assert (status, out) == (0, "")
    assert "udtræk.csv: 1.234 hændelser indlæst, 1 række afvist." in err
    assert "Linje 1236: metode har en værdi, som kontrakten ikke kender." in err
    assert "november 2025" in err
    assert said(capsys, tmp_path / "udtræk.csv")[2] == "udtræk.csv: allerede indlæst. Intet er ændret.\n"


def test_a_refused_file_ends_with_two_and_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, [row(1, metode="x")])
    status, out, err = said(capsys, path, "--json")
    report = json.loads(out)
    assert (status, report["accepted"], report["refused"]) == (2, 0, 1)
    assert report["refusals"][0]["line"] == 2
    assert err.strip() == report["error"]
    assert len(err.strip().splitlines()) == 1


def test_a_check_tells_everything_and_stores_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, [row(1), row(2, metode="x")])
    home = Path(os.environ["KREDSBLIK_HOME"])
    status, out, _ = said(capsys, path, "--check", "--json")
    report = json.loads(out)
    assert (status, report["accepted"], report["refused"], report["check"]) == (0, 1, 1, True)
    assert not home.exists()
    load([write(tmp_path, [row(7)], name="foer.csv")])
    before = everything()
    assert json.loads(said(capsys, path, "--check", "--json")[1])["accepted"] == 1
    assert everything() == before


def test_the_demo_folder_is_loaded_as_it_is(tmp_path: Path) -> None:
    road = tmp_path / "vejstraekninger.csv"
    road.write_text(
        "id,kommunekode,laengde_km,adt,hastighed_foer,hastighed_efter,fra,til\nv-1,0157,2.13,6600,50,40,2022-06-12,\n"
    )
    cells = tmp_path / "boliger_pr_celle.csv"
    cells.write_text("celle_1km;kommunekode;boliger\n1km_6212_711;157;1.234\n")
    extract = write(tmp_path, [row(1, haendelse_id="demo-1")])
    report = load([road, cells, extract])
    assert [file.kind for file in report.files] == ["road_sections", "cell_dwellings", "incidents"]
    assert (report.accepted, report.files[2].demo) == (1, True)
    assert all(file.already_loaded for file in load([road, cells, extract]).files)
    assert [values[:3] for values in everything()["road_sections"]] == [("v-1", "157", 2.13)]
    assert everything()["cell_dwellings"] == [("1km_6212_711", "157", 1234)]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("celle_1km,kommunekode,boliger\n1km_6212_711,157,3\n1km_6212_711,101,3\n", "linje 3: kommunekode"),
        ("celle_1km,kommunekode,boliger\n1km_6212_711,157,\n", "linje 2: boliger"),
        ("celle_1km,kommunekode,boliger\n1km_6212_711\n", "linje 2"),
        ("celle_1km,kommunekode,boliger\n", "ingen rækker"),
        ("id,kommunekode,laengde_km,adt,hastighed_foer,hastighed_efter,fra,til\nv,157,lang,1,1,1,,\n", "laengde_km"),
        ("id,kommunekode,laengde_km,adt,hastighed_foer,hastighed_efter,fra,til\nv,157,1,1,1,1,31-02-2025,\n", "fra"),
    ],
)
def test_a_companion_is_right_in_every_row_or_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, told: str
) -> None:
    path = tmp_path / "lille.csv"
    path.write_text(content)
    status, _, err = said(capsys, path)
    assert status == 2
    assert told in err


def test_progress_ends_where_the_work_ends(tmp_path: Path) -> None:
    shares: list[float] = []
    load([write(tmp_path, [row(1)])], progress=lambda share, _: shares.append(share))
    assert shares == sorted(shares)
    assert shares[0] == 0 and shares[-1] < 1
    assert silent(0.5, "") is None


def test_from_a_shell_with_a_path_that_looks_like_a_pattern(tmp_path: Path) -> None:
    folder = tmp_path / "kommune=157 [ny] *"
    folder.mkdir()
    path = folder / "udtræk 'æ'.csv"
    path.write_text(text([row(1)]))
    ended = subprocess.run([sys.executable, "-m", "data.load", str(path)], capture_output=True, check=False, text=True)
    assert (ended.returncode, ended.stdout) == (0, "")
    assert stored() == [("a-1",)]


def test_wrong_calls_are_answered_in_danish(capsys: pytest.CaptureFixture[str]) -> None:
    for call in ([], ["--findes-ikke", "x.csv"], ["x.csv", "--profile"]):
        with pytest.raises(UserError, match="^Brug: python -m data.load FIL"):
            main(call)
    with pytest.raises(SystemExit) as ended:
        main(["-h"])
    assert ended.value.code == 0
    assert "--covers" in capsys.readouterr().err

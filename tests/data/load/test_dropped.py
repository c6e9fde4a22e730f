"""A look stores nothing, and what a profile drops is nowhere afterwards: not in a file, not in a report."""

from pathlib import Path

import pytest

from data.home import home
from data.load import main
from tests.data.load.extracts import load_one, row, stored, write
from tests.data.load.test_personal import nowhere

# A made-up system: other names, a date and a clock apart, its own codes, two columns that are never read.
PROFILE = """
title = "Et andet system"
drop = ["Vidne", "Fritekst"]
[columns]
Nummer = "haendelse_id"
Sagstype = "kategori"
Kommune = "kommunekode"
Koen = "offer_koen"
[join]
anmeldt = ["Dag", "Klokken"]
[values.kategori]
Netsvindel = "databedrageri"
[values.offer_koen]
Kvinde = "k"
"""
SECRETS = ("Jens Hansen, Skovvej 12", "ring 40253112 =cmd|'/C calc'!A0", "211062-5629")
ROWS = [
    "Nummer;Sagstype;Kommune;Koen;Dag;Klokken;Vidne;Fritekst",
    f'q-1;Netsvindel;0157;Kvinde;05-11-2025;14:30;"{SECRETS[0]}";"{SECRETS[1]}"',
    f"q-2;Netsvindel;0217;Ukendt;05-11-2025;14:30;{SECRETS[2]};x",
]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_what_a_profile_of_your_own_drops_is_nowhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    profile, path = tmp_path / "eget.toml", tmp_path / "udtraek_2026-01-12.csv"
    profile.write_text(PROFILE, encoding="utf-8")
    path.write_text("\n".join(ROWS), encoding=encoding)
    assert main([str(path), "--profile", str(profile), "--json"]) == 0
    told = capsys.readouterr()
    assert stored("haendelse_id, kommunekode, offer_koen") == [("q-1", "157", "k")]
    for secret in SECRETS:
        assert nowhere(secret)
        assert secret not in told.out + told.err


def test_a_look_leaves_every_byte_as_it_was(tmp_path: Path) -> None:
    load_one(write(tmp_path, [row(1), row(2, metode="x")], name="foer.csv"))
    before = {path: path.read_bytes() for path in home().rglob("*") if path.is_file()}
    report = load_one(write(tmp_path, [row(number) for number in range(3000)], name="ny.csv"), check=True)
    assert report.accepted == 3000
    assert {path: path.read_bytes() for path in home().rglob("*") if path.is_file()} == before

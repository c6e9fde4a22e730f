"""Profiles: other systems' files become rows of the contract; what is dropped is never read."""

import datetime as dt
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from data.contract import COLUMNS
from data.errors import UserError
from data.incidents import incidents_path
from data.profile import PROFILES, load_profile
from tests.data.load.extracts import NAMES, load_one, refusals, row, stored, text

NARRATIVE = "Fører Jens Invented, cpr 211062-5629, kørte ind i en parkeret bil"
VEJMAN = [
    "UHELDS_ID",
    "UHELDSDATO",
    "AAR",
    "UHELDSART",
    "KODE_UHELDSSITUATION",
    "UHELDSSITUATION",
    "UHELDSTEKST",
    "KRYDS_UHELD",
    "SPRIT",
    "LYS",
    "VEJRFORHOLD",
    "VEJKATEGORI",
    "UHELDKOMMUNE",
    "ANTAL_DRAEBTE",
    "ANTAL_ALV_TILSKADEKOMNE",
    "ANTAL_LET_TILSKADEKOMNE",
    "ANTAL_TILSKADEKOMNE",
]


def accident(**changes: object) -> list[object]:
    """Return a row of a vejman.dk export."""
    values: dict[str, object] = dict.fromkeys(VEJMAN, "")
    values |= {
        "UHELDS_ID": 1234567,
        "UHELDSDATO": dt.datetime(2025, 3, 14, 16, 30),
        "AAR": 2025,
        "UHELDSART": "Pskduh",
        "KODE_UHELDSSITUATION": 312,
        "UHELDSTEKST": NARRATIVE,
        "SPRIT": 0,
        "UHELDKOMMUNE": 217,
        "ANTAL_DRAEBTE": 0,
        "ANTAL_ALV_TILSKADEKOMNE": 1,
        "ANTAL_LET_TILSKADEKOMNE": 2,
        "ANTAL_TILSKADEKOMNE": 3,
    }
    return list((values | changes).values())


def export(folder: Path, rows: list[list[object]], names: list[str] = VEJMAN) -> Path:
    path = folder / "uheld.xlsx"
    with xlsxwriter.Workbook(path, {"default_date_format": "dd-mm-yyyy hh:mm"}) as book:
        page = book.add_worksheet("Uheld")
        page.write(0, 0, "Udtræk fra vejman.dk")
        for place, cells in enumerate([names, *rows], start=2):
            page.write_row(place, 0, cells)
    return path


def test_the_accident_export_of_vejman(tmp_path: Path) -> None:
    rows = [
        accident(),
        accident(UHELDS_ID=2, UHELDSART="Mskduh", KODE_UHELDSSITUATION=11, UHELDSDATO=dt.date(2025, 1, 2), SPRIT=87),
        accident(UHELDS_ID=3, UHELDSART="Ekstrauheld", KODE_UHELDSSITUATION=999, UHELDKOMMUNE="Gentofte", SPRIT=999),
        accident(UHELDS_ID=4, UHELDKOMMUNE=101),
        accident(UHELDS_ID=5, UHELDSDATO="31-12-2024", KODE_UHELDSSITUATION=900, SPRIT="Ja"),
    ]
    report = load_one(export(tmp_path, rows), profile="vejman")
    assert refusals(report) == [(7, "kommunekode")]  # Copenhagen's accident
    columns = "haendelse_id, kategori, anmeldt, kommunekode, uheldssituation, spiritus, draebte, alvorligt, let"
    assert stored(columns) == [
        ("1234567", "uheld_personskade", dt.datetime(2025, 3, 14, 16, 30), "217", "300", "nej", 0, 1, 2),
        ("2", "uheld_materiel", dt.datetime(2025, 1, 2), "217", "0", "ja", 0, 1, 2),
        ("3", "uheld_ekstra", dt.datetime(2025, 3, 14, 16, 30), "157", "999", "uoplyst", 0, 1, 2),
        ("5", "uheld_personskade", dt.datetime(2024, 12, 31), "217", "900", "ja", 0, 1, 2),
    ]
    assert b"Invented" not in incidents_path().read_bytes()
    assert report.files[0].profile == "vejman"


def test_without_its_profile_the_export_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="profil"):
        load_one(export(tmp_path, [accident()]))


def test_a_column_that_the_profile_does_not_know_stops_the_load(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="»REGNR«"):
        load_one(export(tmp_path, [[*accident(), "AB 12 345"]], [*VEJMAN, "REGNR"]), profile="vejman")


def test_the_same_export_by_another_profile_is_another_delivery(tmp_path: Path) -> None:
    path = export(tmp_path, [accident()])
    load_one(path, profile="vejman")
    assert load_one(path, profile="vejman").files[0].already_loaded
    changed = tmp_path / "min.toml"
    changed.write_text((PROFILES / "vejman.toml").read_text(encoding="utf-8") + '\n[constants]\nstatus = "endelig"\n')
    assert not load_one(path, profile=str(changed)).files[0].already_loaded
    assert stored("status") == [("endelig",)]


FOREIGN = {
    "chicago": (
        "ID,Case Number,Date,Primary Type,Arrest,Domestic,Location\n"
        '1,JH123456,01/15/2025 10:30:00 PM,BURGLARY,false,false,"(41.8, -87.6)"\n'
        "2,JH123457,13/01/2025 10:30:00 PM,BURGLARY,false,false,\n"
        "3,JH123458,01/16/2025 09:00:00 AM,HOMICIDE,false,false,\n"
    ),
    "nypd": (
        "CMPLNT_NUM,CMPLNT_FR_DT,CMPLNT_FR_TM,RPT_DT,OFNS_DESC,CRM_ATPT_CPTD_CD,VIC_AGE_GROUP,VIC_SEX,Lat_Lon\n"
        'JH123456,01/15/2025,22:30:00,01/16/2025,BURGLARY,COMPLETED,18-24,F,"(40.7, -73.9)"\n'
        "JH123457,01/15/2025,25:30:00,01/16/2025,BURGLARY,COMPLETED,18-24,F,\n"
        "JH123458,01/15/2025,,01/16/2025,ROBBERY,COMPLETED,<18,D,\n"
    ),
    "politi_uk": (
        "Crime ID,Month,Reported by,Longitude,Latitude,Crime type,Context\n"
        f"{'d41d8cd98f00b204e9800998ecf8427e' * 2},2025-01,Somewhere,-0.1,51.5,Burglary,\n"
        ",2025-01,Somewhere,-0.1,51.5,Anti-social behaviour,\n"
        f"{'d41d8cd98f00b204e9800998ecf8427f' * 2},2025-01,Somewhere,-0.1,51.5,Drugs,\n"
    ),
}


@pytest.mark.parametrize(
    ("name", "wrong", "moment"),
    [
        ("chicago", [(3, "anmeldt"), (4, "kategori")], dt.datetime(2025, 1, 15, 22, 30)),
        ("nypd", [(3, "gerning_fra"), (4, "kategori")], dt.datetime(2025, 1, 16)),
        ("politi_uk", [(3, "haendelse_id"), (4, "kategori")], dt.datetime(2025, 1, 1)),
    ],
)
def test_foreign_open_data(tmp_path: Path, name: str, wrong: list[tuple[int, str]], moment: dt.datetime) -> None:
    path = tmp_path / "crimes.csv"
    path.write_text(FOREIGN[name])
    assert refusals(load_one(path, profile=name)) == wrong
    assert stored("kategori, anmeldt, kommunekode") == [("indbrud_beboelse", moment, "998")]


def test_a_date_and_a_clock_in_two_columns(tmp_path: Path) -> None:
    path = tmp_path / "crimes.csv"
    path.write_text(FOREIGN["nypd"])
    load_one(path, profile="nypd")
    assert stored("gerning_fra, gerning_til, forsoeg, offer_alder, offer_koen") == [
        (dt.datetime(2025, 1, 15, 22, 30), None, "nej", "18-24", "k")
    ]


MINE = """
drop = ["Fritekst"]
[columns]
Nr = "haendelse_id"
Type = "kategori"
[join]
anmeldt = ["Dag", "Kl"]
[constants]
kommunekode = "157"
[values.kategori]
"Indbrud*" = "indbrud_beboelse"
"""


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_a_profile_of_ones_own(tmp_path: Path, kind: str) -> None:
    (tmp_path / "min.toml").write_text(MINE)
    rows = {"NR ": ["a-1"], " dag": ["05.11.2025"], "Kl": ["14.30"], "type": ["Indbrud i villa"], "fritekst": ["x"]}
    path = tmp_path / f"udtraek.{kind}"
    if kind == "csv":
        path.write_text(text([{name: values[0] for name, values in rows.items()}], names=rows))
    else:
        pq.write_table(pa.table(rows), path)
    load_one(path, profile=str(tmp_path / "min.toml"))
    assert stored("haendelse_id, kategori, anmeldt") == [("a-1", "indbrud_beboelse", dt.datetime(2025, 11, 5, 14, 30))]


@pytest.mark.parametrize(
    ("document", "word"),
    [
        ("= =", "TOML"),
        ("ukendt = 1", "ukendt"),
        ('[columns]\nA = "navn"', "navn"),
        ('drop = ["a"]\n[columns]\nA = "kategori"', "fravælger: a"),
        ("columns = 1", "forkert slags"),
        ('skip_rows = "to"', "forkert slags"),
    ],
)
def test_profiles_that_are_not_sound(tmp_path: Path, document: str, word: str) -> None:
    path = tmp_path / "min.toml"
    path.write_text(document)
    with pytest.raises(UserError, match=word):
        load_profile(str(path))


def test_a_profile_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="vejman"):
        load_profile("findes_ikke")
    with pytest.raises(UserError, match="findes ikke"):
        load_profile(str(tmp_path))


def test_two_columns_for_the_same_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="kategori"):
        load_one(export(tmp_path, [[*accident(), "Exuh"]], [*VEJMAN, "KODE_UHELDSART"]), profile="vejman")


@pytest.mark.parametrize("profile", sorted(file.stem for file in PROFILES.glob("*.toml")))
def test_every_shipped_profile_speaks_of_the_contract(profile: str) -> None:
    loaded = load_profile(profile)
    for column, values in loaded.values.items():
        assert set(values.values()) - {""} <= {*COLUMNS[column].domain} or column == "kommunekode"
    assert loaded.title


def test_our_own_names_are_unknown_when_a_profile_is_given(tmp_path: Path) -> None:
    (tmp_path / "min.toml").write_text(MINE)
    path = tmp_path / "udtraek.csv"
    path.write_text(text([row(1)], names=NAMES))
    with pytest.raises(UserError, match="overskrift"):
        load_one(path, profile=str(tmp_path / "min.toml"))

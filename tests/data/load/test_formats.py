"""Every form of the contract is recognised, and gives the same incident."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from data.contract import COLUMNS
from data.errors import UserError
from data.incidents import incidents_path
from data.source import open_source
from tests.data.load.extracts import GOOD, MOMENT, NAMES, load_one, refusals, row, stored, text, write

FULL = {
    **GOOD,
    "sag_id": "s_1",
    "gerning_fra": "04-11-2025 22:00",
    "gerning_til": "05-11-2025 07:15",
    "forsoeg": "nej",
    "celle_1km": "1km_6212_711",
    "celle_100m": "100m_62121_7114",
    "sigtet": "20-12-2025",
    "tab_kr": "12500",
    "hastighedsgraense": "50",
    "uheldssituation": "0",
    "offer_alder": "80+",
}
TYPED = {
    "haendelse_id": "a-1",
    "sag_id": "s_1",
    "kategori": "henvendelse",
    "anmeldt": MOMENT,
    "gerning_fra": dt.datetime(2025, 11, 4, 22),
    "gerning_til": dt.datetime(2025, 11, 5, 7, 15),
    "kommunekode": "157",
    "forsoeg": "nej",
    "celle_1km": "1km_6212_711",
    "celle_100m": "100m_62121_7114",
    "sigtet": dt.date(2025, 12, 20),
    "tab_kr": 12500,
    "hastighedsgraense": "50",
    "uheldssituation": "0",
    "offer_alder": "80+",
}
EXPECTED = [tuple(TYPED.get(name) for name in NAMES)]
ALL_COLUMNS = ", ".join(f'"{name}"' for name in NAMES)


def assert_stored_once() -> None:
    assert stored(ALL_COLUMNS) == EXPECTED


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends(tmp_path: Path, separator: str, end: str) -> None:
    load_one(write(tmp_path, [FULL], separator=separator, end=end))
    assert_stored_once()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-1"])
def test_encodings_also_where_another_row_has_danish_letters(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "udtraek.csv"
    path.write_bytes(text([FULL, row(2, metode="dør")]).encode(encoding))
    report = load_one(path)
    assert refusals(report) == [(3, "metode")]
    assert_stored_once()


def test_windows_quotation_marks_dashes_and_euro_are_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "udtraek.csv"
    path.write_bytes(text([FULL, row(2, metode="“dør” – 5 €")]).encode("cp1252"))
    assert refusals(load_one(path)) == [(3, "metode")]


def test_every_line_may_end_in_its_own_way(tmp_path: Path) -> None:
    path = tmp_path / "udtraek.csv"
    path.write_bytes(text([FULL, row(2), row(3)]).encode().replace(b"\na-2", b"\r\na-2").replace(b"\na-3", b"\ra-3"))
    assert load_one(path).accepted == 3


def test_the_header_in_any_case_with_blanks_and_in_any_order(tmp_path: Path) -> None:
    names = [f"  {name.upper()} " for name in reversed(NAMES)]
    path = write(tmp_path, [{shown: FULL.get(shown.strip().lower(), "") for shown in names}], names=names)
    load_one(path)
    assert_stored_once()


def test_blanks_around_values_and_quoted_fields(tmp_path: Path) -> None:
    path = tmp_path / "udtraek.csv"
    quoted = ";".join(f'" {FULL.get(name, "")} "' for name in NAMES)
    path.write_text(";".join(NAMES) + "\n" + quoted + "\n")
    load_one(path)
    assert_stored_once()


@pytest.mark.parametrize(
    "written",
    [
        "05-11-2025 14:30",
        "05.11.2025 14:30",
        "05/11/2025 14.30",
        "5-11-2025 14:30",
        "05-11-2025 14:30:00",
        "05.11.2025 14.30.00",
        "2025-11-05 14:30",
        "2025-11-05T14:30",
        "2025-11-05 14:30:00",
        "2025-11-05T14:30:00",
        "2025-11-05 14:30:00.000",
    ],
)
@pytest.mark.parametrize("beside", [(), ("01.02.2025 03.04", "2025-02-01T03:04:05")])
def test_times_in_every_form_also_mixed(tmp_path: Path, written: str, beside: tuple[str, ...]) -> None:
    rows = [row(0, anmeldt=written), *(row(number, anmeldt=other) for number, other in enumerate(beside, start=1))]
    load_one(write(tmp_path, rows))
    assert stored("anmeldt")[0] == (MOMENT,)
    assert len(stored()) == 1 + len(beside)


@pytest.mark.parametrize("written", ["20-12-2025", "20.12.2025", "20/12/2025", "2025-12-20", "2025-12-20 00:00:00"])
def test_dates_in_every_form(tmp_path: Path, written: str) -> None:
    load_one(write(tmp_path, [row(sigtet=written), row(2, sigtet="01-12-2025")]))
    assert stored("sigtet") == [(dt.date(2025, 12, 20),), (dt.date(2025, 12, 1),)]


@pytest.mark.parametrize(("written", "number"), [("12500", 12500), ("12.500", 12500), ("1.012.500", 1012500), ("0", 0)])
def test_whole_numbers_with_and_without_points(tmp_path: Path, written: str, number: int) -> None:
    load_one(write(tmp_path, [row(tab_kr=written)]))
    assert stored("tab_kr") == [(number,)]


@pytest.mark.parametrize(("written", "code"), [("157", "157"), ("0157", "157"), ("998", "998"), ("0998", "998")])
def test_municipality_codes_of_three_and_four_digits(tmp_path: Path, written: str, code: str) -> None:
    load_one(write(tmp_path, [row(kommunekode=written)]))
    assert stored("kommunekode") == [(code,)]


def test_empty_and_absent_are_missing(tmp_path: Path) -> None:
    load_one(write(tmp_path, [row()], names=list(GOOD)))
    assert stored("sag_id, sigtet, draebte, forsoeg, gerning_fra") == [(None,) * 5]


def test_a_file_without_a_line_end_after_its_last_row(tmp_path: Path) -> None:
    path = tmp_path / "udtraek.csv"
    path.write_text(text([FULL]).rstrip("\n"))
    load_one(path)
    assert_stored_once()


def parquet_text(path: Path) -> None:
    pq.write_table(
        pa.table({name: [FULL.get(name)] for name in NAMES}, schema=pa.schema([(n, pa.string()) for n in NAMES])), path
    )


def parquet_typed(path: Path) -> None:
    table = pa.table({name: [value] for name, value in TYPED.items()})
    codes = {
        "kommunekode": pa.array([157.0, None])[:1],
        "hastighedsgraense": pa.array([50]),
        "tab_kr": pa.array([12500.0]),
    }
    for name, column in codes.items():
        table = table.set_column(table.schema.get_field_index(name), name, column)
    pq.write_table(table.set_column(2, "kategori", pa.array(["henvendelse"]).dictionary_encode()), path)


def parquet_zoned(path: Path) -> None:
    utc = pa.array([dt.datetime(2025, 11, 5, 13, 30, tzinfo=dt.UTC)], pa.timestamp("us", "UTC"))  # winter: one hour on
    table = pa.table({name: [value] for name, value in TYPED.items()})
    pq.write_table(table.set_column(table.schema.get_field_index("anmeldt"), "anmeldt", utc), path)


@pytest.mark.parametrize("make", [parquet_text, parquet_typed, parquet_zoned])
def test_parquet(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "udtraek.parquet"
    make(path)
    load_one(path)
    assert_stored_once()


def test_progress_knows_how_long_a_parquet_file_is(tmp_path: Path) -> None:
    path = tmp_path / "udtraek.parquet"
    pq.write_table(pa.table({name: [FULL.get(name)] * 7 for name in NAMES}), path)
    assert open_source(path, None, None, NAMES).lines == 1 + 7


def workbook(path: Path, typed: bool, sheet: str = "Ark1", first_row: int = 0) -> None:
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Andet") if sheet != "Ark1" else None
        page = book.add_worksheet(sheet)
        moment, day = book.add_format({"num_format": "dd-mm-yyyy hh:mm"}), book.add_format({"num_format": "dd-mm-yyyy"})
        page.write_row(first_row, 0, NAMES)
        for place, name in enumerate(NAMES):
            value = TYPED.get(name) if typed else FULL.get(name)
            if isinstance(value, dt.datetime):
                page.write_datetime(first_row + 1, place, value, moment)
            elif isinstance(value, dt.date):
                page.write_datetime(first_row + 1, place, value, day)
            elif typed and name in ("kommunekode", "hastighedsgraense"):
                page.write_number(first_row + 1, place, float(str(value)))
            elif value is not None:
                page.write(first_row + 1, place, value)


@pytest.mark.parametrize("typed", [True, False])
def test_workbooks_with_real_dates_or_text(tmp_path: Path, typed: bool) -> None:
    path = tmp_path / "udtraek.xlsx"
    workbook(path, typed)
    load_one(path)
    assert_stored_once()


def test_another_sheet_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "udtraek.xlsx"
    workbook(path, typed=True, sheet="Hændelser", first_row=2)
    with pytest.raises(UserError, match="tomt"):
        load_one(path)
    with pytest.raises(UserError, match="Andet, Hændelser"):
        load_one(path, sheet="Ukendt")
    load_one(path, sheet="Hændelser")
    assert_stored_once()


def test_lines_of_workbooks_and_parquet_are_told(tmp_path: Path) -> None:
    rows = [row(1), row(2, metode="dør"), row(3)]
    with xlsxwriter.Workbook(tmp_path / "udtraek.xlsx") as book:
        page = book.add_worksheet()
        page.write_row(1, 0, NAMES)  # row 2 of the sheet
        for place, each in enumerate(rows, start=3):  # row 4 and on; row 3 is empty
            page.write_row(place, 0, [each.get(name, "") for name in NAMES])
    assert refusals(load_one(tmp_path / "udtraek.xlsx")) == [(5, "metode")]
    table = pa.table({name: [each.get(name) for each in rows] for name in GOOD} | {"metode": [None, "dør", None]})
    pq.write_table(table, tmp_path / "udtraek.parquet")
    assert refusals(load_one(tmp_path / "udtraek.parquet")) == [(3, "metode")]


def test_calendar_parts_of_the_report(tmp_path: Path) -> None:
    load_one(write(tmp_path, [row(1, anmeldt="30-12-2024 23:59"), row(2, anmeldt="05-01-2025 00:00")]))
    assert stored("year, quarter, month, iso_year, iso_week, weekday, hour") == [
        (2024, 4, 12, 2025, 1, 1, 23),  # a Monday of the first ISO week of 2025
        (2025, 1, 1, 2025, 1, 7, 0),
    ]


def test_every_column_has_a_type_to_be_stored_in(tmp_path: Path) -> None:
    load_one(write(tmp_path, [row()]))
    with duckdb.connect(str(incidents_path()), read_only=True) as connection:
        stored_columns = {name for name, *_ in connection.execute("DESCRIBE incidents").fetchall()}
    assert set(COLUMNS) < stored_columns

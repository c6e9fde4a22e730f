"""Every rule for a row, with the line that breaks it; what is right at the boundary goes in."""

import datetime as dt
from pathlib import Path

import pytest

from data.contract import COLUMNS, Column, ColumnKind
from data.errors import UserError
from data.refusals import LISTED, REASONS
from tests.data.load.extracts import NAMES, load_one, refusals, row, stored, text, write

EXTRACT = "udtraek_2026-01-12.csv"  # an extract of this day

WRONG = {
    ColumnKind.PSEUDONYM: ("a b", "æ", "a;b", "=cmd|' /C calc'!A0", "x" * 65),
    ColumnKind.CODE: ("Ja", "jo", "-", "1"),
    ColumnKind.MUNICIPALITY: ("101", "15", "1157", "0101", "Gentofte", "157.0"),
    ColumnKind.CELL: ("1km_6212_7111", "100m_6212_711", "10km_621_71", "6212_711", "1km_6212_711 x"),
    ColumnKind.TIMESTAMP: ("05-11-2025", "31-02-2025 10:00", "05-11-2025 24:00", "05-11-25 10:00", "05-11.2025 10:00",
                           "11/25/2025 10.00", "2025-11-05T10:00Z", "45966,6", "infinity", "epoch"),
    ColumnKind.DATE: ("31-02-2025", "29-02-2025", "05-11-25", "2025-11-05 10:00", "20251105", "x", "infinity"),
    ColumnKind.COUNT: ("-1", "1,5", "1.5", "12.50", "1e3", "x", "0x1F", "1_000", "+1", "99999999999"),
}  # fmt: skip


@pytest.mark.parametrize("column", COLUMNS.values(), ids=lambda column: column.name)
def test_a_wrong_value_refuses_its_row_and_is_never_told(tmp_path: Path, column: Column) -> None:
    wrong = [{**row(number), column.name: value} for number, value in enumerate(WRONG[column.kind], start=2)]
    path = tmp_path / EXTRACT
    path.write_text(text([row(1), *wrong, row(99)], separator="\t"))
    report = load_one(path)
    assert refusals(report) == [(line, column.name) for line in range(3, 3 + len(wrong))]
    assert report.accepted == 2
    for value, refusal in zip(WRONG[column.kind], report.files[0].refusals, strict=True):
        assert len(value) == 1 or value not in refusal.reason


@pytest.mark.parametrize("column", [column.name for column in COLUMNS.values() if column.required])
@pytest.mark.parametrize("empty", ["", "  "])
def test_what_is_required_must_be_there(tmp_path: Path, column: str, empty: str) -> None:
    report = load_one(write(tmp_path, [row(1), {**row(2), column: empty}]))
    assert refusals(report) == [(3, column)]
    assert report.files[0].refusals[0].reason == REASONS["mangler"]


def test_pseudonyms_are_judged_whole(tmp_path: Path) -> None:
    ids = [
        "f47ac10b-58cc-4372-a567-0e02b2c3d479",
        "d41d8cd98f00b204e9800998ecf8427e",
        "1234567",  # seven digits
        "123456789",
        "12345678901",
        "2110625629a",
        "x" * 64,
    ]
    load_one(write(tmp_path, [row(haendelse_id=value, sag_id=value, vejstraekning=value) for value in ids]))
    assert stored("haendelse_id, sag_id, vejstraekning") == [(value,) * 3 for value in sorted(ids)]


@pytest.mark.parametrize("column", [c.name for c in COLUMNS.values() if c.kind is ColumnKind.TIMESTAMP])
def test_nothing_happens_after_the_day_of_the_extract(tmp_path: Path, column: str) -> None:
    rows = [{**row(1), column: "12-01-2026 23:59"}, {**row(2), column: "13-01-2026 00:00"}]
    path = write(tmp_path, rows, name="udtraek.csv")
    covers(path, "2025-11", "2026-01", 'extracted = "2026-01-12"')
    assert refusals(load_one(path)) == [(3, column)]
    assert load_one(path).files[0].extracted == dt.date(2026, 1, 12)


@pytest.mark.parametrize("column", [c.name for c in COLUMNS.values() if c.kind is ColumnKind.DATE])
def test_no_date_is_after_the_day_of_the_extract(tmp_path: Path, column: str) -> None:
    rows = [{**row(1), column: "12-01-2026"}, {**row(2), column: "13-01-2026"}]
    assert refusals(load_one(write(tmp_path, rows, name=EXTRACT))) == [(3, column)]


def test_placeholders_for_no_date_are_refused(tmp_path: Path) -> None:
    rows = [row(1, gerning_fra="02-01-1970 00:00"), row(2, gerning_fra="01-01-1970 23:59"), row(3, sigtet="01-01-1900")]
    assert refusals(load_one(write(tmp_path, rows))) == [(3, "gerning_fra"), (4, "sigtet")]


def test_the_window_may_be_turned_round_and_the_clock_may_be_set(tmp_path: Path) -> None:
    rows = [
        row(1, gerning_fra="05-11-2025 10:00", gerning_til="04-11-2025 10:00"),
        row(2, anmeldt="26-10-2025 02:30"),  # happens twice
        row(3, anmeldt="30-03-2025 02:30"),  # no clock shows it, but a case was reported
    ]
    assert load_one(write(tmp_path, rows)).accepted == 3


def test_a_pseudonym_that_stands_twice_keeps_the_first_good_row(tmp_path: Path) -> None:
    rows = [row(1, metode="x"), row(1), row(2), row(1), row(2), row(3), row(1)]
    report = load_one(write(tmp_path, rows))
    assert refusals(report) == [(2, "metode"), (5, "haendelse_id"), (6, "haendelse_id"), (8, "haendelse_id")]
    assert stored() == [("a-1",), ("a-2",), ("a-3",)]


def test_a_pseudonym_that_stands_twice_is_found_behind_blanks(tmp_path: Path) -> None:
    rows = [row(1, haendelse_id=" a-1 "), row(1), row(2)]
    assert refusals(load_one(write(tmp_path, rows))) == [(3, "haendelse_id")]


def test_several_faults_of_a_row_are_told_together(tmp_path: Path) -> None:
    report = load_one(write(tmp_path, [row(1), row(2, kategori="x", metode="x", draebte="-1")]))
    assert refusals(report) == [(3, "kategori")]
    assert report.files[0].refusals[0].reason.endswith("Også fejl i: metode, draebte")


def test_lines_with_other_numbers_of_fields(tmp_path: Path) -> None:
    path = tmp_path / "udtraek.csv"
    good = [";".join(row(number).get(name, "") for name in NAMES) for number in range(5)]
    path.write_text("\n".join([";".join(NAMES), good[0], good[1] + ";x", "kort;linje", good[2] + ";", good[3], ";;"]))
    report = load_one(path)
    assert refusals(report) == [(3, None), (4, None), (7, None)]
    assert report.accepted == 3


def test_lines_are_told_right_behind_lines_that_are_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "udtraek.csv"
    good = [";".join(row(number).get(name, "") for name in NAMES) for number in range(6)]
    wrong = [f"a b{line[3:]}" for line in good]  # in place of a-0, a-1, …
    path.write_text("\n".join([";".join(NAMES), "x", good[0], "x;x", wrong[1], good[2], "x", wrong[3], good[4], ""]))
    report = load_one(path)
    assert refusals(report) == [(2, None), (4, None), (5, "haendelse_id"), (7, None), (8, "haendelse_id")]
    assert report.accepted == 3


def test_the_header_once_more_is_a_refused_line(tmp_path: Path) -> None:
    path = tmp_path / "udtraek.csv"
    path.write_text(text([row(1)]) + text([row(2)]))
    report = load_one(path)
    assert (refusals(report), report.accepted) == ([(3, None)], 2)
    assert report.files[0].refusals[0].reason == REASONS["header"]


def test_empty_lines_are_no_rows_and_an_empty_row_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "udtraek.csv"
    header, first, second = text([row(1), row(2)]).splitlines()
    path.write_text(f"{header}\n{first}\n\n  \n{second}\n{';' * (len(NAMES) - 1)}\n\n")
    report = load_one(path)
    assert (refusals(report), report.accepted) == ([(6, "haendelse_id")], 2)


@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize("fields", [2, len(NAMES)])
@pytest.mark.parametrize("first", [row(1), row(1, sag_id='"s"')], ids=["plain", "quoted"])
def test_separators_alone_are_a_row_without_values_in_every_reading(
    tmp_path: Path, separator: str, fields: int, first: dict[str, str]
) -> None:
    path = tmp_path / "udtraek.csv"
    path.write_text(text([first, row(2)], separator=separator) + separator * (fields - 1) + "\n")
    report = load_one(path)
    assert ([line for line, _ in refusals(report)], report.accepted) == ([4], 2)


def test_lines_are_told_also_after_a_quoted_field_over_several_lines(tmp_path: Path) -> None:
    path = tmp_path / "udtraek.csv"
    path.write_text(text([row(1), row(2, sag_id='"a\nb\nc"'), row(3, metode="x"), row(4)]))
    report = load_one(path)
    assert refusals(report) == [(3, "sag_id"), (6, "metode")]
    assert report.accepted == 2


@pytest.mark.parametrize("astray", ['"', 'x"', '""', '"x"y'])
def test_a_quote_astray_spoils_its_own_line_only(tmp_path: Path, astray: str) -> None:
    rows = [row(1), row(2, sag_id=astray), row(3), row(4, metode='"vindue"'), row(5)]
    report = load_one(write(tmp_path, rows))
    wrong = [] if astray == '""' else [(3, "sag_id")]
    assert refusals(report) == wrong
    assert report.accepted == 5 - len(wrong)


def test_all_refused_rows_are_counted_and_the_first_are_listed(tmp_path: Path) -> None:
    rows = [row(0), *(row(number, metode="x") for number in range(1, LISTED + 501))]
    report = load_one(write(tmp_path, rows))
    assert report.refused == LISTED + 500
    assert [line for line, _ in refusals(report)] == list(range(3, LISTED + 3))


@pytest.mark.parametrize("category", ["rocker_bande", "bandekriminalitet", "PSP-møde", "rockere"])
def test_gangs_and_psp_refuse_the_whole_file(tmp_path: Path, category: str) -> None:
    with pytest.raises(UserError, match="linje 3"):
        load_one(write(tmp_path, [row(1), row(2, kategori=category)]))


def covers(path: Path, first: str, last: str, *more: str, places: str = '"alle"', categories: str = '"alle"') -> None:
    lines = [f"municipalities = {places}", f'from = "{first}"', f'to = "{last}"', f"categories = {categories}", *more]
    path.with_suffix(".covers.toml").write_text("\n".join(lines))


def test_rows_outside_what_the_file_covers_are_refused(tmp_path: Path) -> None:
    rows = [
        row(1, anmeldt="01-11-2025 00:00"),
        row(2, anmeldt="31-10-2025 23:59"),
        row(3, anmeldt="01-12-2025 00:00"),
        row(4, kommunekode="217"),
        row(5, kategori="databedrageri"),
        row(6, anmeldt="30-11-2025 23:59"),
    ]
    path = write(tmp_path, rows)
    covers(path, "2025-11", "2025-11", places='["157"]', categories='["henvendelse"]')
    report = load_one(path)
    assert [line for line, _ in refusals(report)] == [3, 4, 5, 6]
    assert stored() == [("a-1",), ("a-6",)]

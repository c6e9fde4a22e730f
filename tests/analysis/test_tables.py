"""The table twin: HTML that is escaped, and a CSV that a Danish Excel opens right and runs nothing from."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tables import CSV_MISSING_NOTE, MISSING_NOTE, Column, Table, csv_bytes, html_table, written

TABLE = Table(
    title="Indbrud, Ærø",
    columns=(Column("Kommune"), Column("Antal", 0), Column("Pr. 1.000", 1)),
    rows=(("Ærø", 12345, 5.26), ("Læsø", 0, None)),
    source="Politiets udtræk",
)
RELEASE_LINES = 3  # title, source, release; the note and an empty line follow


def rows_of(table: Table) -> list[list[str]]:
    return list(csv.reader(io.StringIO(csv_bytes(table, ["udgave #a1b2c3"]).decode("utf-8-sig")), delimiter=";"))


def test_a_csv_begins_with_the_mark_that_makes_excel_read_utf8() -> None:
    assert csv_bytes(TABLE).startswith(b"\xef\xbb\xbf")


def test_a_csv_says_what_where_from_and_which_release_before_the_numbers() -> None:
    assert rows_of(TABLE)[:RELEASE_LINES] == [
        ["Indbrud, Ærø"],
        ["Kilde: Politiets udtræk"],
        ["udgave #a1b2c3"],
    ]


def test_a_csv_has_semicolons_decimal_commas_and_no_grouping() -> None:
    assert rows_of(TABLE)[-3:] == [["Kommune", "Antal", "Pr. 1.000"], ["Ærø", "12345", "5,3"], ["Læsø", "0", ""]]


def test_what_is_missing_is_empty_and_explained_and_zero_is_zero() -> None:
    assert [CSV_MISSING_NOTE] in rows_of(TABLE)
    assert MISSING_NOTE in html_table(TABLE)
    whole = Table("Alt", (Column("Antal", 0),), ((0,),), "x")
    assert [CSV_MISSING_NOTE] not in rows_of(whole)
    assert MISSING_NOTE not in html_table(whole)


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "\N{NO-BREAK SPACE}@"]
)
def test_no_text_can_run_as_a_formula(start: str) -> None:
    cell = f"{start}HYPERLINK(1)"
    table = Table(cell, (Column(cell),), ((cell,),), cell)
    assert not [text for row in rows_of(table) for text in row if text.startswith(start)]


def test_a_negative_number_stays_a_number() -> None:
    assert rows_of(Table("x", (Column("Forskel", 0),), ((-2,),), "x"))[-1] == ["-2"]


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), min_size=1))
def test_any_text_comes_back_from_the_csv(text: str) -> None:
    shown = rows_of(Table("x", (Column("Tekst"),), ((text,),), "x"))[-1][0]
    assert shown in (text, f"'{text}")


def test_html_is_escaped_everywhere() -> None:
    evil = "<script>alert(1)</script>"
    text = html_table(Table(evil, (Column(evil),), ((evil,),), evil))
    assert "<script>" not in text
    assert "&lt;script&gt;" in text


def test_html_heads_its_rows_and_columns() -> None:
    text = html_table(TABLE)
    assert '<th scope="row">Ærø</th><td class="kb-number">12.345</td><td class="kb-number">5,3</td>' in text
    assert '<th scope="col" class="kb-number">Antal</th>' in text
    assert "<caption>Indbrud, Ærø</caption>" in text


def test_a_column_of_words_without_a_word_is_left_out_on_the_page_and_kept_in_the_file() -> None:
    columns = (Column("Kommune"), Column("Bemærkning"), Column("Antal", 0))
    table = Table("Titel", columns, (("Allerød", "", None), ("Egedal", "", 3)), "kilde")
    assert "Bemærkning" not in html_table(table)
    assert html_table(table).count("<td") == 2
    assert b"Kommune;Bem\xc3\xa6rkning;Antal" in csv_bytes(table)


@pytest.mark.parametrize(("text", "whole"), [("4. kvt. 2025", True), ("Lyngby-Taarbæk", True), ("x " * 10, False)])
def test_a_short_name_or_date_stays_on_one_line(text: str, whole: bool) -> None:
    table = Table("Titel", (Column("Hvad"), Column("Hvornår")), (("a", text),), "kilde")
    assert ('<td class="kb-short">' in html_table(table)) is whole


NAME, NUMBER, SENTENCE = "Fredensborg", 12345, "Tallet findes kun for hele kredsen"


@pytest.mark.parametrize(
    ("row", "on_a_phone"),
    [
        ((NAME, *[NUMBER] * 3), "kb-table"),  # 11 + 3 x 6 letters and 4 x 2 of air: 37 of 44
        ((NAME, *[NUMBER] * 4), "kb-table kb-wide"),  # 45
        ((NAME, *[NUMBER] * 5, SENTENCE), "kb-table kb-by-row"),
        ((NAME, SENTENCE), "kb-table"),  # its words go below each other
    ],
)
def test_a_table_that_is_wider_than_a_phone_is_moved_or_read_by_row(
    row: tuple[str | int, ...], on_a_phone: str
) -> None:
    columns = tuple(Column("A", 0 if cell == NUMBER else None) for cell in row)
    assert f'<div class="{on_a_phone}" ' in html_table(Table("Titel", columns, (row,), "kilde"))


@pytest.mark.parametrize(
    ("value", "shown"), [(0.0, "<~0,001"), (0.000499, "<~0,001"), (0.0005, "0,001"), (0.021, "0,021"), (None, "–")]
)
def test_a_probability_is_small_and_never_nothing(value: float | None, shown: str) -> None:
    assert written(value, Column("q", 3, probability=True)) == shown.replace("~", "\N{NO-BREAK SPACE}")
    assert written(0.0, Column("Andel", 3)) == "0,000"

"""How a table's width is shared: no word is broken, short columns get what they ask for, the long one the rest."""

import pytest

from analysis.danish import bound
from analysis.packs.column_widths import PADDING_POINTS, column_shares
from analysis.packs.slide_template import FULL
from analysis.packs.slide_text import length_of, lines_of
from analysis.tables import Column, Table

INCHES = 12.0


def points(table: Table, size: float, inches: float = INCHES) -> list[float]:
    return [share * inches * 72 for share in column_shares(table, size, inches)]


def table(*titles: str, row: tuple[str, ...]) -> Table:
    return Table("Tabel", tuple(map(Column, titles)), (row,), "Kilde")


@pytest.mark.parametrize("size", [14, 16, 20])
def test_the_longest_word_of_a_heading_has_room(size: int) -> None:
    made = table(
        "Indsatsområde",
        "Opgjort",
        "Lyngby-Taarbæk",
        "De øvrige, fra",
        "Hele kredsen",
        row=("Digital kriminalitet", "Pr. 10.000 indbyggere om året", "1,26", "1,12", "1,82"),
    )
    for column, width in zip(made.columns, points(made, size), strict=True):
        longest = max(length_of(word, size, bold=True) for word in column.title.split())
        assert width >= longest + 2 * PADDING_POINTS - 0.01, column.title


def test_a_long_text_takes_what_the_short_ones_leave() -> None:
    made = table("Indsats", "Sted", "Status", row=("Rådgivning og samtaler " * 9, "Hele kredsen", "i gang"))
    first, second, third = points(made, 20, 8)
    assert second == pytest.approx(length_of("Hele kredsen", 20) + 2 * PADDING_POINTS)
    assert third == pytest.approx(length_of("Status", 20, bold=True) + 2 * PADDING_POINTS)
    assert first + second + third == pytest.approx(8 * 72)


def test_columns_that_are_narrower_than_the_table_are_widened_together() -> None:
    assert sum(column_shares(table("År", "Antal", row=("2025", "3")), 14, INCHES)) == pytest.approx(1)


def test_a_quarter_is_never_parted_from_its_number() -> None:
    text = "136 af 139 besøg kom inden for 24 timer i Helsingør i 4. kvartal 2025."
    assert "4.\N{NO-BREAK SPACE}kvartal" in bound(text)
    assert lines_of(bound(text), 30, FULL / 914400, bold=True) == 2

"""Small multiples: in the order given, each on its own scale, never a ranking."""

import base64
import re

from analysis.answers import Point
from analysis.panels import panels
from data.periods import Quarter
from tests.analysis.made import LAST, quarters, series

A = series(quarters([1, 2, 4]), place="Allerød")
B = series(quarters([100, None, 400], low=10, high=20), place="Ærø")


def curves(text: str) -> list[str]:
    return [base64.b64decode(found).decode() for found in re.findall(r"base64,([^\"]+)", text)]


def test_every_place_is_there_in_the_order_given() -> None:
    names = re.findall(r"kb-panel-name\">([^<]+)<", str(panels("Indbrud", (B, A), LAST, "").figure))
    assert names == ["Ærø", "Allerød"]


def test_the_chosen_place_alone_is_framed() -> None:
    text = str(panels("Indbrud", (A, B), LAST, "Ærø").figure)
    assert re.findall(r'<li class="([^"]+)"><span class="kb-panel-name">([^<]+)', text) == [
        ("kb-panel", "Allerød"),
        ("kb-panel kb-panel-chosen kb-panel-outside", "Ærø"),
    ]


def test_a_count_outside_its_range_has_an_arrow_and_not_a_colour_alone() -> None:
    assert "▲ 400" in panels("Indbrud", (B,), LAST, "").figure
    below = series([Point(LAST, 3, low=10, high=20)], place="Ærø")
    assert "▼ 3" in panels("Indbrud", (below,), LAST, "").figure


def test_each_curve_fills_its_own_scale() -> None:
    one, other = curves(str(panels("Indbrud", (A, series(quarters([100, 200, 400]), place="B")), LAST, "").figure))
    assert one == other


def test_a_missing_count_is_a_gap_and_a_provisional_one_no_part_of_the_line() -> None:
    gap, _ = curves(str(panels("Indbrud", (series(quarters([1, None, 4, 4])), A), LAST, "").figure))
    assert gap.count("<polyline") == 2
    open_still = series(quarters([4, 4, 1], provisional=True))
    (curve,) = curves(str(panels("Indbrud", (open_still,), LAST.plus(-1), "").figure))
    assert len(re.findall(r"[\d.]+,[\d.]+", re.findall(r"points=\"([^\"]+)", curve)[0])) == 2


def test_names_are_escaped() -> None:
    assert "<b>" not in panels("Indbrud", (series(quarters([1]), place="<b>"),), LAST, "").figure


def test_the_table_has_a_row_for_each_period_and_a_column_for_each_place() -> None:
    table = panels("Indbrud", (A, B), LAST, "").table
    assert [column.title for column in table.columns] == ["Periode", "Allerød", "Ærø"]
    assert table.rows == (("4. kvt. 2025", 4, 400), ("3. kvt. 2025", 2, None), ("2. kvt. 2025", 1, 100))


def test_the_words_name_every_place() -> None:
    assert "4. kvt. 2025: Allerød 4; Ærø 400." in panels("Indbrud", (A, B), LAST, "").alt


def test_a_period_that_no_series_reaches_shows_the_newest_before_it() -> None:
    assert "Allerød 4" in panels("Indbrud", (A,), Quarter(2030, 1), "").alt

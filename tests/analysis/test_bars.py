"""Breakdowns as bars: lengths, shares, and what is held back with its reason."""

import re
from dataclasses import replace

from analysis.answers import Breakdown
from analysis.bars import bar_list, breakdown_bars
from analysis.pictures import Picture
from data.periods import Year, Years

SHOWN = Breakdown("boligtype", "Boligtype", "Helsingør", Year(2025), (("Villa", 30), ("Etagebolig", 10)), 5, None, "x")
HELD = Breakdown("metode", "Indbrudsmetode", "Helsingør", Year(2025), None, None, "Metoden vises ikke.", "x")
ALSO_HELD = Breakdown("forsoeg", "Forsøg", "Helsingør", Year(2025), None, None, "Forsøg vises ikke.", "x")


def bars(*breakdowns: Breakdown) -> Picture:
    return breakdown_bars("Karakter", (("Indbrud, 2025", breakdowns),))


def test_the_longest_bar_fills_and_the_others_follow() -> None:
    assert re.findall(r"width:([\d.]+)%", bars(SHOWN).figure) == ["100.0", "33.3"]


def test_the_share_is_of_the_known() -> None:
    text = bars(SHOWN).figure
    assert "75\N{NO-BREAK SPACE}%" in text and "25\N{NO-BREAK SPACE}%" in text  # 30 and 10 of 40, the unknown 5 aside
    assert "Boligtype (5 uoplyst)" in text


def test_no_count_makes_no_bar_and_no_division() -> None:
    assert re.findall(r"width:([\d.]+)%", bar_list("x", [("a", 0, "0", "–"), ("b", 0, "0", "–")])) == ["0.0", "0.0"]


def test_one_that_is_held_back_gives_its_own_reason() -> None:
    assert "Metoden vises ikke." in bars(SHOWN, HELD).figure


def test_what_one_rule_holds_back_is_named_together_and_the_rule_said_once() -> None:
    held = [replace(each, held_back=True) for each in (HELD, ALSO_HELD)]
    groups = (("Indbrud, 2025", (SHOWN, *held)), ("Fritidshuse, 2025", (*held, HELD)))
    text = breakdown_bars("Karakter", groups).figure
    assert text.count("Vises ikke: indbrudsmetode og forsøg.") == 2
    assert text.count("mindst fem sager") == 1
    assert text.count("Metoden vises ikke.") == 1  # another reason stands for itself


def test_the_table_holds_counts_shares_unknown_and_reasons() -> None:
    assert bars(SHOWN, HELD).table.rows == (
        ("Villa", "Boligtype", "Indbrud, 2025", 30, 75.0),
        ("Etagebolig", "Boligtype", "Indbrud, 2025", 10, 25.0),
        ("Uoplyst", "Boligtype", "Indbrud, 2025", 5, None),
        ("Metoden vises ikke.", "Indbrudsmetode", "Indbrud, 2025", None, None),
    )


def test_the_words_name_the_largest_group() -> None:
    assert "Boligtype: flest i gruppen Villa med 30 af 40." in bars(SHOWN).alt


def test_a_list_of_bars_has_its_name_also_where_tables_are_gone_through_one_by_one() -> None:
    assert '<table aria-label="Boligtype (2 uoplyst)">' in bar_list("Boligtype (2 uoplyst)", [])


def test_labels_are_escaped() -> None:
    assert "<i>" not in bar_list("<i>", [("<i>", 1, "<i>", "<i>")])


def test_each_group_stands_under_its_own_heading() -> None:
    text = breakdown_bars("Karakter", (("Databedrageri", (SHOWN,)), ("Kontaktbedrageri", (HELD,)))).figure
    headings = re.findall(r'<h3 class="kb-group">([^<]+)</h3>', text)
    assert headings == ["Databedrageri", "Kontaktbedrageri"]
    assert text.index("Kontaktbedrageri") < text.index("Metoden vises ikke.")


def test_three_years_as_one_say_why_once_and_a_year_says_nothing() -> None:
    pooled = [replace(each, period=Years(2023, 2025)) for each in (SHOWN, HELD)]
    assert bars(*pooled).reading.count("Fordelinger for 2023–2025 er for årene lagt sammen") == 1
    assert "lagt sammen, for" not in bars(SHOWN, HELD).reading

"""Numbers, lists and words as Danish writes them, whatever the process locale is."""

import locale

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.danish import bound, counted, enumeration, interval, number, percent, plain_number, sentence, sort_key
from data.catalogue import Noun
from data.municipalities import municipalities

CASE = Noun("en", "sag", "sager", "sagerne")


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (None, 0, "–"),
        (0, 0, "0"),
        (999, 0, "999"),
        (1000, 0, "1.000"),
        (2_325_750, 0, "2.325.750"),
        (2.5, 0, "3"),
        (3.5, 0, "4"),
        (5.267, 1, "5,3"),
        (1234.5, 1, "1.234,5"),
        (-3, 0, "−3"),
        (-0.4, 0, "0"),
    ],
)
def test_a_number_has_a_point_for_thousands_and_a_decimal_comma(
    value: float | None, decimals: int, written: str
) -> None:
    assert number(value, decimals) == written


def test_a_number_does_not_ask_the_process_locale() -> None:
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, "C")
        assert number(12345.6, 1) == "12.345,6"
    finally:
        locale.setlocale(locale.LC_ALL, before)


@given(st.integers(-(10**12), 10**12))
def test_a_plain_number_is_read_back_as_it_was(value: int) -> None:
    assert int(plain_number(value)) == value


@pytest.mark.parametrize(
    ("share", "decimals", "written"),
    [(0.081, 1, "8,1\N{NO-BREAK SPACE}%"), (1, 0, "100\N{NO-BREAK SPACE}%"), (None, 0, "–")],
)
def test_a_percentage_keeps_its_sign_on_the_line(share: float | None, decimals: int, written: str) -> None:
    assert percent(share, decimals) == written


def test_an_interval_is_written_with_a_dash_and_no_spaces() -> None:
    assert interval(48, 1155) == "48–1.155"


@pytest.mark.parametrize(
    ("count", "written"), [(0, "ingen sager"), (1, "1\N{NO-BREAK SPACE}sag"), (1200, "1.200\N{NO-BREAK SPACE}sager")]
)
def test_one_and_many(count: int, written: str) -> None:
    assert counted(count, CASE) == written


@pytest.mark.parametrize(
    ("items", "written"), [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")]
)
def test_an_enumeration_ends_with_og(items: list[str], written: str) -> None:
    assert enumeration(items) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("i 4. kvartal 2025", "i 4.~kvartal 2025"),
        ("3. kvt. 2025", "3.~kvt. 2025"),
        ("af 1. januar 2025 og 31. december", "af 1.~januar 2025 og 31.~december"),
        ("(usikkerhed 4,5–6,1)", "(usikkerhed~4,5–6,1)"),
        ("38 af 39 besøg, 1 af de 39", "38~af~39 besøg, 1 af de 39"),
        ("Det var 12. Kvartalet er slut", "Det var 12. Kvartalet er slut"),  # a new sentence
        ("5. plads", "5. plads"),
    ],
)
def test_a_number_is_not_parted_from_its_word(text: str, written: str) -> None:
    assert bound(text) == written.replace("~", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(("text", "written"), [("det er sagt", "Det er sagt."), ("Ja!", "Ja!"), ("", "")])
def test_a_sentence_begins_large_and_ends(text: str, written: str) -> None:
    assert sentence(text) == written


def test_the_alphabet_ends_with_ae_oe_aa() -> None:
    words = ["Aabenraa", "Ålborg", "Øster", "Ærø", "Zoo", "Allerød", "Hørsholm", "Halsnæs", "Hillerød"]
    expected = ["Allerød", "Halsnæs", "Hillerød", "Hørsholm", "Zoo", "Ærø", "Øster", "Aabenraa", "Ålborg"]
    assert sorted(words, key=sort_key) == expected


def test_the_municipalities_stand_in_danish_order() -> None:
    names = [member.name for member in municipalities()]
    assert names == sorted(names, key=sort_key)

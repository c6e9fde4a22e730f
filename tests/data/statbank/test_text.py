"""Bytes to text and numbers: every encoding that is met, and every damage that is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import UserError
from data.statbank.text import count, decoded, plain, separator

DANISH = "OMRÅDE;TID;INDHOLD\nHelsingør;2025K1;3\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso-8859-1", "cp1252", "utf-16"])
def test_every_encoding_gives_the_same_text(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(DANISH.encode(encoding))
    assert decoded(file) == DANISH


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "tom"),
        (b"\xef\xbb\xbf\r\n  \n", "tom"),
        (b"<!DOCTYPE html><html><body>503</body></html>", "webside"),
        (b"  <html lang='da'>", "webside"),
        (b'{"errorTypeCode":"EXTRACT-NOTFOUND","message":"..."}', "JSON"),
        (b'CHARSET="ANSI";\nAXIS-VERSION="2006";\n', "PX"),
        (b"GIF89a\0\0\0", "ikke en tekstfil"),
        (DANISH.replace("ø", "\N{REPLACEMENT CHARACTER}").encode(), "linje 2: Æ, ø og å er gået tabt"),
        (DANISH.encode("ascii", "replace"), "linje 1: Æ, ø og å er gået tabt"),
        (DANISH.encode().decode("cp1252").encode(), "linje 1: Æ, ø og å er gået tabt"),
        (b"OMR\x81DE;TID\n", "kan ikke læses"),
    ],
)
def test_damage_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    file = tmp_path / "hentet.csv"
    file.write_bytes(data)
    with pytest.raises(UserError, match=reason) as refused:
        decoded(file)
    assert str(refused.value).startswith("hentet.csv")
    assert str(refused.value).endswith("Intet er ændret.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a;b;c\n1;2;3\n", ";"),
        ("a\tb\n1\t2\n", "\t"),
        ('"a","b"\n"x, y",2\n', ","),
        ("Titel efter område, art og tid\n\n;2025K1\nGentofte;1\nAllerød;2\n", ";"),
        ("OMRÅDE;OVERTRÆD\nGentofte;Indbrud i forretning, virksomhed mv.\n", ";"),
    ],
)
def test_the_separator_is_the_one_that_the_lines_agree_on(text: str, expected: str) -> None:
    assert separator(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", 0),
        ("202", 202),
        (" 202 ", 202),
        ("1.234", 1234),
        ("1 234", 1234),
        ("1\N{NO-BREAK SPACE}234", 1234),
        ("1,234", 1234),
        ("5.982.345", 5982345),
        ("12,0", 12),
        ("12.00", 12),
        ("..", None),
        (".", None),
        ("...", None),
        ("x", None),
        ("X", None),
        ("-", None),  # not zero: the web export of STRAF11 writes zero as 0 (Christiansø in files/straf11_web.csv)
        ("", None),
    ],
)
def test_what_stands_in_a_cell(text: str, expected: int | None) -> None:
    assert count(text) == expected


@pytest.mark.parametrize("text", ["-3", "12,5", "1.23", "1.234,567", "abc", "12*", "1e3", "½", "1..2", "1 2", "9" * 20])
def test_what_is_no_count(text: str) -> None:
    with pytest.raises(ValueError, match=".*"):
        count(text)


@given(st.integers(0, 10**9 - 1))
def test_any_grouping_of_a_count_is_the_count(number: int) -> None:
    grouped = f"{number:,}"
    assert {count(grouped.replace(",", mark)) for mark in (",", ".", " ", "")} == {number}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lyngby-Taarbæk", "lyngby-tårbæk"),
        ("Hørsholm", "HOERSHOLM"),
        ("Seksualforbrydelse i øvrigt (Ny fra 2013)", "Seksualforbrydelse i øvrigt"),
        ("Butikstyverier mv.", " Butikstyverier  m.v. "),
        ("Tilhold (Udgået 2012)", "tilhold"),
    ],
)
def test_labels_that_mean_the_same(one: str, other: str) -> None:
    assert plain(one) == plain(other)

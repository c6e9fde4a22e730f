"""Pseudonyms are judged whole: personal numbers never pass, and at most one of a million ids is taken for one.

Every number here is invented.
"""

import re
from collections.abc import Callable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from data.demo.pseudonyms import pseudonyms
from data.personal.kinds import Kind
from data.personal.pseudonyms import PERHAPS_PERSONAL, kind_of_pseudonym

HEX = b"0123456789abcdef"
BASE32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
CROCKFORD = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BASE62 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
BASE64 = BASE62 + b"-_"


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("2110625629", Kind.CPR),
        ("211062-5629", Kind.CPR),
        ("21-10-62-5629", Kind.CPR),
        ("211062_5629", Kind.CPR),
        ("211062-5629-1", Kind.CPR),
        ("1-211062-5629", Kind.CPR),
        ("211062_5629_17", Kind.CPR),
        ("042_211062_5629", Kind.CPR),
        ("9910625629", Kind.NUMBER),  # no such day, and ten digits all the same
        ("40253112", Kind.PHONE),
        ("40-25-31-12", Kind.PHONE),
        ("4540253112", Kind.PHONE),
        ("0045-40253112", Kind.PHONE),
        ("12345678", Kind.PHONE),  # digits only, eight of them: no matter whose
        ("0900-10250-00123-24", Kind.CASE_NUMBER),
        ("DK5000400440116243", Kind.ACCOUNT),
        ("dk50-0040-0440-1162-43", Kind.ACCOUNT),
        ("Jens_Hansen", Kind.NAME),
        ("jens-hansen", Kind.NAME),
        ("JensHansen", Kind.NAME),
        ("Anne-Marie-Holm", Kind.NAME),
    ],
)
def test_what_is_personal_is_told_by_its_kind(value: str, kind: Kind) -> None:
    assert kind_of_pseudonym(value) is kind
    assert re.fullmatch(PERHAPS_PERSONAL, value)


@pytest.mark.parametrize(
    "value",
    ["a-1", "1234567", "123456789", "12345678901", "2110625629a", "AB12345", "NP-2025-000123", "demo-bcdfghjklm",
     "f47ac10b-58cc-4372-a567-0e02b2c3d479", "DK5000400440116244", "vej-12", "Sag-Alfa", "20260112-0001", "x" * 64,
     "0101-0000000123", "S_000000001", "202601121430000001",
     "211362-5629-1", "991062-5629-1", "2026-0112-000123", "2025-110001-2025", "211062-5629-1234", "2110625629-1"],
)  # fmt: skip
def test_what_is_no_person_s_passes(value: str) -> None:
    assert kind_of_pseudonym(value) is None


def drawn(alphabet: bytes, length: int) -> Callable[[int, np.random.Generator], pa.Array]:
    """Return a maker of ids of random signs."""

    def make(count: int, generator: np.random.Generator) -> pa.Array:
        signs = np.frombuffer(alphabet, dtype=np.uint8)[generator.integers(0, len(alphabet), (count, length))]
        return pa.array(signs.view(f"S{length}").ravel()).cast(pa.string())

    return make


def uuids(count: int, generator: np.random.Generator) -> pa.Array:
    plain = drawn(HEX, 32)(count, generator)
    parts = [
        pc.utf8_slice_codeunits(plain, start, stop) for start, stop in ((0, 8), (8, 12), (13, 16), (17, 20), (20, 32))
    ]
    parts[2] = pc.binary_join_element_wise("4", parts[2], "")
    parts[3] = pc.binary_join_element_wise("a", parts[3], "")
    return pc.binary_join_element_wise(*parts, "-")


def numbered(prefix: str, width: int) -> Callable[[int, np.random.Generator], pa.Array]:
    """Return a maker of serial numbers behind a prefix."""

    def make(count: int, _: np.random.Generator) -> pa.Array:
        return pc.binary_join_element_wise(
            prefix, pc.utf8_lpad(pa.array(np.arange(count)).cast(pa.string()), width, "0"), ""
        )

    return make


def parts_of_cases(count: int, _: np.random.Generator) -> pa.Array:
    """Return ids as 2025-010123-0001: a year, a case's number of six digits, and its part."""
    number = pc.utf8_lpad(pa.array(np.arange(count) % 1_000_000).cast(pa.string()), 6, "0")
    part = pc.utf8_lpad(pa.array(np.arange(count) // 1_000_000 + 1).cast(pa.string()), 4, "0")
    return pc.binary_join_element_wise("2025", number, part, "-")


def ten_digits_and_part(count: int, generator: np.random.Generator) -> pa.Array:
    return pc.binary_join_element_wise(drawn(b"0123456789", 10)(count, generator), "1", "-")


def demo(count: int, _: np.random.Generator) -> pa.Array:
    return pa.array(pseudonyms(np.arange(count), 1, "demo-").view("S15").ravel()).cast(pa.string())


MAKERS = {
    "uuid4": uuids,
    **{f"hex of {length}": drawn(HEX, length) for length in (16, 20, 32, 40, 64)},
    "ulid": lambda count, generator: pc.binary_join_element_wise("01K", drawn(CROCKFORD, 23)(count, generator), ""),
    **{f"base32 of {length}": drawn(BASE32, length) for length in (13, 16, 24, 26, 28, 32)},
    **{f"base62 of {length}": drawn(BASE62, length) for length in (10, 12, 22)},
    **{f"base64 of {length}": drawn(BASE64, length) for length in (11, 16, 22, 43)},
    "serial": numbered("NP-", 9),
    "year and serial": numbered("NSJ-2025-", 7),
    "letters and serial": numbered("AB", 7),
    "parts of cases": parts_of_cases,
    "ten digits and part": ten_digits_and_part,
    "demo": demo,
}


@pytest.mark.parametrize("count", [20_000, pytest.param(1_200_000, marks=pytest.mark.full)])
@pytest.mark.parametrize("name", MAKERS)
def test_at_most_one_of_a_million_ids_is_taken_for_a_person_s(name: str, count: int) -> None:
    ids = MAKERS[name](count, np.random.default_rng(20260112))
    perhaps = pc.filter(ids, pc.match_substring_regex(ids, f"^(?:{PERHAPS_PERSONAL})$")).to_pylist()
    assert ids[0].as_py()
    assert sum(kind_of_pseudonym(value) is not None for value in perhaps) <= count // 1_000_000


def test_the_signs_that_databases_read_leave_nothing_out() -> None:
    """Whatever has a kind is also perhaps personal: the fast way asks nothing else."""
    generator = np.random.default_rng(1)
    for alphabet in (b"0123456789-_", b"45-", b"aAnNe-_JsS", b"DK50-0412"):
        for length in (8, 10, 12, 18):
            for value in drawn(alphabet, length)(2000, generator).to_pylist():
                if kind_of_pseudonym(value):
                    assert re.fullmatch(PERHAPS_PERSONAL, value)

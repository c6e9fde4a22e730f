"""Every number here is invented; none belongs to a person that we know of."""

import pytest

from data.personal.numbers import cpr_candidates, is_cpr, phone_numbers, phone_numbers_beside_dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("211062-5629", True),
        ("2110625629", True),
        ("211062 5629", True),
        ("211062\u20115629", True),
        ("21-10-62-5629", True),
        ("010160-0000", True),  # fails modulus 11, as numbers issued since 2007 may
        ("511062-5629", False),  # no such day
        ("310262-5629", False),  # 31 February
        ("1234567890", False),  # month 34
        ("211062-56290", False),  # eleven digits
        ("a2110625629", False),
    ],
)
def test_a_cpr_number_is_a_date_and_four_digits(text: str, expected: bool) -> None:
    assert is_cpr(text) is expected


@pytest.mark.parametrize(
    "text",
    ["cpr211062-5629.", "født 21.10.62 5629 i", "(2110625629)", "211062–5629", "211062 - 5629"],
)
def test_a_cpr_number_is_found_in_every_writing(text: str) -> None:
    assert len(cpr_candidates(text)) == 1


@pytest.mark.parametrize(
    "text",
    ["21-10-2025 14:30", "2025-10-21T14:30:00", "f47ac10b-58cc-4372-a567-0e02b2c3d479", "12110625629", ""],
)
def test_dates_and_longer_numbers_are_no_cpr_number(text: str) -> None:
    assert cpr_candidates(text) == ()


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("Ring 40 25 31 12 i morgen", ("40 25 31 12",)),
        ("tlf. +45 32123456", ("+45 32123456",)),
        ("journalnr 0900-10250-00123-24", ()),
        ("2025-03-14 3450", ("2025-03-14",)),  # the library's known false alarm
    ],
)
def test_phone_numbers_are_what_the_library_finds(text: str, hits: tuple[str, ...]) -> None:
    assert phone_numbers(text) == hits


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("2025-03-14 3450", ()),
        ("14.03.2025 kl. 13.45", ()),
        ("Ring den 14-03-2025 13:45 til 40 25 31 12", ("40 25 31 12",)),
    ],
)
def test_dates_are_no_phone_numbers(text: str, hits: tuple[str, ...]) -> None:
    assert phone_numbers_beside_dates(text) == hits

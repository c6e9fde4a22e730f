"""The accessibility statement has what bekendtgørelse nr. 904 asks for, and never a contact that nobody wrote."""

import pytest

from analysis.accessibility import NO_CONTACT, PREPARED, statement
from data.accessibility_contact import Contact

NOBODY = Contact("", "", "")


def words(contact: Contact) -> str:
    return " ".join(text for heading, texts in statement(contact) for text in (heading, *texts))


@pytest.mark.parametrize(
    "part",
    [
        "delvist i overensstemmelse",
        "WCAG 2.1",
        "Vis som tabel",
        "uforholdsmæssig stor byrde",
        PREPARED,
        "senest gennemgået",
        "selvevaluering",
        "10 arbejdsdage",
        "Digitaliseringsstyrelsen",
    ],
)
def test_every_part_that_the_law_asks_for_is_there(part: str) -> None:
    assert part in words(NOBODY)


def test_as_long_as_nobody_has_written_a_contact_it_says_so() -> None:
    assert NO_CONTACT in words(NOBODY)
    assert "Mail:" not in words(NOBODY)


def test_the_contact_is_the_one_that_was_written() -> None:
    told = words(Contact("Politikredsen", "post@kreds.example", ""))
    assert "Ansvarlig: Politikredsen." in told
    assert "Mail: post@kreds.example." in told
    assert NO_CONTACT not in told
    assert "Telefon:" not in told

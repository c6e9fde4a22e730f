"""Who answers when something cannot be used: the district's own file, and nothing until there is one."""

from pathlib import Path

import pytest

from data.accessibility_contact import Contact, accessibility_contact
from data.errors import UserError
from data.home import home


def own_file(text: str) -> Path:
    path = home() / "reference" / "accessibility.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_what_the_project_ships_names_nobody() -> None:
    assert accessibility_contact() == Contact("", "", "")


def test_the_districts_own_file_takes_its_place() -> None:
    own_file('myndighed = "Kredsen"\ntelefon = " 12 34 "\n')
    assert accessibility_contact() == Contact("Kredsen", "", "12 34")


@pytest.mark.parametrize("text", ["telefon = 1234", 'fax = "1"', "telefon 1234"])
def test_a_file_that_is_not_one_says_what_to_write(text: str) -> None:
    own_file(text)
    with pytest.raises(UserError, match="telefon"):
        accessibility_contact()

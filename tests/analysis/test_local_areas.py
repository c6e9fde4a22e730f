"""A lokalråd's own areas: whose they are, and what is said of them."""

import pytest

from analysis.local_areas import (
    choice_note,
    choosers,
    chosen_areas,
    local_area_table,
    own_areas_sentence,
    shown_areas,
)
from data.catalogue import AREAS
from data.local_areas import own_file
from data.municipalities import DISTRICT, municipality_codes
from data.publish import publish
from data.release import Release, open_release
from tests.data.small_district import incident, load_district

HELSINGOER, GENTOFTE, ALLEROED = "217", "157", "201"
PLANNED = [code for code, area in AREAS.items() if area.plan]
CHOICES = '"Helsingør" = ["naere_relationer", "utryghed"]\n"Gentofte" = ["utryghed"]\n'


@pytest.fixture
def release() -> Release:
    load_district([incident(1, "indbrud_beboelse", "2025-01-05", GENTOFTE)])
    own_file().parent.mkdir(parents=True)
    own_file().write_text(CHOICES, encoding="utf-8")
    return open_release(publish().id)


def test_a_municipality_has_its_own_in_its_order_and_the_district_what_any_has(release: Release) -> None:
    def codes(place: str) -> list[str]:
        return [area.code for area in chosen_areas(release, place)]

    assert codes(HELSINGOER) == ["naere_relationer", "utryghed"]
    assert codes(ALLEROED) == []
    assert codes(DISTRICT) == ["utryghed", "naere_relationer"]  # the catalogue's order
    assert [area.code for area in shown_areas(release, GENTOFTE)] == [*PLANNED, "utryghed"]
    assert choosers(release, AREAS["utryghed"]) == ("Gentofte", "Helsingør")


def test_the_page_says_whether_the_area_was_chosen(release: Release) -> None:
    unease, schools = AREAS["utryghed"], AREAS["narkotika_skole"]
    assert choice_note(release, AREAS["indbrud"], HELSINGOER) == ""
    assert choice_note(release, unease, GENTOFTE) == "Lokalrådet i Gentofte har valgt området."
    assert choice_note(release, unease, ALLEROED) == "Lokalrådet i Allerød har ikke valgt området."
    assert choice_note(release, unease, DISTRICT) == "Valgt i Gentofte og Helsingør."
    assert choice_note(release, schools, DISTRICT) == "Intet lokalråd har valgt området."


def test_what_a_lokalraad_has_chosen_in_one_sentence(release: Release) -> None:
    assert own_areas_sentence(release, GENTOFTE) == (
        "Lokalrådet i Gentofte har valgt utryghedsskabende adfærd i det offentlige rum."
    )
    assert own_areas_sentence(release, ALLEROED) == ("Lokalrådet i Allerød har ikke valgt områder ud over planens tre.")


def test_every_municipality_has_a_row_with_its_choices(release: Release) -> None:
    rows = {str(row[0]): row[1:] for row in local_area_table(release).rows}
    assert len(rows) == len(municipality_codes())
    assert rows["Helsingør"] == ("valgt", "", "valgt")  # utryghed, narkotika_skole, naere_relationer
    assert rows["Allerød"] == ("", "", "")

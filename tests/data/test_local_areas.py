"""What the lokalråd have chosen: one file, the district's own before what is shipped, frozen with the release."""

from pathlib import Path

import pytest

from data.errors import UserError
from data.load import load
from data.local_areas import choosable, local_area_choices, local_area_table, own_file
from data.municipalities import municipality_codes
from data.publish import publish
from data.release import open_release
from tests.data.load.extracts import row, write
from tests.data.small_district import incident, load_district

HELSINGOER, GENTOFTE = "217", "157"


def chosen(text: str) -> dict[str, tuple[str, ...]]:
    own_file().parent.mkdir(parents=True, exist_ok=True)
    own_file().write_text(text, encoding="utf-8")
    return local_area_choices(demo=False)


def test_nothing_is_chosen_until_a_lokalraad_has_done_so() -> None:
    assert local_area_choices(demo=False) == {}


def test_the_demo_has_choices_of_every_area_and_is_replaced_by_the_districts_own() -> None:
    demo = local_area_choices(demo=True)
    assert {code for areas in demo.values() for code in areas} == set(choosable())
    assert set(demo) < set(municipality_codes())
    chosen('"157" = ["utryghed"]')
    assert local_area_choices(demo=True) == {GENTOFTE: ("utryghed",)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"Helsingør" = ["narkotika_skole", "utryghed"]', {HELSINGOER: ("narkotika_skole", "utryghed")}),
        ('HELSINGØR = ["utryghed"]'.replace("HELSINGØR", '"HELSINGØR"'), {HELSINGOER: ("utryghed",)}),
        ('217 = ["utryghed", "utryghed"]', {HELSINGOER: ("utryghed",)}),
        ('"Helsingør" = []', {}),
        ("# Ingen har valgt endnu.", {}),
    ],
)
def test_a_line_names_a_municipality_and_its_areas_in_order(text: str, found: dict[str, tuple[str, ...]]) -> None:
    assert chosen(text) == found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"Aarhus" = ["utryghed"]', "Aarhus"),
        ('"Helsingør" = ["indbrud"]', "må have disse områder: utryghed"),  # the plan's areas are everybody's already
        ('"Helsingør" = ["psp"]', "må have disse områder"),
        ('"Helsingør" = "utryghed"', "som en liste"),
        ('"Helsingør" = ["utryghed"]\n217 = ["utryghed"]', "to gange"),
        ('"Helsingør" = [', "kan ikke læses"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_what_to_write(text: str, told: str) -> None:
    with pytest.raises(UserError, match=told):
        chosen(text)


def test_a_choice_reaches_the_release_when_it_is_published_and_not_an_earlier_one() -> None:
    load_district([incident(1, "indbrud_beboelse", "2025-01-05", GENTOFTE)])
    before = publish().id
    chosen('"Helsingør" = ["naere_relationer", "utryghed"]')
    after = publish().id
    assert open_release(before).rows("local_area") == []
    assert open_release(after).rows("local_area") == [(HELSINGOER, "naere_relationer"), (HELSINGOER, "utryghed")]
    assert publish().id == after


def test_a_table_without_choices_has_its_columns() -> None:
    table = local_area_table(demo=False)
    assert list(table.columns) == ["municipality", "area", "place"] and table.empty


@pytest.mark.parametrize("column", ["rocker", "Bandetilknytning", "psp_moeder", "PSP", "rockergruppe", "antal_psp"])
def test_a_column_about_gangs_or_psp_refuses_the_whole_file(tmp_path: Path, column: str) -> None:
    lines = write(tmp_path, [row(1)]).read_text(encoding="utf-8").splitlines()
    path = tmp_path / "med_kolonne.csv"
    path.write_text(f"{lines[0]};{column}\n{lines[1]};1\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"(?i)rocker|bande|psp"):
        load([path])

"""A lokalråd's own areas in the sections of its bilateral pack that look across areas."""

from analysis.packs.content import Section, TableContent
from tests.analysis.packs.conftest import MakePack


def areas_in(sections: tuple[Section, ...], key: str) -> list[str]:
    (section,) = [each for each in sections if each.key == key]
    assert isinstance(section.content, TableContent)
    return [str(row[0]) for row in section.content.table.rows]


def test_the_overview_and_the_band_of_the_others_have_them(make: MakePack) -> None:
    own, none = make("2026K1", "217"), make("2026K1", "260")
    for key in ("overblik", "oevrige"):
        plan = areas_in(none.sections, key)
        assert areas_in(own.sections, key)[: len(plan)] == plan
        assert "Utryghed" in areas_in(own.sections, key)[len(plan) :]


def test_an_area_that_is_told_by_years_stands_with_its_year(make: MakePack) -> None:
    (section,) = [each for each in make("2026K1", "157").sections if each.key == "overblik"]
    assert isinstance(section.content, TableContent)
    assert section.content.table.rows[-1][1] == "2025"

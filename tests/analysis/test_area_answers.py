"""What an area's page asks for: every area of the catalogue has a series, a period it may be shown for, and words."""

from collections.abc import Iterator

import pytest

from analysis.area_series import area_series, series_beside
from analysis.beside import beside_table
from analysis.character_groups import character_groups
from analysis.choice import Choice, Compare, default_choice
from analysis.definitions import ONLY_DISTRICT, ONLY_YEARS, definitions
from analysis.provenance import DEMO, file_lines, provenance
from analysis.public_period import period_note, public_choice, public_period
from data.catalogue import AREAS, CATEGORIES, Area, Measure
from data.municipalities import DISTRICT
from data.periods import Quarter, Year
from data.publish import publish
from data.release import Release, open_release
from tests.data.small_district import incident, load_district

HELSINGOER = "217"
NEAR = AREAS["naere_relationer"]


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Release]:
    days = [f"2025-{1 + at % 12:02d}-05" for at in range(40)]
    violence = [incident(at, "vold_naere_relationer", day, HELSINGOER) for at, day in enumerate(days)]
    frauds = [incident(900 + at, "databedrageri", "2025-11-05", HELSINGOER, sag_id=f"s{at}") for at in range(3)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(tmp_path_factory.mktemp("home")))
        load_district([*violence, *frauds], first_year=2022, demo=True)
        yield open_release(publish().id)


@pytest.fixture
def choice(release: Release) -> Choice:
    return Choice(release, HELSINGOER, Quarter(2025, 4), Compare.LAST_YEAR)


@pytest.mark.parametrize("area", AREAS.values(), ids=AREAS)
@pytest.mark.parametrize("place", [HELSINGOER, DISTRICT])
@pytest.mark.parametrize("period", [Quarter(2025, 4), Quarter(2026, 1), Year(2024), Quarter(2022, 1)])
def test_every_area_has_a_series_of_the_chosen_periods_kind(
    release: Release, area: Area, place: str, period: Quarter | Year
) -> None:
    asked = public_choice(area, Choice(release, place, period, Compare.LAST_YEAR))
    found = area_series(area, asked, place)
    yearly = isinstance(asked.period, Year) or area.measure is Measure.SEVERE_CASUALTIES
    assert {type(point.period) for point in found.points} <= {Year if yearly else Quarter}
    assert found.points


def test_only_a_sum_of_years_shows_its_years_beside_it(choice: Choice) -> None:
    beside = {code: len(series_beside(area, choice)) for code, area in AREAS.items()}
    assert beside == {code: int(area.measure is Measure.SEVERE_CASUALTIES) for code, area in AREAS.items()}


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        (Quarter(2025, 4), Year(2025)),
        (Quarter(2025, 1), Year(2025)),
        (Quarter(2026, 1), Year(2025)),  # 2026 is open: the year before is the newest closed one
        (Year(2024), Year(2024)),
    ],
)
def test_what_is_shown_by_year_only_is_shown_for_a_closed_year(
    release: Release, chosen: Quarter | Year, shown: Year
) -> None:
    asked = Choice(release, HELSINGOER, chosen, Compare.LAST_YEAR)
    assert public_choice(NEAR, asked).period == shown
    assert bool(period_note(asked, public_choice(NEAR, asked))) is isinstance(chosen, Quarter)


def test_what_is_public_by_quarter_is_shown_by_quarter(choice: Choice) -> None:
    assert public_period(AREAS["indbrud"].headline, choice) == choice.period
    assert period_note(choice, public_choice(AREAS["indbrud"], choice)) == ""


@pytest.mark.parametrize("area", [area for area in AREAS.values() if area.beside], ids=lambda area: area.code)
def test_beside_a_headline_each_category_stands_for_itself(choice: Choice, area: Area) -> None:
    table = beside_table("Ved siden af", area, area.beside, choice)
    assert [row[0] for row in table.rows] == [CATEGORIES[code].name for code in area.beside]
    assert len({len(row) for row in table.rows} | {len(table.columns)}) == 1


def test_a_category_of_the_district_says_so_in_a_municipality(choice: Choice) -> None:
    rows = {str(row[0]): row for row in beside_table("x", AREAS["digital"], AREAS["digital"].beside, choice).rows}
    assert rows["Muldyrsager"][2:] == (None, None, "Tallet findes kun for hele kredsen.")


def test_an_area_of_several_categories_shows_its_types_first(choice: Choice) -> None:
    (title, (types,)), *_ = character_groups(AREAS["digital"], choice)
    assert title == "Digital kriminalitet, Helsingør, 4. kvartal 2025"
    assert dict(types.groups or ())["Databedrageri"] == 3


def test_every_area_is_defined_from_the_catalogue(release: Release) -> None:
    found = {definition.title: dict(definition.paragraphs) for definition in definitions(release)}
    assert list(found) == [area.name for area in AREAS.values()]
    for area in AREAS.values():
        told = found[area.name]
        assert told["Hvad tallet ikke siger"] == (area.caveat,)
        held_back = " ".join(told.get("Hvad der ikke vises, og hvorfor", ()))
        codes = (*area.headline, *area.beside, *area.activity)
        assert (ONLY_YEARS in held_back) is any(not CATEGORIES[code].quarterly for code in codes)
        assert (ONLY_DISTRICT in held_back) is any(CATEGORIES[code].district_only for code in codes)


def test_the_footer_and_every_file_say_release_dates_and_demo(release: Release) -> None:
    footer = " · ".join(provenance(release))
    assert f"Udgave #{release.id}" in footer
    assert "Data til og med 31.12.2025" in footer
    assert "Udtræk af 12.01.2026" in footer
    assert file_lines(release)[0] == DEMO
    assert release.id in file_lines(release)[1]


def test_the_default_choice_shows_the_district(release: Release) -> None:
    assert default_choice(release).place == "Hele kredsen"

"""A release: named by its content, immutable, published in one step, protected, and read through one door."""

import datetime as dt
from pathlib import Path

import duckdb
import pytest

from data.catalogue import CATEGORIES
from data.disclosure import REST
from data.errors import UserError
from data.municipalities import DISTRICT, UNKNOWN, municipality_codes
from data.publish import publish
from data.publishing_alone import BUILDING
from data.release import open_release
from data.releases import current_release_id, release_folder, release_ids, releases_folder
from tests.data.small_district import incident, load_district

FIRST, SECOND, THIRD = municipality_codes()[:3]


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path))
    monkeypatch.delenv("KREDSBLIK_ROOM", raising=False)
    return tmp_path


def burglaries(place: str, count: int, start: int, **values: str) -> list[dict[str, object]]:
    return [
        incident(start + step, "indbrud_beboelse", f"2024-{1 + step % 12:02d}-05", place, **values)
        for step in range(count)
    ]


def counts(category: str, year: int, quarter: int) -> dict[str, int | None]:
    rows = (
        open_release()
        .connection.cursor()
        .execute(
            "SELECT municipality, count FROM published.count_quarter WHERE category = ? AND year = ? AND quarter = ?",
            [category, year, quarter],
        )
    )
    return dict(rows.fetchall())


def test_nothing_loaded_is_nothing_to_publish() -> None:
    with pytest.raises(UserError, match=r"data\.load"):
        publish()
    assert not releases_folder().exists()


def test_counts_are_zero_where_delivered_and_the_district_is_the_sum_with_unknown() -> None:
    load_district([*burglaries(FIRST, 3, 0), incident(90, "indbrud_beboelse", "2024-02-01", UNKNOWN)])
    publish()
    found = counts("indbrud_beboelse", 2024, 1)
    assert found[FIRST] == 3  # January, February, March
    assert found[SECOND] == 0
    assert found[UNKNOWN] == 1
    assert found[DISTRICT] == 3 + 1
    assert set(found) == {*municipality_codes(), UNKNOWN, DISTRICT}


def test_the_same_content_is_the_same_release_and_new_content_is_a_new_one() -> None:
    load_district(burglaries(FIRST, 3, 0))
    first = publish()
    again = publish()
    assert (again.id, again.created) == (first.id, False)
    load_more = burglaries(SECOND, 1, 50)
    load_district(load_more)
    second = publish()
    assert second.created
    assert second.id != first.id
    assert current_release_id() == second.id
    assert open_release(first.id).id == first.id  # the old release stays


def test_no_release_is_ever_removed_or_changed_since_packs_and_links_stand_on_it() -> None:
    kept: dict[str, dict[str, bytes]] = {}
    for step in range(4):
        load_district(burglaries(FIRST, 3, 10 * step))
        identity = publish().id
        kept[identity] = {path.name: path.read_bytes() for path in release_folder(identity).iterdir()}
    assert len(kept) == 4 and set(release_ids()) == set(kept)
    for identity, files in kept.items():
        assert {path.name: path.read_bytes() for path in release_folder(identity).iterdir()} == files


def test_a_case_complex_counts_once_where_its_first_report_is() -> None:
    complex_reports = [
        incident(1, "databedrageri", "2024-03-30T10:00", FIRST, sag_id="s1"),
        incident(2, "databedrageri", "2024-04-02T10:00", SECOND, sag_id="s1"),
        incident(3, "databedrageri", "2024-04-03T10:00", SECOND, sag_id="s1"),
        incident(4, "databedrageri", "2024-04-04T10:00", SECOND),
    ]
    load_district(complex_reports)
    publish()
    assert counts("databedrageri", 2024, 1)[FIRST] == 1
    assert counts("databedrageri", 2024, 2)[SECOND] == 1  # the report without a complex
    assert counts("databedrageri", 2024, 1)[DISTRICT] + counts("databedrageri", 2024, 2)[DISTRICT] == 2


def test_burglary_counts_reports_even_in_one_complex() -> None:
    load_district(burglaries(FIRST, 3, 0, sag_id="s1"))
    publish()
    assert counts("indbrud_beboelse", 2024, 1)[FIRST] == 3


def test_the_published_file_holds_no_incident_no_key_and_no_month() -> None:
    load_district(burglaries(FIRST, 30, 0, boligtype="villa"))
    identity = publish().id
    with duckdb.connect(str(release_folder(identity) / "published.duckdb"), read_only=True) as connection:
        columns = connection.execute("SELECT column_name FROM information_schema.columns").fetchall()
    names = {name for (name,) in columns}
    assert names.isdisjoint({"haendelse_id", "sag_id", "anmeldt", "celle_1km", "celle_100m", "month", "file_name"})


def test_breakdowns_are_all_or_nothing_and_only_for_closed_years() -> None:
    rows = []
    for number, place in enumerate(municipality_codes()):
        for kind_number, kind in enumerate(("villa", "raekkehus", "etage", "landejendom")):
            size = 4 if (place, kind) == (FIRST, "villa") else 6
            start = 1000 * number + 100 * kind_number
            rows += burglaries(place, size, start, boligtype=kind)
    open_year = [incident(99_000 + n, "indbrud_beboelse", "2026-01-05", THIRD, boligtype="villa") for n in range(50)]
    load_district(rows + open_year)
    publish()
    found = (
        open_release()
        .connection.cursor()
        .execute("SELECT municipality, year, value, count FROM published.breakdown WHERE attribute = 'boligtype'")
    )
    cells = found.fetchall()
    places = {place for place, _, _, _ in cells}
    assert FIRST not in places  # four villas
    assert REST in places
    assert len(places) == 1 + len(municipality_codes()) - 2  # a second municipality keeps the first one company
    assert {year for _, year, _, _ in cells} == {2024}
    assert all(count >= 5 or (value == "uoplyst" and count == 0) for _, _, value, count in cells)


def test_sensitive_categories_have_closed_years_of_at_least_five_and_nothing_else() -> None:
    violence = [incident(n, "vold_naere_relationer", f"2024-{1 + n % 12:02d}-05", FIRST) for n in range(12)]
    few = [incident(100 + n, "vold_naere_relationer", "2024-05-05", SECOND) for n in range(4)]
    load_district([*violence, *few])
    publish()
    cursor = open_release().connection.cursor()
    assert counts("vold_naere_relationer", 2024, 1) == {}
    rows = cursor.execute(
        "SELECT municipality, year, count FROM published.count_year WHERE category = 'vold_naere_relationer'"
    ).fetchall()
    # The second's four would be the district less the first: one rest holds them, and only the sum is told.
    assert rows == [(REST, 2024, 16)]


@pytest.mark.parametrize("table", ["breakdown", "count_quarter"])
def test_no_category_below_the_district_where_the_catalogue_says_so(table: str) -> None:
    mules = [incident(n, "muldyr", "2024-05-05", UNKNOWN) for n in range(40)]
    load_district(mules)
    publish()
    cursor = open_release().connection.cursor()
    rows = cursor.execute(
        f"SELECT DISTINCT municipality FROM published.{table} WHERE category IN (SELECT unnest(?))",
        [[code for code, category in CATEGORIES.items() if category.district_only]],
    ).fetchall()
    assert {place for (place,) in rows} <= {DISTRICT}


def test_casualties_are_final_by_status_or_by_the_extract_being_late_enough() -> None:
    load_district(
        [
            incident(1, "uheld_personskade", "2024-05-05", FIRST, draebte=1, alvorligt=2, let=3, status="endelig"),
            incident(2, "uheld_personskade", "2025-05-05", FIRST, draebte=0, alvorligt=1, let=0, status="foreloebig"),
        ]
    )
    publish()
    rows = open_release().rows("casualties_year")
    found = {(place, year): (killed, serious, slight, state) for place, year, killed, serious, slight, state in rows}
    assert found[FIRST, 2024] == (1, 2, 3, "final")
    assert found[DISTRICT, 2024] == (1, 2, 3, "final")
    assert found[FIRST, 2025] == (0, 1, 0, "provisional")
    assert found[SECOND, 2025] == (0, 0, 0, "provisional")


def test_casualties_without_status_are_final_from_june_of_the_next_year() -> None:
    load_district(
        [
            incident(1, "uheld_personskade", "2023-05-05", FIRST, draebte=1, alvorligt=0, let=0),
            incident(2, "uheld_personskade", "2024-05-05", FIRST, draebte=1, alvorligt=0, let=0),
            incident(3, "uheld_personskade", "2025-05-05", FIRST, draebte=1, alvorligt=0, let=0),
        ],
        first_year=2023,
    )
    publish()
    states = {year: state for place, year, *_, state in open_release().rows("casualties_year") if place == FIRST}
    # Made in January 2026: 2024 was final at the end of May 2025, 2025 is not until the end of May 2026.
    assert (states[2023], states[2024], states[2025]) == ("final", "final", "provisional")


def test_the_release_tells_its_dates_and_whether_it_is_synthetic() -> None:
    load_district(burglaries(FIRST, 3, 0), demo=True)
    publish()
    release = open_release()
    assert release.data_until == dt.date(2025, 12, 31)
    assert release.extracted == dt.date(2026, 1, 12)
    assert release.demo


def test_the_council_opens_the_published_file_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    load_district(burglaries(FIRST, 3, 0))
    identity = publish().id
    (release_folder(identity) / "internal.duckdb").unlink()
    monkeypatch.setenv("KREDSBLIK_ROOM", "kredsraad")
    release = open_release()
    assert not release.internal
    with pytest.raises(duckdb.Error):
        release.connection.cursor().execute("SELECT * FROM internal.count_month")


def test_an_open_release_reaches_no_other_file(tmp_path: Path) -> None:
    load_district(burglaries(FIRST, 3, 0))
    publish()
    secret = tmp_path / "hemmelig.csv"
    secret.write_text("a\n1\n", encoding="utf-8")
    with pytest.raises(duckdb.PermissionException):
        open_release().connection.cursor().execute(f"SELECT * FROM read_csv('{secret}')")


def test_an_unknown_release_is_refused() -> None:
    load_district(burglaries(FIRST, 3, 0))
    publish()
    with pytest.raises(UserError, match="findes ikke"):
        open_release("../../etc")


def test_a_folder_that_cannot_be_written_leaves_the_old_release() -> None:
    load_district(burglaries(FIRST, 3, 0))
    first = publish()
    load_district(burglaries(SECOND, 1, 50))
    in_the_way = releases_folder() / BUILDING
    in_the_way.write_text("", encoding="utf-8")
    with pytest.raises(UserError, match="Intet er ændret"):
        publish()
    in_the_way.unlink()
    assert current_release_id() == first.id
    assert [folder.name for folder in releases_folder().iterdir() if folder.is_dir()] == [first.id]

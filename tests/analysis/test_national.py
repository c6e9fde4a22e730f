"""The whole country beside an area's number: told where Statistics Denmark's figures are, else said to be missing."""

from pathlib import Path

import pytest

from analysis.national import national_counts, national_line
from data.catalogue import AREAS
from data.periods import Quarter, Year
from data.publish import publish
from data.release import Release, open_release
from data.statbank.importing import import_files
from tests.data.small_district import incident, load_district
from tests.data.statbank.exports import api_file


@pytest.fixture(name="release")
def _release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Release:
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path / "home"))
    load_district([incident(1, "indbrud_beboelse", "2025-05-05", "217")])
    publish()
    return open_release()


def test_burglaries_in_the_whole_country(release: Release) -> None:
    """STRAF11 1320, area 000: 5,641 in the fourth quarter of 2025, 4,492 a year before."""
    line = national_line(release, AREAS["indbrud"], Quarter(2025, 4))
    assert line == (
        "Hele landet, indbrud i beboelser (Danmarks Statistik, STRAF11): 5.641 i 4. kvt. 2025, 4.492 i 4. kvt. 2024."
    )


def test_a_year_is_its_four_quarters(release: Release) -> None:
    area = AREAS["indbrud"]
    year = national_counts(release, area, Year(2025))
    quarters = [national_counts(release, area, Quarter(2025, at)) for at in (1, 2, 3, 4)]
    assert year is not None and year["count"] == sum(each["count"] for each in quarters if each)


def test_what_is_not_published_yet_and_what_is_not_imported(release: Release) -> None:
    assert national_line(release, AREAS["indbrud"], Quarter(2026, 1)).endswith("ikke offentliggjort for 1. kvt. 2026.")
    assert national_line(release, AREAS["digital"], Quarter(2025, 4)).endswith(": ikke indlæst.")
    assert national_line(release, AREAS["faerdsel"], Quarter(2025, 4)) == ""


@pytest.mark.usefixtures("release")
def test_fraud_once_it_is_imported_says_that_it_is_more_than_the_internet(tmp_path: Path) -> None:
    rows = [("000", "1357", f"{year}K4", count) for year, count in ((2024, 9000), (2025, 9900))]
    import_files([api_file(tmp_path / "x.csv", rows)])
    publish()
    line = national_line(open_release(), AREAS["digital"], Quarter(2025, 4))
    assert ": 9.900 i 4. kvt. 2025, 9.000 i 4. kvt. 2024. Det er al bedrageri, også uden for internettet." in line

"""Denominators: which 1 January counts, and when dwellings take over from households."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import Denominator
from data.denominators import denominator, denominators, in_year
from data.municipalities import DISTRICT, municipality_codes


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path))


def load_dwellings(tmp_path: Path, codes: tuple[str, ...]) -> None:
    (tmp_path / "reference").mkdir()
    rows = "".join(f"{code},{year},{1000 + year}\n" for code in codes for year in (2025, 2026))
    (tmp_path / "reference" / "bol101.csv").write_text(f"area,period,value\n{rows}", encoding="utf-8")


@pytest.mark.parametrize(
    ("known", "year", "expected"),
    [
        ({2025: 100, 2026: 120}, 2025, (110, "2025-01-01/2026-01-01")),  # both ends of the year: (100 + 120) / 2
        ({2025: 100, 2026: 121}, 2025, (111, "2025-01-01/2026-01-01")),  # 110.5 rounds up
        ({2026: 120}, 2025, (120, "2026-01-01")),  # only the end is known
        ({2025: 100}, 2025, (100, "2025-01-01")),  # only the beginning is known
        ({2026: 120}, 2026, (120, "2026-01-01")),  # the newest year, carried forward
        ({2015: 90, 2016: 95}, 2010, (90, "2015-01-01")),  # before all that is known
        ({2020: 90, 2023: 99}, 2021, (90, "2020-01-01")),  # 1 January 2020 is 1.5 years away, 2023 is 1.5: the earlier
        ({2020: 90, 2023: 99}, 2022, (99, "2023-01-01")),  # 2023 is half a year away
    ],
)
def test_which_first_of_january_counts(known: dict[int, int], year: int, expected: tuple[int, str]) -> None:
    assert in_year(known, year) == expected


@given(st.dictionaries(st.integers(2000, 2030), st.integers(1, 100_000), min_size=1), st.integers(1995, 2035))
def test_a_denominator_lies_within_what_is_known(known: dict[int, int], year: int) -> None:
    value, date = in_year(known, year)
    assert min(known.values()) <= value <= max(known.values())
    assert all(int(day[:4]) in known for day in date.split("/"))


def test_households_of_2026_stand_in_for_every_year() -> None:
    found = denominator(Denominator.DWELLINGS, "217", 2025)
    assert found is not None
    assert (found.value, found.date, found.unit) == (30945, "2026-01-01", "husstande")
    assert found.source == "Danmarks Statistik, FAM55N"


def test_inhabitants_are_the_mean_of_both_ends_of_the_year() -> None:
    found = denominator(Denominator.INHABITANTS, "157", 2025)
    assert found is not None
    assert (found.value, found.date) == (75091, "2025-01-01/2026-01-01")  # (75,076 + 75,106) / 2


def test_the_district_is_the_sum_of_its_municipalities() -> None:
    table = denominators(Denominator.INHABITANTS, [2026])
    parts = table[table["municipality"] != DISTRICT]
    assert set(parts["municipality"]) == set(municipality_codes())
    assert table[table["municipality"] == DISTRICT]["value"].tolist() == [parts["value"].sum()]


def test_nothing_is_known_of_other_places() -> None:
    assert denominator(Denominator.INHABITANTS, "000", 2025) is None


def test_dwellings_take_over_when_they_are_loaded_for_all(tmp_path: Path) -> None:
    load_dwellings(tmp_path, municipality_codes())
    found = denominator(Denominator.DWELLINGS, "157", 2025)
    assert found is not None
    assert (found.value, found.unit) == (3026, "boliger")  # (3,025 + 3,026 + 1) // 2


def test_households_stay_for_all_until_every_municipality_has_dwellings(tmp_path: Path) -> None:
    load_dwellings(tmp_path, municipality_codes()[1:])
    table = denominators(Denominator.DWELLINGS, [2025])
    assert set(table["unit"]) == {"husstande"}

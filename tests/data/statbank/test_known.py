"""Figures that are known, as evidence: enough of them, or none."""

import pandas as pd
import pytest

from data.reference import reference_table
from data.statbank.known import has_known_figures, is_known_size, offence_with_these_counts


def burglaries(count: int) -> pd.DataFrame:
    """Return the first known counts of residential burglary in the country, as a file would hold them."""
    table = reference_table("straf11")
    return table[(table["code"] == "1320") & (table["area"] == "000")].drop(columns="code").head(count)


@pytest.mark.parametrize(("count", "expected"), [(8, "1320"), (7, None)])
def test_eight_equal_figures_are_enough(count: int, expected: str | None) -> None:
    assert offence_with_these_counts(burglaries(count)) == expected


@pytest.mark.parametrize(("wrong", "expected"), [(1, "1320"), (2, None)])
def test_one_of_ten_may_have_been_revised(wrong: int, expected: str | None) -> None:
    rows = burglaries(10)
    rows.iloc[:wrong, rows.columns.get_loc("value")] += 1
    assert offence_with_these_counts(rows) == expected


def test_small_figures_may_agree_by_chance() -> None:
    """Eight quarters of the Weapons Act with fewer than 100 reports in all are no proof."""
    table = reference_table("straf11")
    small = table[(table["code"] == "3410") & (table["area"] == "223")].drop(columns="code").head(8)
    assert small["value"].sum() < 100
    assert offence_with_these_counts(small) is None


def test_households_are_known_by_their_own_figures() -> None:
    assert has_known_figures("fam55n", reference_table("fam55n"))
    assert not has_known_figures("folk1a", reference_table("fam55n"))


@pytest.mark.parametrize(
    ("table", "value", "expected"),
    [
        ("folk1a", 75106, True),
        ("folk1a", 60000, True),  # 80 %
        ("folk1a", 36000, False),  # men alone
        ("fam55n", 34024, True),
        ("fam55n", 60000, False),  # adults, not households
        ("bol101", 36000, True),
        ("bol101", 75106, False),  # people, not dwellings
        ("straf11", 202, None),
    ],
)
def test_the_size_of_gentofte(table: str, value: int, expected: bool | None) -> None:
    period = "2026K1" if table == "folk1a" else "2026"
    rows = pd.DataFrame({"area": ["157"], "period": [period], "value": [value]})
    assert is_known_size(table, rows) is expected


def test_casualties_of_one_municipality_are_too_few_to_tell() -> None:
    rows = pd.DataFrame({"area": ["157"], "period": ["2024"], "value": [30]})
    assert is_known_size("uheldk1", rows) is None


def test_the_district_has_some_two_hundred_casualties_a_year() -> None:
    areas = sorted(set(reference_table("fam55n")["area"]))
    rows = pd.DataFrame({"area": areas, "period": "2024", "value": 16})
    assert is_known_size("uheldk1", rows) is True
    assert is_known_size("uheldk1", rows.assign(value=10)) is False

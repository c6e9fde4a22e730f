"""Missing is not zero: what counts as final, provisional and missing."""

import pandas as pd
import pytest

from data.delivered import State, closed_years, quarter_states, worst_state
from data.municipalities import DISTRICT, UNKNOWN, municipality_codes

FIRST = municipality_codes()[0]


def covered(places: tuple[str, ...], months: list[tuple[int, int, bool]], category: str) -> pd.DataFrame:
    rows = [(place, year, month, category, is_open) for place in places for year, month, is_open in months]
    return pd.DataFrame(rows, columns=["municipality", "year", "month", "category", "is_open"])


def state(states: pd.DataFrame, place: str, year: int, quarter: int, category: str) -> str:
    keyed = states.set_index(["municipality", "year", "quarter", "category"])["state"]
    return str(keyed.loc[(place, year, quarter, category)])


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        ([(2025, 1, False), (2025, 2, False), (2025, 3, False)], State.FINAL),
        ([(2025, 1, False), (2025, 2, False), (2025, 3, True)], State.PROVISIONAL),
        ([(2025, 1, True)], State.PROVISIONAL),
        # Two closed months and nothing of the third: something was not delivered.
        ([(2025, 1, False), (2025, 2, False)], State.MISSING),
    ],
)
def test_quarter_state(months: list[tuple[int, int, bool]], expected: State) -> None:
    states = quarter_states(covered(municipality_codes(), months, "indbrud_beboelse"))
    assert state(states, FIRST, 2025, 1, "indbrud_beboelse") == expected
    assert state(states, DISTRICT, 2025, 1, "indbrud_beboelse") == expected


def test_district_misses_what_one_municipality_misses_but_not_what_unknown_misses() -> None:
    months = [(2025, 1, False), (2025, 2, False), (2025, 3, False)]
    all_but_first = covered(municipality_codes()[1:], months, "indbrud_beboelse")
    states = quarter_states(all_but_first)
    assert state(states, FIRST, 2025, 1, "indbrud_beboelse") == State.MISSING
    assert state(states, DISTRICT, 2025, 1, "indbrud_beboelse") == State.MISSING
    whole = quarter_states(covered(municipality_codes(), months, "indbrud_beboelse"))
    assert state(whole, UNKNOWN, 2025, 1, "indbrud_beboelse") == State.MISSING
    assert state(whole, DISTRICT, 2025, 1, "indbrud_beboelse") == State.FINAL


def test_district_category_needs_any_covered_place() -> None:
    months = [(2025, 1, False), (2025, 2, False), (2025, 3, False)]
    states = quarter_states(covered((UNKNOWN,), months, "muldyr"))
    assert state(states, DISTRICT, 2025, 1, "muldyr") == State.FINAL
    assert set(states.loc[states["category"] == "muldyr", "municipality"]) == {DISTRICT}


def test_a_year_is_closed_when_every_quarter_of_the_district_is_final() -> None:
    months = [(2024, month, False) for month in range(1, 13)] + [(2025, month, month == 12) for month in range(1, 13)]
    states = quarter_states(covered(municipality_codes(), months, "indbrud_beboelse"))
    closed = closed_years(states)
    assert closed[["year", "category"]].values.tolist() == [[2024, "indbrud_beboelse"]]


def test_worst_state_counts_absent_rows_as_missing() -> None:
    states = pd.DataFrame({"key": [1, 1, 2], "state": ["final", "provisional", "final"]})
    found = worst_state(states, ["key"], needed=2).set_index("key")["state"]
    assert found.to_dict() == {1: State.PROVISIONAL, 2: State.MISSING}

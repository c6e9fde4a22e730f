"""A release's id is its content's: the same from the same rows, another from any other."""

import pandas as pd
import pytest

from data.release_info import release_id

ROWS = pd.DataFrame({"municipality": ["157", "217", "998"], "incidents": pd.array([3, 0, None], "Int64")})


def test_neither_the_order_of_rows_nor_the_moment_of_loading_is_content() -> None:
    first = {"count": ROWS.assign(loaded_at="2026-01-12")}
    again = {"count": ROWS.iloc[::-1].assign(loaded_at="2026-01-13")}
    assert release_id(first) == release_id(again)


@pytest.mark.parametrize(
    "other",
    [
        ROWS.assign(incidents=pd.array([3, 1, None], "Int64")),
        ROWS.assign(incidents=pd.array([3, 0, 0], "Int64")),  # missing is not 0
        ROWS.assign(municipality=["157", "217", "999"]),
        ROWS.rename(columns={"incidents": "cases"}),
        pd.concat([ROWS, ROWS.iloc[:1]]),
        ROWS.iloc[:2],
    ],
)
def test_every_other_content_has_another_id(other: pd.DataFrame) -> None:
    assert release_id({"count": other}) != release_id({"count": ROWS})
    assert release_id({"total": ROWS}) != release_id({"count": ROWS})

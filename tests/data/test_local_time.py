"""How long something took, also on the two days a year when the clock is moved."""

import duckdb
import pytest

from data.local_time import elapsed_seconds

HOUR = 3600


def elapsed(start: str, end: str | None) -> int | None:
    question = f"SELECT {elapsed_seconds('a', 'b')} FROM (SELECT $start::TIMESTAMP_S AS a, $end::TIMESTAMP_S AS b)"
    (found,) = duckdb.execute(question, {"start": start, "end": end}).fetchall()[0]
    return found


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2025-06-01 12:00:00", "2025-06-02 11:59:59", 24 * HOUR - 1),
        ("2025-06-01 12:00:00", "2025-06-02 12:00:00", 24 * HOUR),
        # The last Sunday of March has 23 hours, the last of October 25.
        ("2025-03-29 20:00:00", "2025-03-30 20:00:00", 23 * HOUR),
        ("2025-10-25 20:00:00", "2025-10-26 20:00:00", 25 * HOUR),
        ("2025-03-30 01:59:59", "2025-03-30 03:00:00", 1),
        ("2025-10-26 01:59:59", "2025-10-26 03:00:00", 2 * HOUR + 1),
        # March 2024 ended on a Sunday, which was the last one; in 2023 it was the 26th.
        ("2024-03-30 12:00:00", "2024-03-31 12:00:00", 23 * HOUR),
        ("2023-03-25 12:00:00", "2023-03-26 12:00:00", 23 * HOUR),
        ("2023-03-30 12:00:00", "2023-03-31 12:00:00", 24 * HOUR),
        ("2025-01-01 00:00:00", "2025-07-01 00:00:00", 181 * 24 * HOUR - HOUR),
        ("2025-06-01 12:00:00", "2025-06-01 11:00:00", -HOUR),
        ("2025-06-01 12:00:00", None, None),
    ],
)
def test_elapsed_seconds(start: str, end: str | None, expected: int | None) -> None:
    assert elapsed(start, end) == expected


def test_it_agrees_with_the_time_zone_in_every_hour_of_thirty_years() -> None:
    zone = "AT TIME ZONE 'Europe/Copenhagen'"
    differing = duckdb.execute(
        f"""
        WITH hours AS (
            SELECT unnest(generate_series(TIMESTAMP '2005-01-01', TIMESTAMP '2034-12-31', INTERVAL 1 HOUR)) AS exact
        ),
        pairs AS (
            SELECT CAST('2005-01-01' AS TIMESTAMP_S) AS a, CAST(exact AS TIMESTAMP_S) AS b, exact FROM hours
        )
        SELECT count(*) FROM pairs
        WHERE {elapsed_seconds("a", "b")} <> epoch(exact {zone}) - epoch(TIMESTAMP '2005-01-01' {zone})
        """
    ).fetchone()
    assert differing == (0,)

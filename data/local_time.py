"""How long something took by the clock on the wall in Denmark, as SQL: the clock is moved twice a year.

DuckDB can do it by time zone as well, at ten times the price; the test compares the two.
"""

MARCH, OCTOBER = 3, 10
# On the last Sunday of March 2.00 becomes 3.00, on the last of October 3.00 becomes 2.00 (directive 2000/84/EC).
# Between 2 and 3 that night in October an hour is meant twice: it is read as winter time.
_FORWARD, _BACK = 3, 2
_HOUR = 3600


def elapsed_seconds(start: str, end: str) -> str:
    """Return the SQL of the seconds from one column of local time to another; missing where either is."""
    moved = f"{_HOUR} * (CAST({_is_summer_time(end)} AS INTEGER) - CAST({_is_summer_time(start)} AS INTEGER))"
    return f"CAST(epoch({end}) - epoch({start}) - {moved} AS INTEGER)"


def _is_summer_time(column: str) -> str:
    return (
        f"CASE month({column}) WHEN {MARCH} THEN {column} >= {_last_sunday(column, MARCH, _FORWARD)} "
        f"WHEN {OCTOBER} THEN {column} < {_last_sunday(column, OCTOBER, _BACK)} "
        f"ELSE month({column}) BETWEEN {MARCH} AND {OCTOBER} END"
    )


def _last_sunday(column: str, month: int, hour: int) -> str:
    last_day = f"make_date(year({column}), {month}, 31)"
    return f"{last_day} - CAST(isodow({last_day}) % 7 AS INTEGER) + INTERVAL {hour} HOUR"

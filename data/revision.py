"""When a closed year may be told again: two releases are two answers, and their difference is an answer as well.

A table is replaced as a whole or not at all. Replacing single numbers would not do: the totals beside them are public,
and tell what the number that was kept has become. And the difference obeys the rule of the table itself: in each row
nothing has moved, or everything by five or more. A row in which one group moved alone would tell of which group the few
are that came, since the public numbers tell in which quarter and municipality they came. Only where those stand still,
so that incidents were described anew and none came or went, may a part of a row stand still as well.
"""

from collections.abc import Sequence

from data.attributes import UNKNOWN_VALUE
from data.disclosure import REST, SMALLEST_GROUP, none_or_enough
from data.municipalities import DISTRICT
from data.protected import Protected


def may_replace(now: Protected, before: Protected) -> bool:
    """Return whether today's numbers beside those that were told tell of no 1 to 4 cases, in any row."""
    if now.cells.keys() != before.cells.keys():
        return False
    return all(_row_may_replace(row, now, before) for row in {place for place, _ in now.cells})


def _row_may_replace(row: str, now: Protected, before: Protected) -> bool:
    moved = {
        value: abs(count - before.cells[place, value]) for (place, value), count in now.cells.items() if place == row
    }
    came_and_went = _moved_in_grid(row, now, before)
    if not any(came_and_went):
        return all(map(none_or_enough, moved.values()))
    unknown = moved.pop(UNKNOWN_VALUE, 0)
    hidden = row != REST or sum(came_and_went) - max(came_and_went) >= SMALLEST_GROUP
    return all(move >= SMALLEST_GROUP for move in moved.values()) and none_or_enough(unknown) and hidden


def _moved_in_grid(row: str, now: Protected, before: Protected) -> Sequence[int]:
    """Return by how much the public quarters of each place in the row have moved."""
    places = {place for place, _ in now.grid}
    own = places - {*now.shown, DISTRICT} if row == REST else places & {row}
    moved = dict.fromkeys(own, 0)
    for (place, quarter), count in now.grid.items():
        if place in own:
            moved[place] += abs(count - before.grid.get((place, quarter), 0))
    return list(moved.values())

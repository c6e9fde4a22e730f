"""What passes the gate: one ladder level for all, small places as one rest, the same places again."""

from data.attributes import ATTRIBUTES, UNKNOWN_VALUE
from data.disclosure import REST
from data.municipalities import UNKNOWN
from data.protected import BEYOND, BOTH, COUNT, Beside, Breakdown, Protected, Refused, Totals

LADDER = ATTRIBUTES["boligtype"].ladder
PLACES = ["a", "b", "c"]

Values = dict[tuple[str, str], int]


def dwellings(place: str, villa: int, terraced: int, flat: int, farm: int, unknown: int = 0) -> Values:
    values = {"villa": villa, "raekkehus": terraced, "etage": flat, "landejendom": farm, UNKNOWN_VALUE: unknown}
    return {(place, value): count for value, count in values.items()}


def breakdown(*parts: Values, places: list[str] = PLACES) -> Breakdown:
    return Breakdown({key: count for part in parts for key, count in part.items()}, LADDER, places, set(places), {})


def fresh(found: Breakdown) -> Protected:
    protected = found.fresh()
    assert protected is not None
    return protected


def test_finest_level_that_shows_enough_is_used_for_all() -> None:
    found = fresh(breakdown(*(dwellings(place, 9, 9, 9, 9) for place in PLACES)))
    assert (found.level, found.shown) == (0, ("a", "b", "c"))
    assert found.cells["a", "villa"] == 9


def test_coarser_level_when_the_finest_shows_too_few() -> None:
    # At the finest level only c could be shown (farms: 0, 0, 9), and not even it: a rest of a and b has no farm.
    found = fresh(breakdown(dwellings("a", 9, 9, 9, 0), dwellings("b", 9, 9, 9, 0), dwellings("c", 9, 9, 9, 9)))
    assert found.level == 1
    assert found.cells["a", "huse"] == 18
    assert {value for place, value in found.cells if place == "a"} == {"huse", "etage", UNKNOWN_VALUE}


def test_the_level_that_shows_most_when_none_shows_enough() -> None:
    # Nine of thirteen are asked for, so three of three here. Both levels show c alone: the finer one is kept.
    few = [dwellings("a", 3, 9, 9, 9), dwellings("b", 9, 9, 2, 9), dwellings("c", 9, 9, 9, 9)]
    found = fresh(breakdown(*few))
    assert (found.level, found.shown) == (0, ("c",))
    assert found.cells[REST, "villa"] == 3 + 9


def test_the_level_is_chosen_by_municipalities_not_by_reports_without_one() -> None:
    without_place = dwellings(UNKNOWN, 9, 9, 9, 9)
    small = [dwellings("a", 9, 9, 9, 2), dwellings("b", 9, 9, 9, 3)]
    found = fresh(breakdown(*small, without_place, places=["a", "b", UNKNOWN]))
    assert (found.level, found.shown) == (1, (UNKNOWN, "a", "b"))  # 998 alone is shown at the finest


def test_unknown_values_stand_beside_the_groups() -> None:
    found = fresh(breakdown(dwellings("a", 9, 9, 9, 9, 6), dwellings("b", 9, 9, 9, 9), dwellings("c", 9, 9, 9, 9)))
    assert found.cells["a", UNKNOWN_VALUE] == 6
    assert found.cells["b", UNKNOWN_VALUE] == 0


def test_nothing_is_shown_when_the_coarsest_level_is_too_small() -> None:
    assert breakdown(dwellings("a", 2, 1, 1, 0)).fresh() is None


def test_the_same_places_again_at_the_same_level() -> None:
    today = breakdown(*(dwellings(place, 9, 9, 9, 9) for place in PLACES))
    again = today.again(1, ["c"])
    assert again is not None
    assert again.cells == {
        ("c", "huse"): 27,
        ("c", "etage"): 9,
        ("c", UNKNOWN_VALUE): 0,
        (REST, "huse"): 54,
        (REST, "etage"): 18,
        (REST, UNKNOWN_VALUE): 0,
    }
    assert today.again(0, ["b", "c"]) is None  # a alone would be the rest
    assert today.again(len(LADDER), ["c"]) is None  # the catalogue's ladder has become shorter


def test_totals_put_small_places_in_one_rest() -> None:
    counted = {"a": 7, "b": 3, "c": 4, UNKNOWN: 0}
    assert Totals(counted).fresh() == Protected(0, ("a",), {("a", COUNT): 7, (REST, COUNT): 7})
    assert Totals({"a": 1, "b": 2, "c": 1}).fresh() is None


def test_reports_are_told_with_the_cases_they_stand_beside() -> None:
    found = Beside({"a": 9, "b": 9, "c": 9}, {"a": 0, "b": 5, "c": 6}, set(PLACES)).fresh()
    assert found is not None
    assert [found.cells["b", value] for value in (COUNT, BEYOND, BOTH)] == [9, 5, 14]


def test_what_is_refused_is_never_shown() -> None:
    assert Refused().fresh() is None
    assert Refused().again(0, ["a"]) is None

"""The shipped initiatives: who, and that each names its source."""

from data.municipalities import DISTRICT
from data.register.initiative import Visibility
from data.register.shipped import shipped_initiatives

SPEED_TRIAL = {"201", "210", "250", "190", "157", "219", "223", "173", "230"}
BO_TRYGT = {"190", "223", "201", "230", "157", "173"}


def places(start: str) -> set[str]:
    return {entry.content.place for entry in shipped_initiatives() if entry.content.what.startswith(start)}


def test_who_takes_part() -> None:
    assert places("Bo trygt") == BO_TRYGT
    assert places("Forsøg med lokale hastighedsgrænser") == SPEED_TRIAL
    assert places("Politigaranti") == {DISTRICT}


def test_starts_as_exactly_as_the_sources_know_them() -> None:
    starts = {entry.id: entry.content.start and entry.content.start.code for entry in shipped_initiatives()}
    assert starts["bo-trygt-230"] == "2021-04"
    assert starts["bo-trygt-173"] == "2023-06-09"
    assert starts["bo-trygt-157"] is None
    assert {starts[f"hastighed-{place}"] for place in SPEED_TRIAL} == {"2022-03"}
    assert starts["garanti-indbrud"] == "2021-11"
    assert starts["fiat"] == "2022"
    assert starts["bestil-en-betjent"] == "2018-12"


def test_each_is_a_public_fact_with_its_source() -> None:
    entries = shipped_initiatives()
    assert len({entry.id for entry in entries}) == len({entry.content.natural_key for entry in entries}) == len(entries)
    for entry in entries:
        assert entry.content.source
        assert entry.content.owner
        assert entry.content.visibility is Visibility.COUNCIL
        assert entry.version == 0

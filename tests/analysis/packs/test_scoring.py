"""Hvad sagde vi sidst? Claims against the numbers of today, with the arithmetic visible."""

from dataclasses import replace

import pytest

from analysis.backtest import Coverage
from analysis.packs.content import Pack
from analysis.packs.freezing import freeze_pack
from analysis.packs.memory import coverage_sentence, coverage_until
from analysis.packs.scoring import Outcome, Result, coverage, score
from analysis.packs.statements import Claim, Statement
from data.release import open_release
from tests.analysis.packs.conftest import MakePack, everything_answered

# Helsingør, indbrud: 102 in 1. kvt. 2025, 163 (markant flere) in 4. kvt. 2025; 1. kvt. 2026 is still open.


@pytest.mark.parametrize(
    ("low", "high", "result"),
    [
        (101, 103, Result.HIT),
        (102, 110, Result.HIT),
        (90, 102, Result.HIT),
        (103, 110, Result.MISSED),
        (90, 101, Result.MISSED),
    ],
)
def test_a_forecast_is_hit_when_the_final_count_lies_in_its_interval(low: int, high: int, result: Result) -> None:
    claim = Statement(Claim.FORECAST, "indbrud", "217", "2025K1", low=low, high=high)
    outcome = score(open_release(), claim)
    assert (outcome.result, outcome.found) == (result, "102")


@pytest.mark.parametrize(
    "claim",
    [
        Statement(Claim.FORECAST, "indbrud", "217", "2026K1", low=0, high=999),
        Statement(Claim.PROVISIONAL, "indbrud", "217", "2026K1", count=14),
        Statement(Claim.FORECAST, "indbrud", "217", "2031K1", low=0, high=999),
    ],
)
def test_a_provisional_or_missing_number_decides_nothing(claim: Statement) -> None:
    outcome = score(open_release(), claim)
    assert (outcome.result, outcome.found) == (Result.OPEN, "–")


@pytest.mark.parametrize(("told", "result"), [(163, Result.STANDS), (160, Result.CHANGED)])
def test_a_provisional_number_is_set_beside_the_final(told: int, result: Result) -> None:
    outcome = score(open_release(), Statement(Claim.PROVISIONAL, "indbrud", "217", "2025K4", count=told))
    assert (outcome.result, outcome.said, outcome.found) == (result, f"Foreløbigt tal {told}", "163")


@pytest.mark.parametrize(("told", "result"), [("markant_flere", Result.STANDS), ("forventet", Result.CHANGED)])
def test_a_verdict_stands_or_has_changed(told: str, result: Result) -> None:
    claim = Statement(Claim.VERDICT, "indbrud", "217", "2025K4", count=163, verdict=told)
    outcome = score(open_release(), claim)
    assert (outcome.result, outcome.found) == (result, "163: markant flere end ventet")


def test_a_forecast_that_several_packs_told_counts_once() -> None:
    release = open_release()
    hit = score(release, Statement(Claim.FORECAST, "indbrud", "217", "2025K1", low=100, high=110))
    missed = score(release, Statement(Claim.FORECAST, "indbrud", "217", "2025K4", low=0, high=10))
    still_open = score(release, Statement(Claim.FORECAST, "indbrud", "217", "2026K1", low=0, high=10))
    outcomes: list[Outcome] = [hit, hit, missed, still_open]
    assert coverage(outcomes) == Coverage(1, 2)


def test_the_next_pack_tells_what_became_of_the_last(make: MakePack) -> None:
    first = make("2025K1", "217")
    assert not [section for section in first.sections if section.key == "sidst"]
    freeze_pack(first, everything_answered())
    section = next(section for section in make("2026K1", "217").sections if section.key == "sidst")
    assert section.content is not None
    assert ("Indbrud", "1. kvt. 2025", "Prognose 41–86", "102", "Ikke ramt") in section.content.table.rows
    assert "dækning: 2 af 3" in section.body[0].shown


def test_the_coverage_counts_every_pack_before_the_meeting(make: MakePack) -> None:
    freeze_pack(make("2025K1", "217"), everything_answered())
    freeze_pack(make("2025K1", "260"), everything_answered())
    later = make("2026K1", "217")
    held = coverage_until(later.choice, later.subject)
    # Helsingør has chosen an area of its own: three forecasts; Halsnæs has the plan's two.
    assert held.made == 3 + 2 and coverage_sentence(held) == f"Prognoser i mødepakkerne, dækning: {held.held} af 5."
    assert coverage_until(later.choice, make("2025K1", "217").subject) == Coverage(0, 0)


def test_what_did_not_hold_is_told_first_where_there_is_no_room_for_all(make: MakePack) -> None:
    theme: Pack = make("2025K2", theme="digital")
    wrong = tuple(
        replace(claim, verdict="flere") if claim.claim is Claim.VERDICT and claim.municipality == "217" else claim
        for claim in theme.statements
    )
    freeze_pack(replace(theme, statements=wrong), everything_answered())
    section = next(section for section in make("2025K4", theme="indbrud").sections if section.key == "sidst")
    assert section.content is not None
    results = {row[-1] for row in section.content.table.rows}
    assert results <= {"Ikke ramt", "Ændret"} and "Ændret" in results
    assert section.body[0].shown.startswith("28 udsagn er gjort op; her står")

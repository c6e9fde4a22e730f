"""An initiative against its comparison municipalities, on a release whose published burglaries are written for it."""

import csv
import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest

from analysis.effect import FEW_BEFORE, NOT_DELIVERED, TOO_SHORT, effect, effect_of, main
from analysis.effect_answer import Effect, Finding
from analysis.effect_design import ACTIVITY, NO_COMPARISON, NO_INDICATOR, NO_START, WHOLE_DISTRICT
from analysis.effect_finding import verdict
from analysis.effect_sentences import effect_sentences
from analysis.effects import Difference, EffectRatio
from analysis.question import SeriesName
from analysis.reasons import NO_TWIN, ONLY_DISTRICT, ONLY_YEARS
from data.errors import UserError
from data.municipalities import municipality_codes
from data.periods import Quarter
from data.publish import publish
from data.register.entries import Entry
from data.register.initiative import Initiative
from data.register.initiatives import add_initiative
from data.register.when import parse_when
from data.release import Release, open_release
from tests.data.small_district import incident, load_district

START = Quarter(2023, 3)
QUARTERS = Quarter.span(Quarter(2016, 1), Quarter(2025, 4))
# Burglaries a quarter before and after the start; the others keep what all have in common.
FALLS, KEEPS, KEEPS_TOO, SMALL, RISES_BEFORE, NONE_LEFT, NEIGHBOUR = "157", "173", "230", "201", "210", "219", "217"
LEVELS = {FALLS: (40, 20), SMALL: (2, 2), NONE_LEFT: (10, 0), NEIGHBOUR: (40, 50)}
HOUSEHOLDS = {FALLS: 34024, KEEPS: 28633, KEEPS_TOO: 25661, NEIGHBOUR: 30945}


def burglaries(place: str, quarter: Quarter) -> int:
    before, after = LEVELS.get(place, (40, 40))
    if place == RISES_BEFORE:
        return 10 + 3 * QUARTERS.index(quarter)
    return after if quarter >= START else before


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(home))
        (home / "reference").mkdir()
        with (home / "reference" / "straf11.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["area", "period", "code", "value"])
            writer.writerows(
                [place, quarter.code, "1320", burglaries(place, quarter)]
                for place in municipality_codes()
                for quarter in QUARTERS
            )
        load_district([incident(1, "indbrud_beboelse", "2025-11-05", FALLS)], first_year=2022)
        publish()
        return open_release()


def asked(**other: Any) -> Entry[Initiative]:
    usual = Initiative(
        place=FALLS,
        theme="indbrud",
        what="Naboer passer på",
        start=parse_when("2023-07-01"),
        indicator="indbrud_beboelse",
        comparison=(KEEPS, KEEPS_TOO),
        chosen_on=dt.date(2023, 6, 1),
    )
    return Entry("indsats-1", 1, replace(usual, **other), "AB")


def found(release: Release, **other: Any) -> Effect:
    return effect(release, asked(**other), SeriesName.PUBLISHED)


def test_counts_difference_and_ratio(release: Release) -> None:
    got = found(release)
    assert got.finding is Finding.FEWER
    assert got.windows is not None and got.treated is not None and got.comparison is not None
    # Two whole years on each side: 8 quarters of 40 and 20, and of 2 x 40 and 2 x 40 in the comparison.
    assert (got.windows.before[0].code, got.windows.after[-1].code, got.windows.years) == ("2021K3", "2025K2", 2)
    assert (got.treated.before, got.treated.after) == (8 * 40, 8 * 20)
    assert (got.comparison.before, got.comparison.after) == (8 * 80, 8 * 80)
    size = (HOUSEHOLDS[KEEPS] + HOUSEHOLDS[KEEPS_TOO]) / HOUSEHOLDS[FALLS]
    assert got.comparison.size == pytest.approx(size)
    assert got.difference is not None and got.ratio is not None
    assert got.difference.estimate == pytest.approx((160 - 320) - (640 - 640) / size)
    assert got.difference.error == pytest.approx((160 + 320 + (640 + 640) / size**2) ** 0.5)
    assert got.ratio.ratio == pytest.approx(160 / 320)
    assert got.dispersion == 1.0
    assert got.parallel_p is not None and got.parallel_p > 0.9


def test_the_neighbours_are_measured_the_same_way_and_together_with_it(release: Release) -> None:
    got = found(release, neighbours=(NEIGHBOUR,))
    assert got.displacement is not None and got.total is not None and got.difference is not None
    assert got.displacement.estimate == pytest.approx(8 * 50 - 8 * 40)
    assert got.total.estimate == pytest.approx(got.difference.estimate + got.displacement.estimate)
    size = (HOUSEHOLDS[KEEPS] + HOUSEHOLDS[KEEPS_TOO]) / (HOUSEHOLDS[FALLS] + HOUSEHOLDS[NEIGHBOUR])
    assert got.total.error == pytest.approx((160 + 320 + 400 + 320 + 1280 / size**2) ** 0.5)
    assert "flyttet dertil" in effect_sentences(got)[-3]


def test_nothing_happened(release: Release) -> None:
    got = found(release, place="240")
    assert got.finding is Finding.NOT_SHOWN
    assert "større end forskellen" in " ".join(effect_sentences(got))


def test_more(release: Release) -> None:
    got = found(release, place=NEIGHBOUR)
    assert got.finding is Finding.MORE


def test_fewer_than_twenty_before_is_too_few(release: Release) -> None:
    got = found(release, place=SMALL)
    assert got.treated is not None and got.treated.before == 16
    assert (got.finding, got.difference, got.ratio) == (Finding.TOO_FEW, None, None)
    assert "For få sager til at kunne vise en effekt" in effect_sentences(got)[0]
    assert got.smallest is not None


def test_places_that_moved_apart_before_are_refused(release: Release) -> None:
    got = found(release, place=RISES_BEFORE)
    assert (got.finding, got.difference, got.ratio) == (Finding.NOT_PARALLEL, None, None)
    assert got.parallel_p is not None and got.parallel_p < 0.1


def test_with_a_zero_the_difference_decides_alone(release: Release) -> None:
    got = found(release, place=NONE_LEFT)
    assert got.ratio is None
    assert got.finding is Finding.FEWER
    assert any("kan ikke beregnes" in sentence for sentence in effect_sentences(got))


@pytest.mark.parametrize(
    ("chosen_on", "finding"),
    [("2023-06-30", Finding.FEWER), ("2023-09-30", Finding.FEWER), ("2023-10-01", Finding.DESCRIBED)],
)
def test_a_comparison_that_was_chosen_after_looking_proves_nothing(
    release: Release, chosen_on: str, finding: Finding
) -> None:
    # The first quarter after ended on 30 September 2023: until then there was nothing to look at.
    got = found(release, chosen_on=dt.date.fromisoformat(chosen_on))
    assert got.finding is finding
    assert got.difference is not None
    assert any("da der allerede var tal" in text for text in effect_sentences(got)) is (finding is Finding.DESCRIBED)


@pytest.mark.parametrize(
    ("start", "day"), [("2025-07-02", "2026-04-01"), ("2025-10-01", "2026-04-01"), ("2026-05", "2027-01-01")]
)
def test_too_early_says_from_when_and_what_could_be_found(release: Release, start: str, day: str) -> None:
    got = found(release, start=parse_when(start))
    assert (got.finding, got.assessable_from) == (Finding.NOT_YET, dt.date.fromisoformat(day))
    assert got.treated is None and got.difference is None and got.reason is None
    # The newest year before: 4 quarters of 20.
    assert got.smallest is not None and got.smallest.before == 80
    sentences = effect_sentences(got)
    assert sentences[0].startswith("Kan endnu ikke vurderes før 1. ")
    assert "Med 80" in sentences[-1]


def test_just_enough_after(release: Release) -> None:
    got = found(release, start=parse_when("2025-07-01"))
    assert got.windows is not None
    assert [quarter.code for quarter in (*got.windows.before, *got.windows.after)] == [
        "2024K3", "2024K4", "2025K3", "2025K4",
    ]  # fmt: skip


def test_excluded_periods_are_on_neither_side(release: Release) -> None:
    got = found(release, start=parse_when("2021-04"))
    assert got.windows is not None
    # COVID-19 takes 2020K1-2021K2 and the burglary provision everything before 2018.
    assert [got.windows.before[0].code, got.windows.before[-1].code] == ["2018K1", "2019K4"]
    assert got.windows.after[0].code == "2021K3"


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"place": "kreds", "comparison": (), "chosen_on": None}, WHOLE_DISTRICT),
        ({"start": None}, NO_START),
        ({"comparison": (), "chosen_on": None}, NO_COMPARISON),
        ({"theme": "tvaergaaende", "indicator": None}, NO_INDICATOR),
        ({"theme": "faerdsel", "indicator": "bestil_betjent"}, ACTIVITY),
        ({"theme": "digital", "indicator": None}, NO_TWIN),
        ({"start": parse_when("2018-07-01")}, FEW_BEFORE),
        ({"end": parse_when("2023-11")}, TOO_SHORT),
    ],
)
def test_why_it_cannot_be_measured(release: Release, other: dict[str, Any], reason: str) -> None:
    got = found(release, **other)
    assert (got.finding, got.reason) == (Finding.NOT_POSSIBLE, reason)
    assert effect_sentences(got)[-1] == reason


@pytest.mark.parametrize(
    ("theme", "indicator", "reason"),
    [("digital", "muldyr", ONLY_DISTRICT), ("naere_relationer", None, ONLY_YEARS)],
)
def test_what_the_extract_cannot_show_by_quarter(
    release: Release, theme: str, indicator: str | None, reason: str
) -> None:
    assert effect(release, asked(theme=theme, indicator=indicator)).reason == reason


def test_accidents_stand_in_for_three_year_sums_of_persons(release: Release) -> None:
    got = effect(release, asked(theme="faerdsel", indicator="faerdsel"))
    assert got.indicator is not None
    assert got.indicator.name == "Færdselsuheld med personskade"
    assert got.finding is Finding.TOO_FEW


def test_what_is_not_delivered_is_not_a_matter_of_time(release: Release) -> None:
    # The extract ends with January 2026, but Statistics Denmark's figures with 2025K4; a start whose quarters have
    # passed in the release but are not there can only be missing.
    late = replace(release, data_until=dt.date(2026, 12, 31))
    assert found(late, start=parse_when("2026-01-01")).reason == NOT_DELIVERED
    assert found(release, start=parse_when("2026-01-01")).reason is None


def test_a_municipality_that_does_the_same_is_no_comparison(release: Release) -> None:
    add_initiative(replace(asked().content, place=KEEPS, start=None, comparison=(), chosen_on=None), "AB")
    got = found(release)
    assert got.finding is Finding.NOT_POSSIBLE
    assert got.reason is not None and "Lyngby-Taarbæk har selv" in got.reason


def test_one_that_did_the_same_and_ended_before_may_be_compared_with(release: Release) -> None:
    ended = {"start": parse_when("2020"), "end": parse_when("2021"), "comparison": (), "chosen_on": None}
    add_initiative(replace(asked().content, place=KEEPS, **ended), "AB")
    assert found(release).finding is Finding.FEWER


def limits(low: float, high: float) -> Difference:
    return Difference((low + high) / 2, 1.0, None, low, high)


def ratio(low: float, high: float) -> EffectRatio:
    middle = (low * high) ** 0.5
    log = 0.0 if middle == 1 else (1.0 if middle > 1 else -1.0)
    return EffectRatio(log, 1.0, 0.0, 1.0, middle, low, high)


@pytest.mark.parametrize(
    ("difference", "of", "said"),
    [
        ((-30, -10), (0.5, 0.9), Finding.FEWER),
        ((10, 30), (1.1, 1.9), Finding.MORE),
        ((-30, 10), (0.5, 1.2), Finding.NOT_SHOWN),
        ((-30, -10), (0.5, 1.2), Finding.UNSETTLED),  # only the difference is sure
        ((-30, 10), (0.5, 0.9), Finding.UNSETTLED),  # only the ratio is sure
        ((-30, 10), (0.9, 1.5), Finding.UNSETTLED),  # opposite signs
        ((-30, -10), None, Finding.FEWER),
        ((-30, 10), None, Finding.NOT_SHOWN),
    ],
)
def test_a_finding_needs_both_measures(
    difference: tuple[float, float], of: tuple[float, float] | None, said: Finding
) -> None:
    assert verdict(limits(*difference), ratio(*of) if of else None) is said


def test_noise_that_all_municipalities_share_widens_nothing_and_their_own_does(
    release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    from analysis import effect as module

    plain = found(release)
    monkeypatch.setattr(module, "dispersion_before", lambda *_: 4.0)
    wide = found(release)
    assert plain.difference is not None and wide.difference is not None and plain.ratio is not None
    assert wide.ratio is not None
    assert wide.difference.error == pytest.approx(2 * plain.difference.error)
    assert wide.ratio.error == pytest.approx(2 * plain.ratio.error)


def test_the_track_holds_every_quarter(release: Release) -> None:
    got = found(release)
    assert got.track is not None
    assert len(got.track.quarters) == len(got.track.treated) == len(got.track.comparison) == len(QUARTERS)
    size = (HOUSEHOLDS[KEEPS] + HOUSEHOLDS[KEEPS_TOO]) / HOUSEHOLDS[FALLS]
    assert (got.track.treated[0], got.track.comparison[0]) == (40, pytest.approx(80 / size))


def test_the_command_prints_what_the_page_shows(
    release: Release, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from analysis import effect as module

    monkeypatch.setattr(module, "open_release", lambda: release)
    saved = add_initiative(asked().content, "AB")
    assert main(["--initiative", saved.id, "--series", "dst", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["finding"] == "faerre"
    assert told["treated"] == {"places": [FALLS], "before": 320, "after": 160, "size": 1.0}
    assert told["before"][0] == "2021K3"
    assert told["release"] == release.id
    assert main(["--initiative", saved.id, "--series", "dst"]) == 0
    assert capsys.readouterr().err.splitlines() == told["sentences"]
    with pytest.raises(UserError, match="findes ikke"):
        main(["--initiative", "ukendt"])
    with pytest.raises(UserError, match="talrække"):
        main(["--initiative", saved.id, "--series", "andre"])


def test_the_council_is_told_nothing_of_what_it_may_not_see(release: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = add_initiative(replace(asked().content, visibility="politi"), "AB")
    assert effect_of(release, saved.id).initiative.id == saved.id
    load_district([incident(1, "indbrud_beboelse", "2025-11-05", FALLS)])
    publish()
    monkeypatch.setenv("KREDSBLIK_ROOM", "kredsraad")
    with pytest.raises(UserError, match="findes ikke"):
        effect_of(release, saved.id)

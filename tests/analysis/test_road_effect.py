"""Empirical Bayes over pooled road sections: nothing done is found to be nothing, something is found as it is."""

from pathlib import Path

import duckdb
import numpy as np
import numpy.typing as npt
import pandas as pd
import pytest

from analysis.effect_answer import Finding
from analysis.road_effect import NO_TABLE, RoadGroup, road_effect, without_the_trial
from analysis.road_sentences import road_sentences
from analysis.traffic import comparison_mean_and_shape
from data.publish import publish
from data.release import Release, open_release
from data.releases import release_folder
from data.roads import ROAD_TRIAL, road_trial
from tests.analysis.test_language import UNTIDY
from tests.data.small_district import incident, load_district
from tests.data.test_roads import FINAL, roads
from tests.harness.words import english_words_in

YEARS = 3
Counts = npt.NDArray[np.int64]


def pooled(before: Counts, after: Counts, level: float | None = None) -> RoadGroup:
    """Return sections of 1 km as a group, its squares round the level of the class."""
    squares = float(((before - (before.mean() if level is None else level)) ** 2).sum())
    return RoadGroup(len(before), float(len(before)), int(before.sum()), int(after.sum()), squares)


def chosen_for_being_worst(seed: int, left: float = 1.0) -> tuple[float, float]:
    """Return index by empirical Bayes and by plain before and after: the worst 30 of 300 sections are treated."""
    random = np.random.default_rng(seed)
    levels = random.gamma(2.0, 2.0, 300)
    before, after = random.poisson(levels), random.poisson(levels)
    treated = np.isin(np.arange(300), np.argsort(before)[-30:])
    after[treated] = random.poisson(levels[treated] * left)
    trial, others = (pooled(before[side], after[side], before.mean()) for side in (treated, ~treated))
    return trial.after / without_the_trial([(trial, others)], YEARS).expected, trial.after / trial.before


def test_the_worst_sections_get_better_by_themselves_and_that_is_no_effect() -> None:
    found = np.array([chosen_for_being_worst(seed) for seed in range(60)])
    bayes, plain = found.mean(axis=0)
    assert plain < 0.82
    assert bayes == pytest.approx(1.0, abs=0.04)


def test_what_was_done_is_found_as_it_is() -> None:
    found = np.array([chosen_for_being_worst(seed, left=0.7) for seed in range(60)])
    assert found.mean(axis=0)[0] == pytest.approx(0.7, abs=0.04)


def test_the_pooled_shape_is_the_method_of_moments() -> None:
    counts = np.random.default_rng(1).poisson(np.random.default_rng(2).gamma(2.0, 2.0, 50))
    mean, shape = comparison_mean_and_shape(counts.astype(float))
    first, others = (pooled(counts[side], counts[side], mean) for side in (slice(10), slice(10, None)))
    # Sections of 1 km: weight = 1 / (1 + mean x shape); the others are expected and counted after alike.
    weight = 1 / (1 + mean * shape)
    own = weight * mean * 10 + (1 - weight) * first.before
    expected_of_others = weight * mean * 40 + (1 - weight) * others.before
    assert without_the_trial([(first, others)], YEARS).expected == pytest.approx(
        own * others.after / expected_of_others
    )


def test_sections_that_differ_by_chance_alone_are_what_all_are() -> None:
    even, trial = RoadGroup(50, 50.0, 160, 80, squares=0.0), RoadGroup(10, 10.0, 80, 60, 0.0)
    # 240 on 60 km: 40 and 200 expected before; after, the others had 80 of their 200.
    assert without_the_trial([(trial, even)], YEARS).expected == pytest.approx(40 * 80 / 200)


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(tmp_path_factory.mktemp("home")))
        load_district([incident(1, "indbrud_beboelse", "2025-11-05", "157")])
        publish()
        return open_release()


def with_table(home: Path, monkeypatch: pytest.MonkeyPatch, table: pd.DataFrame) -> Release:
    """Return a release that holds this table of the trial."""
    monkeypatch.setenv("KREDSBLIK_HOME", str(home))
    load_district([incident(1, "indbrud_beboelse", "2025-11-05", "157")])
    identity = publish().id
    with duckdb.connect(str(release_folder(identity) / "published.duckdb")) as connection:
        connection.register("frame", table)
        connection.execute("CREATE OR REPLACE TABLE road_trial AS SELECT * FROM frame")
    return open_release(identity)


@pytest.mark.parametrize(
    ("after", "finding", "head"),
    [(1, Finding.FEWER, "Færre uheld end ventet."), (2, Finding.NOT_SHOWN, "Ingen sikker forskel."),
     (4, Finding.MORE, "Flere uheld end ventet.")],
)  # fmt: skip
def test_from_the_release_to_the_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int, finding: Finding, head: str
) -> None:
    sections, accidents = roads(lambda role, year: after if role == "trial" and year > 2022 else 2)
    found = road_effect(with_table(tmp_path, monkeypatch, road_trial(sections, accidents, list(FINAL))))
    assert found.finding is finding
    assert found.trial is not None and found.index is not None and found.plain is not None
    assert (found.trial.sections, found.trial.before, found.trial.after) == (30, 180, 30 * 3 * after)
    # All sections alike before: what was expected is 180 again, of 1096 days after against 1095 before.
    assert found.expected == pytest.approx(180, rel=0.02)
    assert found.index == pytest.approx(after / 2, rel=0.05)
    assert found.plain == pytest.approx(after / 2 * 1095 / 1096)
    told = road_sentences(found)
    assert told[0] == head
    assert "30 strækninger" in told[1] and "1. juni 2022" in told[1]
    assert "I 2023–2025 var der" in told[2] and told[3] == "I 2017–2019 var der 180."
    assert all(text.endswith(".") and not english_words_in(text) for text in told)
    assert not [rule for rule, pattern in UNTIDY.items() for text in told if pattern.search(text)]


def test_few_accidents_are_no_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"km": 10.0, "first_change": "2022-06-01", "last_change": "2022-06-01", "years_before": "2019",
           "years_after": "2023", "traffic_from": 0, "squares": 30.0}  # fmt: skip
    table = pd.DataFrame(
        [
            row | {"role": "trial", "sections": 10, "accidents_before": 19, "accidents_after": 5},
            row | {"role": "comparison", "sections": 50, "accidents_before": 100, "accidents_after": 100},
        ]
    )[list(ROAD_TRIAL)]
    found = road_effect(with_table(tmp_path, monkeypatch, table))
    assert found.finding is Finding.TOO_FEW
    assert road_sentences(found)[0] == "For få sager til at kunne vise en effekt."


def test_a_release_without_the_table_says_so(release: Release) -> None:
    found = road_effect(release)
    assert (found.finding, found.reason) == (Finding.NOT_POSSIBLE, NO_TABLE)
    assert road_sentences(found) == ("Kan ikke opgøres.", NO_TABLE)

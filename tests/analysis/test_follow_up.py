"""Follow-ups as answers and pictures: the share, its interval, what is not known, and which cohorts still grow."""

import datetime as dt
from pathlib import Path

import plotly.graph_objects as go
import pytest

from analysis.answers import Breakdown
from analysis.asked_shares import asked_shares_of
from analysis.follow_up import FollowedUp, followed_up
from analysis.follow_up_tables import GROWING, cohorts_picture, reached_picture
from data.municipalities import municipality_codes
from data.periods import Quarter, Year
from data.publish import publish
from data.release import Release, open_release
from tests.data.small_district import incident, load_district

PLACE, EMPTY = municipality_codes()[:2]
OLD, YOUNG = Quarter(2024, 1), Quarter(2025, 4)


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Release:
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path))
    monkeypatch.delenv("KREDSBLIK_ROOM", raising=False)
    rows = [
        incident(
            10 * year + number, "indbrud_beboelse", f"{year}-{month:02d}-05", PLACE,
            brochure=None if number == 8 else "ja" if number < 6 else "nej",
            sigtet=dt.date(year, month, 20) if number < 2 else None,
        )
        for year, month in ((2024, 2), (2025, 11))
        for number in range(9)
    ]  # fmt: skip
    load_district(rows)
    publish()
    return open_release()


def found(release: Release, code: str, place: str = PLACE) -> FollowedUp:
    return next(each for each in followed_up(release, "indbrud_beboelse", place) if each.follow_up.code == code)


def test_a_share_has_its_interval_and_says_what_is_unknown(release: Release) -> None:
    at = found(release, "brochure").at(OLD)
    assert (at.kept, at.counted, at.unknown) == (6, 8, 1)
    assert at.share is not None
    assert at.share.value == 6 / 8
    assert (round(at.share.low, 4), round(at.share.high, 4)) == (0.4093, 0.9285)  # Wilson, 6 of 8
    assert found(release, "brochure").at(Year(2024)).counted == 8
    assert found(release, "brochure").at(Quarter(1999, 1)).reason == (
        "Brochuren »Bliv tryg i dit hjem«: oplysningen er ikke leveret for 1. kvartal 1999."
    )


def test_what_is_not_told_says_why(release: Release) -> None:
    assert "ikke leveret" in (found(release, "nabohjaelp").at(OLD).reason or "")
    assert "under fem sager" in (found(release, "brochure", EMPTY).at(OLD).reason or "")


def test_a_young_cohort_is_provisional_and_hatched(release: Release) -> None:
    charged = found(release, "sigtet")
    assert not charged.at(OLD).provisional
    assert charged.at(YOUNG).provisional
    picture = cohorts_picture("Sigtelser", charged)
    rows = {row[0]: row for row in picture.table.rows}
    assert rows["4. kvt. 2025"][-1] == GROWING
    assert rows["1. kvt. 2024"][1:4] == (2, 9, 100 * (2 / 9))
    assert isinstance(picture.figure, go.Figure)
    bars = picture.figure.data[0]
    hatched = dict(zip(bars.x, bars.marker.pattern.shape, strict=True))
    assert hatched["4. kvt. 2025"] == "/"
    assert not hatched["1. kvt. 2024"]


def test_the_bars_say_how_many_of_how_many(release: Release) -> None:
    every = tuple(each for each in followed_up(release, "indbrud_beboelse", PLACE) if not each.follow_up.within_days)
    picture = reached_picture("Forurettede, der er nået", every, OLD)
    assert "6 af 8; 1 uoplyst" in str(picture.figure)
    assert "width:75.0%" in str(picture.figure)
    assert "ikke leveret for 1. kvartal 2024" in str(picture.figure)
    assert "6 af 8 (75 %, usikkerhed 41–93)" in picture.alt.replace("\N{NO-BREAK SPACE}", " ")


def test_a_category_without_follow_ups_has_none(release: Release) -> None:
    assert followed_up(release, "databedrageri", PLACE) == ()


def attempts(place: str, yes: int, no: int) -> Breakdown:
    groups = (("Fuldbyrdet", no), ("Forsøg", yes))
    return Breakdown("forsoeg", "Forsøg", place, Year(2024), groups, 0, None, "kilde")


def test_the_same_question_of_two_categories_is_told_by_its_heading() -> None:
    one = ("Indbrud, 2024", (attempts("Kreds", 5, 15),))
    other = ("Fritidshuse, 2024", (attempts("Kreds", 6, 6),))
    assert asked_shares_of((one,))[0].startswith("Forsøg i 2024: 5 af 20")
    assert [text.split(":")[0] for text in asked_shares_of((one, other))] == [
        "Indbrud, 2024. Forsøg",
        "Fritidshuse, 2024. Forsøg",
    ]

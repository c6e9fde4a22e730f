"""Oplægsark: the group's part of each type, told of the place where it may be, and never two attributes at once."""

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from analysis.talk_sheet import TALK_AREA, Part, TalkSheet, talk_sheet
from analysis.talk_sheet_texts import sheet_lead, sheet_picture, sheet_points, sheet_title
from analysis.target_groups import TARGET_GROUPS
from data.attributes import AGE_BANDS
from data.municipalities import municipality_codes
from data.periods import Quarter, Year
from data.publish import publish
from data.release import Release, open_release
from tests.data.small_district import incident, load_district

SHOWN, FEW, ALSO_FEW = municipality_codes()[:3]
numbers = count()


def reports(category: str, place: str, ages: dict[str, int], **values: Any) -> Iterator[dict[str, Any]]:
    attribute = "mistaenkt_alder" if category == "muldyr" else "offer_alder"
    blank = {"offer_alder": None, "mistaenkt_alder": None, "kanal": None, "tab_kr": None}
    for age, number in ages.items():
        for step in range(number):
            day = f"2025-{1 + step % 12:02d}-05"
            yield incident(next(numbers), category, day, place, **(blank | {attribute: age} | values))


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Release]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(tmp_path_factory.mktemp("home")))
        patch.delenv("KREDSBLIK_ROOM", raising=False)
        rows: list[dict[str, Any]] = []
        for place in municipality_codes():
            everyone = dict.fromkeys(AGE_BANDS, 3 if place in (FEW, ALSO_FEW) else 6)
            rows += reports("databedrageri", place, everyone, kanal="sms", tab_kr=2500)
        # Told of no municipality: three of each age in one of them, nobody in the others.
        rows += reports("kontaktbedrageri", SHOWN, dict.fromkeys(AGE_BANDS, 5), kanal="telefon")
        rows += reports("muldyr", SHOWN, {"15-17": 6, "18-24": 7, "25-39": 5, "40-64": 5})
        load_district(rows)
        publish()
        yield open_release()


def sheet(release: Release, place: str, group: str = "unge") -> TalkSheet:
    found = talk_sheet(release, TALK_AREA, place, Quarter(2025, 4), group)
    assert found is not None
    return found


def test_the_groups_are_all_ages_and_none_twice() -> None:
    ages = [age for group in TARGET_GROUPS.values() for age in group.ages]
    assert sorted(ages) == sorted(AGE_BANDS)
    assert all(len(group.advice) == 3 for group in TARGET_GROUPS.values())


def test_the_part_of_a_group_is_the_sum_of_its_bands(release: Release) -> None:
    data_fraud = sheet(release, SHOWN).rows[0]
    assert data_fraud.here == Part(3 * 6, 7 * 6)
    places = len(municipality_codes())
    assert data_fraud.district == Part(3 * (6 * (places - 2) + 3 * 2), 7 * (6 * (places - 2) + 3 * 2))
    assert sheet(release, SHOWN, "aeldre").rows[0].here == Part(2 * 6, 7 * 6)


def test_what_is_not_told_of_the_municipality_is_told_of_the_district(release: Release) -> None:
    few = sheet(release, FEW)
    assert few.rows[0].here is None
    assert few.rows[0].district is not None
    assert "Databedrageri kan ikke vises for aldersgruppen i kommunen" in sheet_lead(few)
    assert "Kontaktbedrageri, samhandelsbedrageri og identitetsmisbrug kan ikke vises" in sheet_lead(few)
    assert sheet_title(few).startswith("Unge, Hele kredsen: ")


def test_the_title_claims_no_most_where_a_type_is_hidden(release: Release) -> None:
    title = sheet_title(sheet(release, SHOWN))
    assert title.endswith("18 anmeldelser af databedrageri i 2025")
    assert "mest" not in title


def test_channel_and_loss_are_of_all_ages_in_the_district(release: Release) -> None:
    points = " ".join(sheet_points(sheet(release, SHOWN))).replace("\N{NO-BREAK SPACE}", " ")
    assert "alle aldre): databedrageri 2.000 kr." in points or "alle aldre): databedrageri 3.000 kr." in points
    row = sheet(release, SHOWN).rows[0]
    assert row.channel is None  # one channel alone: the other groups are under five
    assert "Muldyrsager: 13 af 23 mistænkte med kendt alder er i aldersgruppen (57 %, hele kredsen)." in points


def test_mules_are_left_out_where_the_told_groups_do_not_make_up_the_age(release: Release) -> None:
    assert sheet(release, SHOWN, "voksne").mules == ()  # told are under 25 and over, or 40 and over


def test_the_picture_brings_every_number_as_a_table(release: Release) -> None:
    picture = sheet_picture(sheet(release, SHOWN))
    assert picture.table.rows[0][:3] == ("Databedrageri", 18, 100 * (18 / 42))
    assert len(picture.table.rows[0]) == len(picture.table.columns)
    whole = sheet_picture(sheet(release, "kreds"))
    assert len(whole.table.columns) == len(picture.table.columns) - 2


def test_without_a_closed_year_there_is_no_sheet(release: Release) -> None:
    assert talk_sheet(release, TALK_AREA, SHOWN, Year(2019), "unge") is None

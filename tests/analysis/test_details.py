"""The two commands: what a page tells below its number, and the analysts' places."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from analysis import densities
from analysis.densities import NO_PLACES
from analysis.details import main
from data.errors import UserError
from data.municipalities import municipality_codes
from data.publish import publish
from tests.data.small_district import incident, load_district

PLACE, *OTHERS = municipality_codes()[:3]


def burglaries() -> Iterator[dict[str, Any]]:
    for number in range(60):
        day = dt.datetime(2024, 1 + number % 12, 5, 6 * (number % 4) + 1)
        yield incident(
            number, "indbrud_beboelse", day.isoformat(), PLACE, gerning_fra=day, gerning_til=None,
            brochure="ja" if number % 2 else "nej", sigtet=day.date() if number < 6 else None, sag_id=None,
            celle_100m=f"100m_{62000 + number:05d}_7000", celle_1km=None, mistaenkt_alder=None,
        )  # fmt: skip
    # Two more municipalities are the rest that a municipality can stand beside.
    for number in range(48):
        day = dt.datetime(2024, 1 + number % 12, 5, 6 * (number % 4) + 1)
        yield incident(
            200 + number,
            "indbrud_beboelse",
            day.isoformat(),
            OTHERS[number // 4 % 2],
            gerning_fra=day,
            gerning_til=None,
        )
    for number, age in enumerate(["15-17", "18-24", "25-39", "40-64"] * 6):
        yield incident(100 + number, "muldyr", "2024-05-05", PLACE, mistaenkt_alder=age)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path))
    monkeypatch.delenv("KREDSBLIK_ROOM", raising=False)
    load_district(burglaries())
    publish()


def told(capsys: pytest.CaptureFixture[str], area: str) -> Any:
    main(["--area", area, "--municipality", PLACE, "--period", "2024", "--json"])
    return json.loads(capsys.readouterr().out)


def test_details_of_burglary(capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys, "indbrud")
    by_hour = next(each for each in found["breakdowns"] if each["attribute"] == "gerningstid")
    assert [group["count"] for group in by_hour["groups"]] == [15, 15, 15, 15]  # 60 points in time, by turns
    brochure = [each for each in found["follow_ups"] if each["follow_up"] == "brochure"]
    assert [(each["period"], each["kept"], each["counted"]) for each in brochure] == [("2024", 30, 60)]
    charged = {each["period"]: each["kept"] for each in found["follow_ups"] if each["follow_up"] == "sigtet"}
    assert charged["2024"] == 6
    assert charged["2024K1"] == 3  # numbers 0, 1 and 2 in January, February and March
    assert found["losses"] == found["reports"] == []


def test_details_of_what_is_told_of_the_district_alone(capsys: pytest.CaptureFixture[str]) -> None:
    (mules,) = [each for each in told(capsys, "digital")["breakdowns"] if each["category"] == "muldyr"]
    assert mules["place"] == "Hele kredsen"
    assert [group["count"] for group in mules["groups"]] == [6, 6, 6, 6]


def test_what_stands_beside_a_number(capsys: pytest.CaptureFixture[str]) -> None:
    burglary = told(capsys, "indbrud")
    assert burglary["national"]["code"] == "1320" and burglary["national"]["count"] > 10_000
    assert (burglary["without_municipality"], burglary["chosen_in"], burglary["casualties"]) == (0, None, None)
    traffic = told(capsys, "faerdsel")
    assert [(year["year"], year["killed"]) for year in traffic["casualties"]] == [(2024, 0)]
    assert traffic["severity"] is None  # three final years are needed
    assert told(capsys, "utryghed")["chosen_in"] == []


def test_an_unknown_area_is_an_error() -> None:
    with pytest.raises(UserError, match="ikke et indsatsområde"):
        main(["--area", "x", "--municipality", PLACE, "--period", "2024"])


def test_near_repeats_are_for_analysts(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ["--municipality", "kreds", "--period", "2024"]
    densities.main([*arguments, "--json"])
    found = json.loads(capsys.readouterr().out)
    assert (found["year"], found["points"], found["densities"]) == (2024, 60, None)
    assert found["repeats"] == [{"incidents": 1, "cells": 60}]
    monkeypatch.setenv("KREDSBLIK_ROOM", "kredsraad")
    with pytest.raises(UserError, match=NO_PLACES[:20]):
        densities.main(arguments)

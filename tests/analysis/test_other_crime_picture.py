"""Other crime: rates beside larger places, counts in the table, what is not published told and not drawn."""

import re

from analysis.answers import OffenceRow, OtherCrime, Rate
from analysis.other_crime_picture import other_crime_bars, other_crime_table, unpublished
from tests.analysis.made import LAST


def rate(value: float) -> Rate:
    return Rate(value, value / 2, value * 2, "pr. 1.000 indbyggere", 64000, "2026-01-01")


VIOLENCE = OffenceRow("12", "Vold", (100, 702, 7556), (85, None, 6743), (rate(1.6), rate(0.8), None))
SEXUAL = OffenceRow("11", "Seksualforbrydelser", (None, None, None), (None, None, None), (None, None, None))
FOUND = OtherCrime(LAST, ("Helsingør", "Hele kredsen", "Hele landet"), (VIOLENCE, SEXUAL), (), "STRAF11")


def test_bars_are_drawn_for_the_places_with_a_rate() -> None:
    text = str(other_crime_bars(FOUND).figure)
    assert re.findall(r'<th scope="row">([^<]+)</th>', text) == ["Helsingør", "Hele kredsen"]
    assert re.findall(r"width:([\d.]+)%", text) == ["100.0", "50.0"]  # 1.6 and 0.8
    assert "0,8–3,2" in text  # every rate brings its interval


def test_a_place_without_inhabitants_is_named_and_keeps_its_counts() -> None:
    assert other_crime_bars(FOUND).notes == (
        "Folketallet er ikke indlæst for hele landet; deres antal står i tabellen nedenfor.",
    )
    assert other_crime_table(FOUND).rows == (("Vold", 100, 85, 702, None, 7556, 6743),)


def test_what_is_not_published_is_told_and_has_no_row() -> None:
    assert unpublished(FOUND) == "Ikke offentliggjort eller indlæst for 4. kvartal 2025: Seksualforbrydelser."
    assert unpublished(OtherCrime(LAST, ("Helsingør",), (), (), "x")) is None


def test_the_words_name_offence_place_and_rate() -> None:
    assert "Vold: Helsingør 1,6, Hele kredsen 0,8." in other_crime_bars(FOUND).alt

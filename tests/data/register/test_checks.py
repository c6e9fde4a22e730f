"""What may be typed: every wrong field is told at once, and personal data is refused without being repeated."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.home import today
from data.municipalities import municipalities, municipality_codes
from data.register.checks import checked_initiative
from data.register.fields import FIELDS
from data.register.form import FieldsRefusedError, written_texts
from data.register.initiative import Initiative, Status, Visibility
from data.register.themes import THEMES
from data.register.when import parse_when

LEAST = {"sted": "260", "omraade": "indbrud", "indsats": "Lys i stierne", "status": "i gang"}
# Invented; 1 January 1990 with a serial number that is not in use.
INVENTED_CPR = "010190-9999"


def refused(**texts: str) -> dict[str, str]:
    with pytest.raises(FieldsRefusedError) as error:
        checked_initiative(LEAST | texts)
    return {fault.column: fault.text for fault in error.value.faults}


def test_the_least_that_must_be_written() -> None:
    assert checked_initiative(LEAST) == Initiative("260", "indbrud", "Lys i stierne")
    assert set(refused(sted="", omraade=" ", indsats="", status="")) == {"sted", "omraade", "indsats", "status"}


@pytest.mark.parametrize("text", ["260", "Halsnæs", "HALSNÆS", " halsnæs "])
def test_a_municipality_is_a_code_or_a_name(text: str) -> None:
    assert checked_initiative(LEAST | {"sted": text}).place == "260"


def test_several_municipalities_in_one_field() -> None:
    compared = LEAST | {"valgt_den": "01.02.2024"}
    for text in ("157 173", "157, 173", "Gentofte, Lyngby-Taarbæk", "157,173,157"):
        assert checked_initiative(compared | {"sammenligning": text}).comparison == ("157", "173")


@pytest.mark.parametrize(
    ("texts", "column"),
    [
        ({"sted": "101"}, "sted"),
        ({"omraade": "cykeltyveri"}, "omraade"),
        ({"status": "måske"}, "status"),
        ({"synlighed": "alle"}, "synlighed"),
        ({"fra": "i foråret"}, "fra"),
        ({"fra": "2024-03", "til": "2024-02-29"}, "til"),
        ({"indikator": "uheld_personskade"}, "indikator"),
        ({"indikator": "cykler"}, "indikator"),
        ({"omraade": "psp", "sted": "260"}, "sted"),
        ({"omraade": "rocker_bande", "sted": "260"}, "sted"),
        ({"sammenligning": "157 173"}, "valgt_den"),
        ({"sammenligning": "157", "valgt_den": "2024-01-01"}, "sammenligning"),
        ({"sammenligning": "157 260", "valgt_den": "2024-01-01"}, "sammenligning"),
        ({"sammenligning": "157 kreds", "valgt_den": "2024-01-01"}, "sammenligning"),
        ({"sted": "kreds", "sammenligning": "157 173", "valgt_den": "2024-01-01"}, "sammenligning"),
        ({"naboer": "260 270"}, "naboer"),
        ({"naboer": "270", "sammenligning": "270 157", "valgt_den": "2024-01-01"}, "naboer"),
        ({"indsats": "x" * 201}, "indsats"),
        ({"note": "x" * 2001}, "note"),
        ({"indsats": "=1+1"}, "indsats"),
        ({"indsats": "＝1+1"}, "indsats"),  # the wide sign, which a spreadsheet reads as the narrow one
        ({"note": "-3"}, "note"),
        ({"indsats": "to\nlinjer"}, "indsats"),
        ({"note": "skjult\x00tegn"}, "note"),
    ],
)
def test_what_is_refused(texts: dict[str, str], column: str) -> None:
    assert set(refused(**texts)) == {column}


def test_the_day_of_the_choice_has_been() -> None:
    tomorrow = today() + dt.timedelta(days=1)
    assert "fremtiden" in refused(sammenligning="157 173", valgt_den=tomorrow.isoformat())["valgt_den"]
    checked_initiative(LEAST | {"sammenligning": "157 173", "valgt_den": today().isoformat()})


@pytest.mark.parametrize("column", [field.column for field in FIELDS])
@pytest.mark.parametrize(
    ("personal", "kind"),
    [(INVENTED_CPR, "CPR-nummer"), ("ring 20 21 22 23", "telefonnummer"), ("ring +45 40506070", "telefonnummer")],
)
def test_personal_data_is_refused_in_every_field_and_never_repeated(column: str, personal: str, kind: str) -> None:
    with pytest.raises(FieldsRefusedError) as error:
        checked_initiative(LEAST | {column: f"aftalt med {personal}"})
    assert [fault.column for fault in error.value.faults] == [column]
    assert kind in str(error.value)
    assert personal not in str(error.value)


@pytest.mark.parametrize(
    "text", ["flerårsaftalen 2021-2023", "sn.dk artikel 1429854", "12.01.2026 kl. 09.15", "50 → 40"]
)
def test_years_dates_and_numbers_are_not_persons(text: str) -> None:
    assert checked_initiative(LEAST | {"kilde": text}).source == text


def test_text_from_word_is_kept_plain() -> None:
    found = checked_initiative(LEAST | {"indsats": "66\N{NO-BREAK SPACE}% i A\N{COMBINING RING ABOVE}rhus"})
    assert found.what == "66 % i Århus"


words = st.text(st.characters(categories=["L"], include_characters=" ", max_codepoint=0x17F), max_size=40).map(
    str.strip
)


@st.composite
def written(draw: st.DrawFn) -> dict[str, Any]:
    place, *others = draw(st.permutations(municipality_codes()))
    comparison = tuple(others[: draw(st.sampled_from([0, 2, 3]))])
    neighbours = tuple(others[3 : 3 + draw(st.integers(0, 3))])
    start = draw(st.sampled_from(["2023-06-09", "2021-04", "2021K2", "2022"]).map(parse_when) | st.none())
    return {
        "place": place,
        "theme": draw(st.sampled_from([t.code for t in THEMES.values() if not t.district_only])),
        "what": draw(words.filter(bool)),
        "owner": draw(words),
        "start": start,
        "status": draw(st.sampled_from(Status)),
        "comparison": comparison,
        "neighbours": neighbours,
        "chosen_on": dt.date(2024, 1, 1) if comparison else None,
        "visibility": draw(st.sampled_from(Visibility)),
        "note": draw(words),
    }


@given(written())
def test_what_is_written_is_read_back_unchanged(values: dict[str, Any]) -> None:
    wanted = Initiative(**values)
    assert checked_initiative(written_texts(FIELDS, wanted)) == wanted


def test_every_municipality_can_be_written_by_name() -> None:
    for member in municipalities():
        assert checked_initiative(LEAST | {"sted": member.name}).place == member.code

"""Labels and codes, Danish and English, to our codes."""

import pytest

from data.municipalities import municipalities
from data.reference import offence_codes
from data.statbank.codes import (
    area_code,
    is_other_period,
    measure_code,
    misspelt_municipality,
    offence_code,
    offences_named_in,
    period_code,
    resident_code,
    severity_code,
)
from data.statbank.text import plain


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("157", "157"),
        ("0157", "157"),
        ("157 Gentofte", "157"),
        ("Gentofte", "157"),
        ("GENTOFTE", "157"),
        ("Gentofte Kommune", "157"),
        ("Lyngby-Tårbæk", "173"),
        ("Hoersholm", "223"),
        ("Hele landet", "000"),
        ("All Denmark", "000"),
        ("0", "000"),
        ("000 Hele landet", "000"),
        ("Region Hovedstaden", "084"),
        ("84", "084"),
        ("Uoplyst kommune", "998"),
        ("Unknown municipality", "998"),
        ("Not stated municipality", "998"),
        ("Copenhagen", "101"),
        ("Landsdel Nordsjælland", "03"),
        ("157 Hørsholm", None),  # code and name disagree
        ("Malmø", None),
        ("1320", None),
    ],
)
def test_areas(label: str, expected: str | None) -> None:
    assert area_code(label) == expected


def test_every_municipality_is_known_by_code_name_and_both() -> None:
    for member in municipalities():
        labels = {member.code, f"0{member.code}", member.name, f"{member.code} {member.name}"}
        assert {area_code(label) for label in labels} == {member.code}


@pytest.mark.parametrize(("label", "meant"), [("Gentoft", "Gentofte"), ("Rudersdall", "Rudersdal"), ("Malmø", None)])
def test_a_misspelt_municipality_is_noticed(label: str, meant: str | None) -> None:
    assert misspelt_municipality(label) == meant


def test_no_other_area_is_taken_for_a_misspelling_of_ours() -> None:
    """Every known area is found by its name, so that Frederikshavn never becomes Frederikssund."""
    assert area_code("Frederikshavn") == "813"
    assert area_code("Frederikssund") == "250"


def test_every_offence_is_known_by_code_label_and_both_in_both_languages() -> None:
    for offence in offence_codes():
        for label in (offence.label_da, offence.label_en):
            assert offence_code(label) == offence.code
            assert offence_code(f"{offence.code} {label}") == offence.code
        assert offence_code(offence.code) == offence.code


def test_no_two_offences_share_a_label() -> None:
    labels = [label for code in offence_codes() for label in {plain(code.label_da), plain(code.label_en)}]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Penal code, total", "1"),
        ("1320 Husindbrud", "1320"),  # a wording that may come
        ("1320 Røveri", None),  # code and label disagree
        ("3 Efterkommere", None),  # a code of something else
        ("Cykeltyveri", None),
    ],
)
def test_offences(label: str, expected: str | None) -> None:
    assert offence_code(label) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anmeldte forbrydelser efter område, Indbrud i beboelser og tid", {"1320"}),
        ("Anmeldte forbrydelser efter tid, område og overtrædelsens art", set()),
        ("Forsøg på manddrab", {"1240"}),  # and not 1230 Manddrab
        ("Reported criminal offences by region, Residential burglaries and time", {"1320"}),
        ("Røveri og hærværk", {"1380", "1390"}),
        ("Checkbedrageri", {"1360"}),  # and not 1357 Bedrageri
    ],
)
def test_offences_in_a_title(text: str, expected: set[str]) -> None:
    assert offences_named_in(text) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("2024K3", "2024K3"),
        ("2024Q3", "2024K3"),
        ("2024k3", "2024K3"),
        ("2024", "2024"),
        ("2025K1 2025Q1", "2025K1"),
        ("2025K5", None),
        ("2025K1 2025K2", None),
        ("1320", None),
        ("2026M08", None),
        ("", None),
    ],
)
def test_periods(label: str, expected: str | None) -> None:
    assert period_code(label) == expected


@pytest.mark.parametrize("label", ["2026M08", "2026U12", "2021:2025", "2025/2026", "2025H1", "2025K5"])
def test_periods_that_are_no_quarter_and_no_year(label: str) -> None:
    assert is_other_period(label)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("ANM", "anm"),
        ("Anmeldt", "anm"),
        ("ANM Anmeldte forbrydelser", "anm"),
        ("Reported criminal offences", "anm"),
        ("SIG", "sig"),
        ("Sigtelser", "sig"),
        ("Charges", "sig"),
        ("I alt", None),
    ],
)
def test_reported_or_charged(label: str, expected: str | None) -> None:
    assert measure_code(label) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("0", "0"),
        ("Personskade i alt", "0"),
        ("Dræbte", "1"),
        ("1 Dræbte", "1"),
        ("Killed", "1"),
        ("Alvorligt tilskadekomne", "2"),
        ("Seriously injured", "2"),
        ("Lettere tilskadekomne", "3"),
        ("Slightly injured", "3"),
        ("Uskadte", None),
    ],
)
def test_severities(label: str, expected: str | None) -> None:
    assert severity_code(label) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Boliger med CPR tilmeldte personer (beboede boliger)", "1000"),
        ("Boliger uden CPR tilmeldte personer (ubeboede boliger)", "2000"),
        ("Fritidshuse uden CPR tilmeldte personer", "5000"),
        ("2000", "2000"),
        ("Dwellings with registered population", "1000"),
        ("Hoteller", None),
    ],
)
def test_residents(label: str, expected: str | None) -> None:
    assert resident_code(label) == expected

"""Every writing of every kind is found, alone and in a sentence. Every number and name here is invented."""

import pytest

from data.personal.kinds import Kind
from data.personal.text import personal_kinds

WRITINGS = {
    Kind.CPR: [
        "211062-5629",
        "2110625629",
        "211062 5629",
        "21.10.62-5629",
        "21/10/62 5629",
        "21 10 62 56 29",
        "2 1 1 0 6 2 5 6 2 9",
        "211062–5629",
        "211062‑5629",
        "21-10-1962-5629",
    ],
    Kind.PHONE: [
        "40 25 31 12",
        "40253112",
        "+45 40253112",
        "+4540253112",
        "0045 40 25 31 12",
        "40-25-31-12",
        "40.25.31.12",
        "4025 3112",
        "402 53 112",
        "(+45) 40 25 31 12",
        "40/25/31/12",
        "tlf:40253112",
        "+46 70 123 45 67",
        "４０２５３１１２",
    ],
    Kind.EMAIL: ["a.b@c.dk", "hans.hansen(at)mail.dk", "Hans@Firma.Dk"],
    Kind.ACCOUNT: [
        "DK5000400440116243",
        "DK50 0040 0440 1162 43",
        "dk50 0040 0440 1162 43",
        "0040 0440116243",
        "0040-0440116243",
        "00400440116243",
        "reg. 1234 konto 1234567",
        "reg.nr. 1234 kontonr. 0012345678",
        "konto 1234 567890",
    ],
    Kind.ADDRESS: [
        "Skovvej 12",
        "skovvej 12",
        "skovvej 12, st. tv",
        "Gl. Kongevej 5A",
        "Hans Christian Ørsteds Vej 45, 3. th",
        "Lyngby Hovedgade 7",
        "Birkevænget 3",
        "Rosenhaven 14",
        "Søparken 4",
        "Broholm 7, 3400 Hillerød",
        "Strandpromenaden 9, 2. tv",
        "Bakkedraget 11 st th",
        "bor på nr. 12, 2. th",
        "Egebækvej nr. 4",
        "H.C. Andersens Boulevard 12",
        "Kongens Nytorv 1",
        "Lille Strandstræde 8b",
    ],
    Kind.PLATE: [
        "AB12345",
        "AB 12 345",
        "AB 12345",
        "ab12345",
        "AB-12-345",
        "bilen ab 12 345",
        "reg.nr. xy 12 345",
        "AB12 345",
    ],
    Kind.CASE_NUMBER: ["0900-10250-00123-24"],
    Kind.NAME: [
        "Hans Jensen",
        "Mette Frederiksen",
        "Anne-Marie Holm",
        "Hans P. Jensen",
        "Jensen, Hans",
        "hans jensen",
        "Mohammed Ali",
        "Fatima Khan",
        "HANS JENSEN",
        "Lars Løkke Rasmussen",
        "Bo Hansen",
        "aftalt med Jens Vestergaard i dag",
        "Søren Kierkegaard",
        "Line Lund",
        "Per Olsen",
        "Agnieszka Kowalska",
        "Mehmet Yilmaz",
        "Peter Madsens bil",
        "Kim Nielsen",
    ],
}


@pytest.mark.parametrize("kind", WRITINGS)
@pytest.mark.parametrize("sentence", ["{}", "aftalt: {}.", "({})", "se\xa0{}\ni dag"])
def test_every_writing_is_found(kind: Kind, sentence: str) -> None:
    missed = [text for text in WRITINGS[kind] if kind not in personal_kinds(sentence.format(text))]
    assert missed == []


@pytest.mark.parametrize(
    "text",
    ["Rækkehus 52", "Fritidshuse 33", "Hvis alle 2 var for sene", "selv hvis alle 24 ventede", "Når alle 13 er med"],
)
def test_a_count_is_no_house_number(text: str) -> None:
    assert personal_kinds(text) == ()


@pytest.mark.parametrize("text", ["Frederiksborg Alle 12", "Rosenalle 12", "Jernbane allé 4"])
def test_an_alle_is_a_street_also_without_its_accent(text: str) -> None:
    assert personal_kinds(text) == (Kind.ADDRESS,)

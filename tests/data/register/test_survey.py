"""Survey shares: a percentage with its source, and of how many answers where that is known."""

import pytest

from data.register.form import FieldsRefusedError, written_texts
from data.register.kept import add, edit
from data.register.survey import SURVEY_FORM, SurveyShare, checked_survey_share, survey_shares

SHARE = {"undersoegelse": "Egen", "spoergsmaal": "Tryg", "sted": "217", "aar": "2024", "andel": "88,4", "kilde": "x.dk"}


@pytest.fixture(autouse=True)
def _a_day_in_march(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_TODAY", "2026-03-10")


@pytest.mark.parametrize(
    ("text", "percent"), [("88,4", 88.4), ("88.4 %", 88.4), ("0", 0.0), ("100", 100.0), ("7", 7.0)]
)
def test_a_share_is_read_and_written_back(text: str, percent: float) -> None:
    found = checked_survey_share(SHARE | {"andel": text, "svar": "280"})
    assert (found.percent, found.answers) == (percent, 280)
    assert checked_survey_share(written_texts(SURVEY_FORM.fields, found)) == found


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"andel": "100,1"}, "andel"),
        ({"andel": "-1"}, "andel"),
        ({"andel": "0,884123"}, "andel"),
        ({"andel": ""}, "andel"),
        ({"svar": "0"}, "svar"),
        ({"svar": "mange"}, "svar"),
        ({"aar": "2027"}, "aar"),
        ({"aar": "2024K1"}, "aar"),
        ({"kilde": ""}, "kilde"),
        ({"sted": "Aarhus"}, "sted"),
    ],
)
def test_what_is_refused(change: dict[str, str], column: str) -> None:
    with pytest.raises(FieldsRefusedError) as refused:
        checked_survey_share(SHARE | change)
    assert [fault.column for fault in refused.value.faults] == [column]


def test_what_is_shipped_has_its_source_and_no_number_of_answers() -> None:
    shipped = [entry.content for entry in survey_shares()]
    assert [(share.year, share.percent) for share in shipped] == [(2019, 84.4), (2021, 88.5), (2022, 89.3)]
    assert all(share.source and share.answers is None and share.place == "kreds" for share in shipped)


def test_the_number_of_answers_is_added_to_what_is_shipped() -> None:
    first = survey_shares()[0]
    texts = written_texts(SURVEY_FORM.fields, first.content) | {"svar": "3.600"}
    edit(SURVEY_FORM, first.id, first.version, checked_survey_share(texts), "AB")
    assert survey_shares()[0].content.answers == 3600
    assert len(survey_shares()) == 3


def test_a_typed_share_stands_after_the_survey_that_comes_before_it() -> None:
    add(SURVEY_FORM, checked_survey_share(SHARE), "AB")
    assert survey_shares()[0].content == SurveyShare("Egen", "Tryg", "217", 2024, 88.4, "x.dk")

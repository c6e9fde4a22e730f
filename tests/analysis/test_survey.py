"""Survey shares: never without how sure they are, a municipality never by a single year."""

import json

import pytest

from analysis.survey import as_json, main
from analysis.survey_findings import NO_ANSWERS, NOT_TOGETHER, SurveyFinding, survey_findings
from analysis.survey_picture import survey_bars, survey_sentence, survey_table
from data.municipalities import DISTRICT
from data.register.kept import add
from data.register.survey import SURVEY_FORM, checked_survey_share

HELSINGOER, GENTOFTE = "217", "157"
SHARE = {"undersoegelse": "Egen", "spoergsmaal": "Tryg", "sted": HELSINGOER, "kilde": "x.dk"}


@pytest.fixture(autouse=True)
def _a_day_in_march(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_TODAY", "2026-03-10")


def typed(*years: tuple[str, str, str], place: str = HELSINGOER) -> None:
    for year, percent, answers in years:
        texts = SHARE | {"sted": place, "aar": year, "andel": percent, "svar": answers}
        add(SURVEY_FORM, checked_survey_share(texts), "AB")


def own(place: str) -> list[SurveyFinding]:
    return [each for each in survey_findings(place) if each.survey == "Egen"]


def test_what_is_shipped_has_no_interval_and_says_why() -> None:
    found = survey_findings(DISTRICT)
    assert [(each.years, round(100 * (each.share or 0), 6)) for each in found] == [
        ((2019,), 84.4),
        ((2021,), 88.5),
        ((2022,), 89.3),
    ]
    assert all(each.interval is None and each.note == NO_ANSWERS for each in found)
    assert survey_sentence(found[-1]) == (
        "Grundlæggende tryg i hele kredsen i 2022: 89,3\N{NO-BREAK SPACE}%, usikkerhed og antal svar ukendt."
    )


def test_a_year_of_the_district_has_wilsons_interval() -> None:
    typed(("2024", "50", "100"), place=DISTRICT)
    (found,) = own(DISTRICT)
    assert found.interval is not None
    # Wilson for 50 of 100: (50 + 1.9208) / 103.8415 -+ 1.96 * sqrt(25 + 0.9604) / 103.8415
    assert (found.interval.low, found.interval.high) == pytest.approx((0.40383, 0.59617), abs=1e-5)
    assert survey_sentence(found).endswith("usikkerhed 40,4–59,6, 100 svar.")


def test_a_municipality_is_its_newest_three_years_together_weighted_by_answers() -> None:
    typed(("2021", "10", "1000"), ("2022", "80", "100"), ("2023", "90", "200"), ("2024", "85", "100"))
    (found,) = own(HELSINGOER)
    # 80 + 180 + 85 of 400; 2021 is too old.
    assert (found.years, found.span, found.answers) == ((2022, 2023, 2024), "2022–2024", 400)
    assert found.share == pytest.approx(345 / 400)
    assert found.interval is not None and found.interval.low < 345 / 400 < found.interval.high


@pytest.mark.parametrize(
    "years",
    [[("2024", "85", "280")], [("2023", "80", ""), ("2024", "85", "280")], [("2023", "80", ""), ("2024", "85", "")]],
)
def test_a_single_year_or_one_without_answers_is_not_shown_for_a_municipality(
    years: list[tuple[str, str, str]],
) -> None:
    typed(*years)
    (found,) = own(HELSINGOER)
    assert (found.share, found.interval, found.note) == (None, None, NOT_TOGETHER)
    assert [row[3:6] for row in survey_table([found], "Helsingør").rows] == [(None, None, None)]
    assert NOT_TOGETHER in " ".join(survey_bars([found], "Helsingør").notes)


def test_another_municipality_is_not_shown() -> None:
    typed(("2023", "80", "100"), ("2024", "85", "100"))
    assert own(GENTOFTE) == [] and own(DISTRICT) == []


def test_the_command_tells_what_the_page_shows(capsys: pytest.CaptureFixture[str]) -> None:
    typed(("2023", "80", "100"), ("2024", "90", "100"))
    assert main(["--municipality", HELSINGOER, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == [as_json(each) for each in survey_findings(HELSINGOER)]
    assert [each["share"] for each in told if each["municipality"] == HELSINGOER] == [pytest.approx(0.85)]
    assert main([]) == 0
    assert "i hele kredsen i 2022" in capsys.readouterr().err

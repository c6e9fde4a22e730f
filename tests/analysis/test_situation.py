"""One question, one answer: the published quarter against figures computed elsewhere, and every way not to know."""

import json
from pathlib import Path

import pytest

from analysis.answers import Situation
from analysis.question import Question, SeriesName
from analysis.situation import main, situation, situations
from data.errors import UserError
from data.municipalities import DISTRICT, UNKNOWN, municipality_codes
from data.periods import parse_period
from data.publish import publish
from data.release import Release, open_release
from tests.data.small_district import incident, load_district

GENTOFTE, HELSINGOER = "157", "217"

# Residential burglary, code 1320, 2025K4, by an independent implementation: observed, 2024K4, mean, p_up, p_down,
# low, high, q over the municipalities.
PUBLISHED_2025K4 = {
    "157": (202, 142, 121.774669, 0.00174426, 0.99842232, 68, 191, 0.029783),
    "173": (108, 131, 81.046326, 0.09308487, 0.91394602, 39, 139, 0.329965),
    "190": (73, 62, 56.219476, 0.15445874, 0.85779565, 22, 105, 0.401593),
    "201": (34, 15, 21.031009, 0.10995320, 0.90363326, 3, 54, 0.329965),
    "210": (70, 55, 42.882739, 0.04296866, 0.96164563, 14, 87, 0.223437),
    "217": (163, 142, 93.767521, 0.00229103, 0.99794456, 48, 155, 0.029783),
    "219": (44, 62, 37.445454, 0.29350853, 0.72972807, 11, 79, 0.693747),
    "223": (68, 31, 39.086899, 0.03041442, 0.97307563, 12, 81, 0.223437),
    "230": (132, 152, 104.539501, 0.11421869, 0.89323694, 56, 169, 0.329965),
    "240": (65, 41, 38.984309, 0.04278502, 0.96196810, 12, 81, 0.223437),
    "250": (48, 24, 31.187447, 0.09652806, 0.91399232, 8, 70, 0.329965),
    "260": (16, 15, 16.106675, 0.46424900, 0.58132615, 2, 46, 0.928498),
    "270": (33, 18, 32.726301, 0.46264416, 0.56921907, 9, 72, 0.928498),
}


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """A release of few incidents: the published series is Statistics Denmark's whatever was loaded."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(tmp_path_factory.mktemp("home")))
        load_district(
            [
                incident(1, "indbrud_beboelse", "2025-11-05", GENTOFTE),
                incident(2, "indbrud_beboelse", "2024-11-05", GENTOFTE),
                incident(3, "indbrud_beboelse", "2026-01-05", GENTOFTE),
                incident(4, "indbrud_beboelse", "2025-11-05", UNKNOWN),
                incident(5, "uheld_personskade", "2019-11-05", GENTOFTE, draebte=1, alvorligt=1, status="endelig"),
                incident(6, "uheld_personskade", "2023-11-05", GENTOFTE, draebte=0, alvorligt=3, status="endelig"),
                incident(7, "uheld_personskade", "2025-11-05", GENTOFTE, draebte=1, alvorligt=4, status="foreloebig"),
                *(
                    incident(
                        100 + n,
                        "uheld_personskade",
                        f"{2017 + n // 60}-05-05",
                        HELSINGOER,
                        alvorligt=1,
                        status="endelig",
                    )
                    for n in range(8 * 60)
                ),
                *(incident(1000 + n, "vold_naere_relationer", "2024-05-05", GENTOFTE) for n in range(9)),
            ],
            first_year=2017,
        )
        publish()
        return open_release()


def answer(release: Release, area: str, place: str, period: str, series: str = "udtraek", **more: str) -> Situation:
    return situation(release, Question(area, place, parse_period(period), SeriesName(series), more.get("category")))


@pytest.mark.parametrize("place", municipality_codes())
def test_published_quarter_meets_the_independent_figures(release: Release, place: str) -> None:
    observed, last_year, mean, p_up, p_down, low, high, q = PUBLISHED_2025K4[place]
    found = answer(release, "indbrud", place, "2025K4", "dst")
    assert (found.observed, found.observed_last_year) == (observed, last_year)
    assert found.expected is not None
    assert found.expected.mean == pytest.approx(mean, rel=1e-6)
    assert (found.expected.p_up, found.expected.p_down) == pytest.approx((p_up, p_down), rel=1e-5)
    assert (found.expected.low, found.expected.high) == (low, high)
    assert found.expected.q == pytest.approx(q, abs=1e-6)
    assert found.expected.family == len(municipality_codes())
    assert found.verdict == ("markant_flere" if place in (GENTOFTE, HELSINGOER) else "forventet")


def test_the_district_has_its_own_verdict(release: Release) -> None:
    found = answer(release, "indbrud", DISTRICT, "2025K4", "dst")
    assert (found.observed, found.observed_last_year) == (1056, 890)
    assert found.expected is not None
    assert found.expected.mean == pytest.approx(716.798325, rel=1e-6)
    assert (found.expected.low, found.expected.high) == (451, 1052)
    assert (found.expected.q, found.expected.family) == (None, 1)
    assert found.verdict == "markant_flere"


def test_a_break_leaves_ten_quarters_to_a_baseline(release: Release) -> None:
    # 1320 breaks at 2018-01-01 and COVID-19 (2020K1-2021K2) is left out: 2018K1-2019K4 and 2021K3-2021K4.
    found = answer(release, "indbrud", GENTOFTE, "2022K1", "dst").expected
    assert found is not None
    assert found.mean == pytest.approx(124.673677, rel=1e-6)
    assert (found.low, found.high) == (63, 209)


def test_rate_has_its_exact_interval_and_says_what_of(release: Release) -> None:
    rate = answer(release, "indbrud", HELSINGOER, "2025K4", "dst").rate
    assert rate is not None
    assert (round(rate.value, 2), round(rate.low, 2), round(rate.high, 2)) == (5.27, 4.49, 6.14)
    assert (rate.unit, rate.denominator, rate.date) == ("pr. 1.000 husstande", 30945, "2026-01-01")


def test_extract_counts_and_the_district_with_unknown(release: Release) -> None:
    assert answer(release, "indbrud", GENTOFTE, "2025K4").observed == 1
    assert answer(release, "indbrud", GENTOFTE, "2025K4").observed_last_year == 1
    assert answer(release, "indbrud", UNKNOWN, "2025K4").observed == 1
    assert answer(release, "indbrud", DISTRICT, "2025K4").observed == 1 + 1
    assert answer(release, "indbrud", HELSINGOER, "2025K4").observed == 0


def test_too_few_is_a_verdict(release: Release) -> None:
    found = answer(release, "indbrud", GENTOFTE, "2025K4")
    assert (found.verdict, found.expected) == ("for_faa", None)
    assert found.reason


@pytest.mark.parametrize(
    ("area", "place", "period", "series", "more", "told"),
    [
        ("digital", GENTOFTE, "2025K4", "dst", {}, "offentliggør ikke"),
        ("indbrud", GENTOFTE, "2015K4", "udtraek", {}, "ikke leveret"),
        ("indbrud", GENTOFTE, "2026K2", "dst", {}, "ikke indlæst"),
        ("digital", GENTOFTE, "2025K4", "udtraek", {"category": "muldyr"}, "kun for hele kredsen"),
        ("naere_relationer", GENTOFTE, "2025K4", "udtraek", {}, "kun for hele, afsluttede år"),
        ("naere_relationer", GENTOFTE, "2025", "udtraek", {}, "vises ikke"),
        ("faerdsel", GENTOFTE, "2018K4", "udtraek", {}, "Tre afsluttede år"),
    ],
)
def test_nothing_known_says_why(
    release: Release, area: str, place: str, period: str, series: str, more: dict[str, str], told: str
) -> None:
    found = answer(release, area, place, period, series, **more)
    assert found.observed is None
    assert found.verdict is None
    assert found.reason is not None
    assert told in found.reason


def test_an_open_quarter_is_provisional_and_never_compared(release: Release) -> None:
    found = answer(release, "indbrud", GENTOFTE, "2026K1")
    assert (found.observed, found.provisional, found.verdict) == (1, True, "ikke_sammenlignelig")
    assert (found.rate, found.expected, found.forecast) == (None, None, None)


def test_a_period_left_out_of_comparisons_is_not_compared(release: Release) -> None:
    found = answer(release, "indbrud", GENTOFTE, "2020K3", "dst")
    assert found.observed is not None
    assert (found.verdict, found.expected) == ("ikke_sammenlignelig", None)


def test_years_are_summed_and_not_judged(release: Release) -> None:
    found = answer(release, "indbrud", GENTOFTE, "2025", "dst")
    quarters = [answer(release, "indbrud", GENTOFTE, f"2025K{n}", "dst").observed for n in (1, 2, 3, 4)]
    assert found.observed == sum(count for count in quarters if count is not None)
    assert found.verdict is None


def test_sensitive_district_years_are_told_when_they_are_large_enough(release: Release) -> None:
    assert answer(release, "naere_relationer", DISTRICT, "2024").observed == 9


def test_casualties_are_three_final_years(release: Release) -> None:
    found = answer(release, "faerdsel", GENTOFTE, "2025K4")
    assert found.span == "2022-2024"  # 2025 is provisional
    assert found.observed == 3
    assert found.observed_last_year == 3  # 2021-2023
    # 2019-2021 had two: under five a year, too few to judge.
    assert found.verdict == "for_faa"
    # 60 a year in 2017-2024: 180 against 180, and the rest of the district moved from 2 to 3.
    district = answer(release, "faerdsel", DISTRICT, "2025K4")
    assert (district.observed, district.verdict) == (183, "forventet")
    assert district.expected is not None
    assert district.expected.mean == 182


def test_situations_are_the_municipalities_in_danish_order_then_the_district(release: Release) -> None:
    found = situations(release, "indbrud", parse_period("2025K4"), SeriesName.PUBLISHED)
    assert [one.question.municipality for one in found] == [*municipality_codes(), DISTRICT]
    assert sum(one.observed or 0 for one in found[:-1]) == 1056


@pytest.mark.parametrize(
    "more",
    [
        ("--area", "cykeltyveri", "--municipality", GENTOFTE, "--period", "2025K4"),
        ("--area", "indbrud", "--municipality", "101", "--period", "2025K4"),
        ("--area", "indbrud", "--municipality", GENTOFTE, "--period", "2025-Q9"),
        ("--area", "indbrud", "--municipality", GENTOFTE, "--period", "2025K4", "--series", "bbr"),
        ("--area", "indbrud", "--municipality", GENTOFTE, "--period", "2025K4", "--category", "muldyr"),
    ],
)
def test_what_does_not_exist_is_a_user_error(
    release: Release, more: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.situation.open_release", lambda: release)
    with pytest.raises(UserError):
        main([*more, "--json"])


def test_the_command_prints_every_key(
    release: Release, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("analysis.situation.open_release", lambda: release)
    assert main(["--area", "indbrud", "--all", "--period", "2025K4", "--series", "dst", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert [one["municipality"] for one in printed] == [*municipality_codes(), DISTRICT]
    interface = Path(__file__).parent / "files" / "situation_keys.txt"
    assert list(printed[0]) == interface.read_text(encoding="utf-8").split()
    assert printed[5]["source"] == "Danmarks Statistik, STRAF11 (1320)"
    assert printed[5]["forecast"]["period"] == "2026K1"

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import nbinom

from analysis.expected import QUARTERLY, Level, Trend, expected_level
from analysis.signal import RED, Verdict, judgement, quantile, tails, verdict_of, watched
from tests.analysis.published_series import MUNICIPALITIES, QUARTERS, published_counts
from tests.analysis.test_expected import BURGLARY, NOW, usable_quarters

# area: p_up, p_down, low, high, q
PUBLISHED = {
    "157": (0.00174426, 0.99842232, 68, 191, 0.029783), "173": (0.09308487, 0.91394602, 39, 139, 0.329965),
    "190": (0.15445874, 0.85779565, 22, 105, 0.401593), "201": (0.10995320, 0.90363326, 3, 54, 0.329965),
    "210": (0.04296866, 0.96164563, 14, 87, 0.223437), "217": (0.00229103, 0.99794456, 48, 155, 0.029783),
    "219": (0.29350853, 0.72972807, 11, 79, 0.693747), "223": (0.03041442, 0.97307563, 12, 81, 0.223437),
    "230": (0.11421869, 0.89323694, 56, 169, 0.329965), "240": (0.04278502, 0.96196810, 12, 81, 0.223437),
    "250": (0.09652806, 0.91399232, 8, 70, 0.329965), "260": (0.46424900, 0.58132615, 2, 46, 0.928498),
    "270": (0.46264416, 0.56921907, 9, 72, 0.928498),
}  # fmt: skip


def judged_at(counts, index, usable=None):
    level = expected_level(counts, index, 1, QUARTERLY, usable)
    return judgement(counts[:, index], level)


def level_of(mean, variance) -> Level:
    mean, variance = np.atleast_1d(np.array(mean, float)), np.atleast_1d(np.array(variance, float))
    return Level(mean, variance, np.ones(4), Trend(0, 0, 0), 1.0, np.arange(12))


def test_burglary_in_the_fourth_quarter_of_2025():
    judged = judged_at(BURGLARY, NOW, usable_quarters())
    for row, area in enumerate(MUNICIPALITIES):
        p_up, p_down, low, high, q = PUBLISHED[area]
        assert (judged.p_up[row], judged.p_down[row]) == pytest.approx((p_up, p_down), abs=5e-9), area
        assert (judged.low[row], judged.high[row]) == (low, high), area
        assert judged.q[row] == pytest.approx(q, abs=5e-7), area
    assert judged.family == 13
    marked = {area for area, verdict in zip(MUNICIPALITIES, judged.verdicts, strict=True) if verdict != "forventet"}
    assert marked == {"157", "217"}
    assert {judged.verdicts[MUNICIPALITIES.index(area)] for area in marked} == {Verdict.MARKEDLY_MORE}


def test_the_district_is_a_family_of_one():
    judged = judged_at(BURGLARY.sum(axis=0, keepdims=True), NOW, usable_quarters())
    assert (judged.low[0], judged.high[0]) == (451, 1052)  # 1056 were observed
    assert judged.p_up[0] == pytest.approx(0.00468, abs=5e-6)
    assert judged.q[0] == pytest.approx(2 * judged.p_up[0])
    assert judged.verdicts == (Verdict.MARKEDLY_MORE,)


def test_gentofte_in_the_first_quarter_of_2022():
    judged = judged_at(BURGLARY, 24, usable_quarters())
    assert (judged.low[0], judged.high[0]) == (63, 209)


def test_four_years_of_burglary_hold_three_signals_where_the_naive_rule_has_182():
    verdicts, naive = [], 0
    for index in range(24, 40):
        verdicts += judged_at(BURGLARY, index, usable_quarters()).verdicts
        naive += np.count_nonzero(np.abs(BURGLARY[:, index] / BURGLARY[:, index - 4] - 1) > 0.10)
    assert len(verdicts) == 208
    assert naive == 182
    assert sum(verdict != Verdict.EXPECTED for verdict in verdicts) == 3
    assert sum(verdict in (Verdict.MARKEDLY_MORE, Verdict.MARKEDLY_FEWER) for verdict in verdicts) == 2


@pytest.mark.parametrize("code", ["12", "1316", "1332", "1336", "3210", "3410", "TOT"])
def test_every_published_series_gives_a_range_that_holds_its_mean(code):
    counts = published_counts(code)
    for index in range(28, len(QUARTERS)):
        level = expected_level(counts, index, 1, QUARTERLY)
        judged = judgement(counts[:, index], level)
        compared = np.isfinite(judged.p_up)
        assert compared.any()
        assert (judged.low[compared] <= level.mean[compared]).all()
        assert (judged.high[compared] >= level.mean[compared]).all()


@pytest.mark.parametrize(
    ("p_up", "p_down", "q", "verdict"),
    [
        (0.005, 0.997, 0.10, "markant_flere"),
        (0.005, 0.997, 0.1001, "flere"),
        (0.0051, 0.997, 0.01, "forventet"),
        (0.997, 0.005, 0.10, "markant_faerre"),
        (0.997, 0.005, 0.1001, "faerre"),
        (0.997, 0.0051, 0.01, "forventet"),
        (0.6, 0.5, 1.0, "forventet"),
        (np.nan, np.nan, np.nan, "ikke_sammenlignelig"),
    ],
)
def test_the_verdict_is_a_rule(p_up, p_down, q, verdict):
    assert verdict_of(p_up, p_down, q) == verdict


@pytest.mark.parametrize(
    ("mean", "observed", "verdict"),
    [
        (1.0, 2, "forventet"),
        (0.999, 2, "for_faa"),
        (0.0, 4, "for_faa"),
        (20.0, np.nan, "ikke_sammenlignelig"),
        (np.nan, 3, "ikke_sammenlignelig"),
    ],
)
def test_what_has_no_range(mean, observed, verdict):
    judged = judgement(np.array([observed, 20.0]), level_of([mean, 20.0], [mean * 1.5, 30.0]))
    assert judged.verdicts == (verdict, "forventet")
    assert judged.family == (2 if verdict == "forventet" else 1)
    assert np.isnan([judged.low[0], judged.high[0], judged.p_up[0], judged.q[0]]).all() == (judged.family == 1)


def test_the_family_is_those_that_have_a_range():
    few = judgement(np.array([40.0, 20.0, 1.0]), level_of([20, 20, 0.5], [30, 30, 1]))
    assert few.q[0] == pytest.approx(2 * 2 * few.p_up[0])  # two of three are tested


def test_yellow_is_for_the_analyst_only():
    # 66 observed where 45.62 were expected: p_up 0.01244.
    judged = judgement(np.array([66.0, 40.0]), level_of([45.624767, 45.624767], [68.501655, 68.501655]))
    assert judged.p_up[0] == pytest.approx(0.01244481, abs=1e-7)
    assert judged.verdicts[0] == Verdict.EXPECTED
    assert (judged.low[0], judged.high[0]) == (26, 69)
    assert watched(judged).tolist() == [True, False]


means = st.floats(1, 3000)
ratios = st.floats(1.001, 30)


@given(means, ratios, st.integers(0, 4000))
def test_outside_the_range_and_red_are_the_same_thing(mean, ratio, observed):
    judged = judgement(np.array([float(observed)]), level_of(mean, mean * ratio))
    assert (observed > judged.high[0]) == (judged.p_up[0] <= RED)
    assert (observed < judged.low[0]) == (judged.p_down[0] < RED)
    if judged.low[0] == 0:
        assert judged.verdicts[0] not in ("faerre", "markant_faerre")


@given(means, ratios, st.integers(0, 4000))
def test_the_tails_share_the_observed_count(mean, ratio, observed):
    mean, variance = np.array([mean]), np.array([mean * ratio])
    size = mean**2 / (variance - mean)
    p_up, p_down = tails(np.array([float(observed)]), mean, variance)
    assert p_up + p_down == pytest.approx(1 + nbinom.pmf(observed, size, size / (size + mean)), abs=1e-9)


def test_quantiles_of_the_vector():
    assert [quantile(p, np.array([16.2]), np.array([24.3]))[0] for p in (0.025, 0.975)] == [8, 27]

"""The gate at a size that takes seconds, and what it must catch; the full size is `make simulate`."""

import pytest

from analysis.rates import Interval
from tests.simulation import measured
from tests.simulation.__main__ import SEED
from tests.simulation.districts import POISSON, TWICE
from tests.simulation.gate import LEAST_FOUND, MOST_FALSE, SMALL, Check, checks
from tests.simulation.measured import false_verdicts, found_rises


def test_every_measure_keeps_its_limit():
    broken = [check for check in checks(SMALL, SEED) if not check.passed]
    assert broken == []


def test_the_naive_rule_would_break_it():
    naive = false_verdicts(POISSON, SMALL.false_verdicts, SEED).naive
    assert not Check("naive", naive, 0.0, MOST_FALSE[POISSON]).passed
    assert naive.value > 20  # more than half of 39 numbers in which nothing happened


def test_a_limit_of_five_per_cent_without_control_would_break_it(monkeypatch):
    monkeypatch.setattr("analysis.signal.RED", 0.05)
    monkeypatch.setattr("analysis.signal.FALSE_DISCOVERIES", 1.0)
    marked = false_verdicts.__wrapped__(TWICE, SMALL.false_verdicts, SEED).marked
    assert not Check("5 %", marked, 0.0, MOST_FALSE[TWICE]).passed


def test_a_deaf_signal_would_break_it(monkeypatch):
    monkeypatch.setattr(measured, "RED", 1e-6)
    assert not Check("døv", found_rises(TWICE, SMALL.found, SEED), LEAST_FOUND[TWICE], 1.0).passed


@pytest.mark.parametrize(
    ("low", "high", "passed"),
    [
        (0.4, 0.7, True),  # the interval holds the limit 0.5
        (0.5, 0.9, True),
        (0.51, 0.9, False),  # all of it above
        (0.0, 0.19, False),  # all of it below 0.2
        (0.0, 0.2, True),
    ],
)
def test_a_check_is_judged_by_the_end_of_its_interval_that_speaks_for_it(low, high, passed):
    assert Check("", Interval((low + high) / 2, low, high), least=0.2, most=0.5).passed == passed

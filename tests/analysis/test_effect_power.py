"""The smallest change that could be found is found about four times in five, and a smaller one less often."""

import numpy as np
import pytest

from analysis.effect_answer import Finding
from analysis.effect_finding import verdict
from analysis.effect_power import smallest_findable
from analysis.effects import displacement_difference, poisson_effect

DRAWS = 400


def share_found(before: int, after: float, control: int, size: float, side: Finding) -> float:
    """Return how often the change from before to after is found, the control being unchanged."""
    random = np.random.default_rng(7)
    found = 0
    for t0, t1, c0, c1 in zip(
        *(random.poisson(mean, DRAWS) for mean in (before, after, control, control)), strict=True
    ):
        difference = displacement_difference((c0, c1), (t0, t1), area_weights=(size, 1, 1, 1)).local
        found += verdict(difference, poisson_effect((c0, c1), (t0, t1))) is side
    return found / DRAWS


@pytest.mark.parametrize(("before", "control", "size"), [(100, 200, 2.0), (60, 180, 3.0), (300, 300, 1.0)])
def test_it_is_found_four_times_in_five(before: int, control: int, size: float) -> None:
    smallest = smallest_findable(before, control, size)
    assert smallest.fewer is not None and smallest.more is not None
    assert 0.70 < share_found(before, before - smallest.fewer, control, size, Finding.FEWER) < 0.92
    assert 0.70 < share_found(before, before + smallest.more, control, size, Finding.MORE) < 0.92
    assert share_found(before, before - smallest.fewer / 2, control, size, Finding.FEWER) < 0.5


def test_by_hand() -> None:
    # 100 before, 100 in a comparison of the same size: by difference d >= 2.8016 sqrt(400 - d), so d = 53;
    # by ratio ln(100 / (100 - d)) >= 2.8016 sqrt(3/100 + 1/(100 - d)), so d = 45 at least: 53 decides.
    assert smallest_findable(100, 100, 1.0).fewer == 53


def test_few_cases_can_show_nothing_and_noise_asks_for_more() -> None:
    assert smallest_findable(5, 20, 1.0).fewer is None
    assert smallest_findable(0, 0, 1.0).fewer is None
    plain, noisy = (smallest_findable(200, 400, 2.0, phi) for phi in (1.0, 4.0))
    assert plain.fewer is not None and noisy.fewer is not None and plain.more is not None and noisy.more is not None
    assert noisy.fewer > plain.fewer
    assert noisy.more > plain.more


def test_a_larger_comparison_helps() -> None:
    found = [smallest_findable(100, 100 * size, float(size)).fewer for size in (1, 2, 4, 8)]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 4

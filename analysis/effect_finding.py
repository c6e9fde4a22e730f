"""What the numbers before and after say: refused where they would mislead, else both measures and their verdict."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from analysis.effect_answer import Effect, Finding, Group
from analysis.effect_design import Design
from analysis.effect_groups import counts_of
from analysis.effect_windows import Windows
from analysis.effects import (
    LEAST_TREATED_BEFORE,
    PARALLEL,
    Difference,
    EffectRatio,
    differing_trend_p,
    disagree,
    displacement_difference,
    poisson_effect,
)
from data.periods import Quarter

TOO_FEW = "Der er for få sager til at kunne vise en effekt."
NOT_PARALLEL = "Kommunen og sammenligningskommunerne udviklede sig forskelligt allerede før indsatsen."


def with_finding(
    known: Effect, treated: Group, comparison: Group, windows: Windows, designed: Design, before: Sequence[Quarter]
) -> Effect:
    """Return the answer with its finding; `before` are all quarters in which the places should have moved alike."""
    if treated.before < LEAST_TREATED_BEFORE:
        return replace(known, finding=Finding.TOO_FEW, reason=TOO_FEW)
    parallel = _parallel_p(designed, treated, comparison, before)
    checked = replace(known, parallel_p=parallel)
    if parallel is not None and parallel < PARALLEL:
        return replace(checked, finding=Finding.NOT_PARALLEL, reason=NOT_PARALLEL)
    difference = _difference(treated, comparison, known.dispersion)
    ratio = poisson_effect(
        (comparison.before, comparison.after), (treated.before, treated.after), dispersion=known.dispersion
    )
    found = replace(checked, difference=difference, ratio=ratio)
    if known.neighbours is not None:
        found = _with_displacement(found, treated, known.neighbours, comparison)
    chosen_on = known.initiative.content.chosen_on
    late = chosen_on is None or chosen_on > windows.after[0].last_day
    return replace(found, finding=Finding.DESCRIBED if late else verdict(difference, ratio))


def verdict(difference: Difference, ratio: EffectRatio | None) -> Finding:
    """Return what both measures say: a finding only where both leave out nothing, on the same side.

    Without a ratio (a count is 0) the difference decides alone.
    """
    is_sure = difference.low > 0 or difference.high < 0
    if ratio is not None:
        ratio_is_sure = ratio.low > 1 or ratio.high < 1
        if is_sure != ratio_is_sure or disagree(difference, ratio):
            return Finding.UNSETTLED
    if not is_sure:
        return Finding.NOT_SHOWN
    return Finding.FEWER if difference.estimate < 0 else Finding.MORE


def _parallel_p(designed: Design, treated: Group, comparison: Group, before: Sequence[Quarter]) -> float | None:
    """Return the p of a differing trend before; None when the comparison had no cases to have a trend."""
    (own, *others) = counts_of(designed, (*treated.places, *comparison.places), before)
    with_cases = [counts for counts in others if counts.sum() > 0]
    return differing_trend_p(np.array(with_cases), own) if with_cases else None


def _difference(treated: Group, comparison: Group, dispersion: float) -> Difference:
    return displacement_difference(
        (comparison.before, comparison.after),
        (treated.before, treated.after),
        area_weights=(comparison.size / treated.size, 1, 1, 1),
        dispersion=dispersion,
    ).local


def _with_displacement(found: Effect, treated: Group, neighbours: Group, comparison: Group) -> Effect:
    """Return the answer with the neighbours' difference, and that of both as one area.

    Both are set against the same comparison; as one area, so that its cases count once in the total's uncertainty.
    """
    together = Group(
        (*treated.places, *neighbours.places),
        treated.before + neighbours.before,
        treated.after + neighbours.after,
        treated.size + neighbours.size,
    )
    return replace(
        found,
        displacement=_difference(neighbours, comparison, found.dispersion),
        total=_difference(together, comparison, found.dispersion),
    )

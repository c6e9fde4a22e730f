"""Shares: guarantees kept, cases cleared, severity."""

from dataclasses import dataclass

from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from analysis.rates import Interval


@dataclass(frozen=True)
class ShareBounds:
    """The share if every unknown case failed, and if every unknown case succeeded: unknown is never "kept"."""

    worst: float
    best: float


def wilson(successes: int, cases: int) -> Interval | None:
    """Return successes / cases with Wilson's score interval (Wilson 1927; Newcombe 1998, Stat. Med. 17:857).

    None without cases. The limits are exactly 0 and 1 at no and at only successes.
    """
    if cases == 0:
        return None
    low, high = proportion_confint(successes, cases, alpha=0.05, method="wilson")
    return Interval(
        successes / cases,
        0.0 if successes == 0 else float(low),
        1.0 if successes == cases else float(high),
    )


def newcombe(x1: int, n1: int, x2: int, n2: int) -> Interval | None:
    """Return x1 / n1 - x2 / n2 with Newcombe's interval (1998, Stat. Med. 17:873, method 10); None without cases."""
    if n1 == 0 or n2 == 0:
        return None
    low, high = confint_proportions_2indep(x1, n1, x2, n2, compare="diff", method="newcomb")
    return Interval(x1 / n1 - x2 / n2, float(low), float(high))


def share_bounds(successes: int, known: int, unknown: int) -> ShareBounds | None:
    """Return the share's worst and best case over known and unknown cases together; None without cases."""
    cases = known + unknown
    return ShareBounds(successes / cases, (successes + unknown) / cases) if cases else None

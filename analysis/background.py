"""What a sentence must know beside its answer."""

from analysis.answers import Situation
from analysis.breaks import breaks_of
from analysis.indicator import Indicator
from analysis.judged import judged_quarter
from analysis.last_year import Background
from data.periods import Quarter
from data.release import Release


def background_of(release: Release, asked: Indicator, answer: Situation) -> Background:
    """Return last year's expected level, the series' breaks and its dispersion, where they are known.

    A year's dispersion is that of its last quarter.
    """
    breaks = breaks_of(release, asked)
    if asked.counts_casualties or answer.observed is None:
        return Background(breaks=breaks)
    period, place = answer.question.period, answer.question.municipality
    quarter = period if isinstance(period, Quarter) else period.quarters[-1]
    now = judged_quarter(release, asked, quarter).get(place)
    before = judged_quarter(release, asked, quarter.year_before).get(place)
    last_year = before.expected if before and isinstance(period, Quarter) else None
    return Background(last_year, breaks, now.dispersion if now else None)

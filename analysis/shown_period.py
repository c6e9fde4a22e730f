"""Which point of a series stands for the chosen period."""

from analysis.answers import Series
from data.periods import Period


def shown_period(series: Series, chosen: Period) -> Period:
    """Return the chosen period where the series has it, else the newest of its periods that begins no later.

    A whole year then stands for the quarters in it.
    """
    periods = [point.period for point in series.points]
    if chosen in periods:
        return chosen
    earlier = [period for period in periods if period.first_day <= chosen.last_day]
    return max(earlier, key=lambda period: period.first_day, default=chosen)

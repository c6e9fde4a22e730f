"""One indicator over time for one place."""

from functools import lru_cache

from analysis.answers import Point, Series
from analysis.breaks import breaks_of
from analysis.casualties import Casualties, casualties, final_years
from analysis.grid import Grid, grid
from analysis.indicator import Indicator, indicator
from analysis.judged import forecasts, judged_quarter
from analysis.judged_sums import judged_sums
from analysis.question import Question, SeriesName
from analysis.unanswered import source_of
from data.delivered import State
from data.municipalities import area_name
from data.periods import Quarter, Year
from data.release import Release

SERIES_KEPT = 2048


@lru_cache(maxsize=SERIES_KEPT)
def quarterly_series(release: Release, question: Question) -> Series | None:
    """Return the indicator's quarters for the place, with expected ranges and the forecast; None without a series.

    The whole series is there whatever the period; the forecast is for the quarter after the last final one.
    """
    asked = indicator(question.area, question.category, question.series)
    counts = grid(release, asked)
    if counts is None or question.municipality not in counts.places:
        return None
    points = tuple(_point(release, asked, counts, question.municipality, quarter) for quarter in counts.quarters)
    final = [point.period for point in points if point.count is not None and not point.provisional]
    latest = final[-1] if final else None
    return Series(
        title=asked.name,
        place=area_name(question.municipality),
        points=points,
        breaks=breaks_of(release, asked),
        source=source_of(release, asked),
        forecast=forecasts(release, asked, latest).get(question.municipality) if isinstance(latest, Quarter) else None,
    )


def _point(release: Release, asked: Indicator, counts: Grid, place: str, quarter: Quarter) -> Point:
    count = counts.count(place, quarter)
    if not counts.is_final(place, quarter):
        return Point(quarter, count, provisional=count is not None)
    judged = judged_quarter(release, asked, quarter).get(place)
    expected = judged.expected if judged else None
    return Point(quarter, count, low=expected.low if expected else None, high=expected.high if expected else None)


def severe_casualties_series(release: Release, area: str, place: str) -> Series:
    """Return killed and seriously injured by year; provisional years are marked and never summed."""
    points = tuple(
        Point(Year(year), of.severe, provisional=of.state is State.PROVISIONAL) for year, of in _years(release, place)
    )
    return _casualty_series(
        release,
        indicator(area, None, SeriesName.EXTRACT),
        place,
        "Politiregistrerede dræbte og alvorligt tilskadekomne pr. år",
        points,
    )


def three_year_series(release: Release, area: str, place: str) -> Series:
    """Return the three-year sums of killed and seriously injured by their last year, with expected ranges."""
    points = []
    for year in final_years(release):
        judged = judged_sums(release, year).get(place)
        if judged is not None:
            expected = judged.expected
            low, high = (expected.low, expected.high) if expected else (None, None)
            points.append(Point(Year(year), judged.severe, low=low, high=high))
    return _casualty_series(
        release,
        indicator(area, None, SeriesName.EXTRACT),
        place,
        "Politiregistrerede dræbte og alvorligt tilskadekomne, sum af tre år",
        tuple(points),
    )


def _years(release: Release, place: str) -> list[tuple[int, Casualties]]:
    return sorted(
        (year, of)
        for (of_place, year), of in casualties(release).items()
        if of_place == place and of.state is not State.MISSING
    )


def _casualty_series(release: Release, asked: Indicator, place: str, title: str, points: tuple[Point, ...]) -> Series:
    return Series(title, area_name(place), points, breaks_of(release, asked), source_of(release, asked))

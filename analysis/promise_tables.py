"""A promise as tables: the municipalities, the years, and for analysts the visits that came too late."""

from collections.abc import Sequence

from analysis.promise import promise_answer
from analysis.promise_answer import PromiseAnswer, PromiseCount
from analysis.promise_counts import shown_counts
from analysis.tables import Cell, Column, Table
from data.catalogue import promise
from data.municipalities import DISTRICT, area_name, municipality_codes
from data.periods import Period, Quarter, Year, danish_date
from data.promises import SECONDS_IN_HOUR, Measured
from data.release import Release

LATE = "Besøg, der kom for sent"
_SHARE = (
    Column("Holdt", 0),
    Column("Af", 0),
    Column("Andel (%)", 1),
    Column("Usikkerhed fra (%)", 1),
    Column("til (%)", 1),
)
_COUNTED = (Column("Besøg", 0),)
_LEFT_OUT = (Column("Ikke regnet med", 0),)
_PARTS = (Column("heraf holdt ude", 0), Column("heraf uden kendt tid", 0))
_MINUTES = (Column("Halvdelen inden for (minutter)", 0), Column("Ni ud af ti inden for (minutter)", 0))


def places_table(release: Release, code: str, period: Period) -> Table:
    """Return the promise in every municipality in alphabetical order, then the district."""
    places = (*municipality_codes(), DISTRICT)
    answers = [promise_answer(release, code, place, period) for place in places]
    asked, _ = promise(code)
    return Table(
        f"{asked.name}, {period.name}",
        (Column("Kommune"), *(_SHARE if asked.at_most is not None else _COUNTED), *_LEFT_OUT),
        tuple((answer.name, *_share_cells(answer), *_left_out_cell(answer.count)) for answer in answers),
        answers[0].source,
    )


def periods_table(release: Release, code: str, place: str, last: Period) -> Table:
    """Return the promise in one place, the newest period first: quarters, and where there are none the years."""
    asked, category = promise(code)
    kind: type[Quarter | Year] = Quarter if category.quarterly and asked.at_most is not None else Year
    counts = [
        count
        for count in shown_counts(release, code, place)
        if isinstance(count.period, kind) and count.period.last_day <= last.last_day
    ]
    answers = [promise_answer(release, code, place, count.period) for count in reversed(counts)]
    timed = asked.measured is Measured.VISIT and kind is Year
    return Table(
        f"{asked.name}, {area_name(place)}",
        (
            Column("Periode"),
            *(_SHARE if asked.at_most is not None else _COUNTED),
            *_LEFT_OUT,
            *(_MINUTES if timed else _PARTS),
        ),
        tuple(
            (
                answer.period.short_name,
                *_share_cells(answer),
                *_left_out_cell(answer.count),
                *(_minute_cells(answer.count) if timed else _part_cells(answer.count)),
            )
            for answer in answers
        ),
        answers[0].source if answers else "",
    )


def _share_cells(answer: PromiseAnswer) -> Sequence[Cell]:
    count, share = answer.count, answer.share
    if answer.promise.at_most is None:
        return (count.counted if count else None,)
    if count is None or share is None:
        return (None,) * len(_SHARE)
    return (count.kept, count.counted, 100 * share.value, 100 * share.low, 100 * share.high)


def _left_out_cell(count: PromiseCount | None) -> Sequence[Cell]:
    return (count.other if count else None,)


def _part_cells(count: PromiseCount | None) -> Sequence[Cell]:
    return (count.excluded, count.unknown) if count else (None, None)


def _minute_cells(count: PromiseCount | None) -> Sequence[Cell]:
    return (count.median_minutes, count.nine_tenths_minutes) if count else (None, None)


def late_visits_table(release: Release, code: str, period: Period, source: str) -> Table:
    """Return the visits of a period that came too late, by pseudonym. For the analysts' room alone."""
    quarters = [each.number for each in period.quarters] if isinstance(period, Year) else [period.number]
    rows = release.rows("late_visit", share=code, year=period.year, quarters=quarters)
    return Table(
        f"{LATE}, {period.name}",
        (Column("Sag"), Column("Kommune"), Column("Anmeldt"), Column("Timer til besøget", 1)),
        tuple(
            (incident, area_name(place), danish_date(reported.date()), seconds / SECONDS_IN_HOUR)
            for incident, place, reported, seconds in rows
        ),
        source,
    )

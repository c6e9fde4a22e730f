"""Counts over time as a picture: the line figure, its table, its finding in words."""

from functools import lru_cache

from markupsafe import Markup

from analysis.answers import Point, Series
from analysis.danish import interval, number
from analysis.figure_size import PAGE, FigureSize
from analysis.marks import notes, remark
from analysis.pictures import PICTURES_KEPT, Picture
from analysis.series_figure import series_figure
from analysis.shown_period import shown_period
from analysis.tables import Cell, Column, Table
from data.periods import Period, Year

READING = (
    "Hver prik er en periode, og linjen forbinder dem. Den store prik er den valgte periode; ringene er dem, den "
    "sammenlignes med. Et tal over figuren henviser til noten under den: et gråt felt er en tid, der ikke ligner "
    "andre, en stiplet linje er et brud, en blå linje er en indsats. Skravering og en hul prik viser et foreløbigt "
    "tal, som vokser endnu."
)
# An extract may lack an area altogether.
NO_NUMBERS = Markup('<p class="kb-note">Der er ingen tal at vise: de er ikke leveret.</p>')
READING_RANGE = " Det blå felt er det ventede område: 99 af 100 tal falder inden for det, når niveauet er uændret."
READING_MARKERS = " En tynd, hel linje er en indsats, der begynder eller slutter."
READING_FORECAST = " Den lodrette bjælke til højre er næste kvartal, hvis niveauet fortsætter."


@lru_cache(maxsize=PICTURES_KEPT)
def series_picture(
    series: Series, chosen: Period, compared: tuple[Period, ...] = (), size: FigureSize = PAGE
) -> Picture:
    """Return the series as a picture; `compared` are the periods that the chosen one is set against."""
    shown = shown_period(series, chosen)
    rings = {shown_period(series, period) for period in compared} - {shown}
    reading = READING
    if _has_range(series):
        reading += READING_RANGE
    if series.markers:
        reading += READING_MARKERS
    if series.forecast:
        reading += READING_FORECAST
    return Picture(
        figure=series_figure(series, shown, rings, size) if series.points else NO_NUMBERS,
        table=series_table(series),
        alt=_finding(series, shown),
        reading=reading,
        notes=notes(series),
    )


def without_a_dot(series: Series) -> str:
    """Return how many periods have no number: `9 af 10 år har ingen prik: ...`; empty when none, or when all."""
    missing = sum(point.count is None for point in series.points)
    if missing in {0, len(series.points)}:
        return ""
    unit = "år" if isinstance(series.points[0].period, Year) else "kvartaler"
    return f"{missing} af {len(series.points)} {unit} har ingen prik: tallet er ikke leveret, eller må ikke vises."


def series_table(series: Series) -> Table:
    """Return the series as a table, the newest period first, with the expected range where there is one."""
    ranged = _has_range(series)
    range_columns = (Column("Ventet fra", 0), Column("Ventet til", 0)) if ranged else ()
    return Table(
        title=f"{series.title}, {series.place}",
        columns=(Column("Periode"), Column("Antal", 0), *range_columns, Column("Bemærkning")),
        rows=tuple(_row(series, point, ranged) for point in reversed(series.points)),
        source=series.source,
    )


def _row(series: Series, point: Point, ranged: bool) -> tuple[Cell, ...]:
    limits: tuple[Cell, ...] = (point.low, point.high) if ranged else ()
    return (point.period.short_name, point.count, *limits, remark(series, point))


def _has_range(series: Series) -> bool:
    return any(point.low is not None for point in series.points)


def _finding(series: Series, chosen: Period) -> str:
    """Return what the figure shows, in words."""
    subject = f"{series.title}, {series.place}"
    known = [point for point in series.points if point.count is not None]
    if not known:
        return f"{subject}: ingen tal."
    highest = max(known, key=lambda point: point.count or 0)
    lowest = min(known, key=lambda point: point.count or 0)
    return " ".join(
        (
            f"Linjefigur. {subject}, {known[0].period.short_name} til {known[-1].period.short_name}.",
            *(f"{_said(point)}{_expected(point)}." for point in known if point.period == chosen),
            f"Højest {_said(highest)}, lavest {_said(lowest)}.",
        )
    )


def _said(point: Point) -> str:
    return f"{number(point.count)} i {point.period.short_name}{' (foreløbigt)' if point.provisional else ''}"


def _expected(point: Point) -> str:
    if point.low is None or point.high is None:
        return ""
    return f", ventet {interval(point.low, point.high)}"

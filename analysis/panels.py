"""Small multiples: one small curve for each place, each against its own history, as SVG that flows on any screen."""

from collections.abc import Sequence

from markupsafe import Markup

from analysis.answers import Point, Series
from analysis.danish import number
from analysis.marks import decimal_year
from analysis.pictures import Picture
from analysis.tables import Column, Table
from data.periods import Period

WIDTH, HEIGHT = 200, 56  # units of the drawing, not pixels: a panel fills its place
MARGIN = 5
LEAST_TOP = 4

READING = (
    "Hver lille figur er en kommune i alfabetisk orden med sin egen skala: den viser kommunens egen historie, ikke "
    "hvem der har flest. Prikken er den valgte periode. En lysere prik er et foreløbigt tal."
)


def panels(title: str, every: Sequence[Series], chosen: Period, highlighted: str) -> Picture:
    """Return the series as small multiples in the order given; `highlighted` is the name of the chosen place."""
    items = Markup("").join(_panel(series, chosen, series.place == highlighted) for series in every)
    return Picture(
        figure=Markup('<ul class="kb-panels">{}</ul>').format(items),
        table=_table(title, every),
        alt=_finding(title, every, chosen),
        reading=READING,
    )


def _panel(series: Series, chosen: Period, highlighted: bool) -> Markup:
    at = _point_at(series, chosen)
    return Markup(
        '<li class="{look}"><span class="kb-panel-name">{name}</span> <span class="kb-panel-count">{count}</span>'
        '<svg viewBox="0 0 {width} {height}" preserveAspectRatio="none" aria-hidden="true">{lines}{dot}</svg>'
        '<span class="kb-panel-span">{first}<span>{last}</span></span></li>'
    ).format(
        look="kb-panel kb-panel-chosen" if highlighted else "kb-panel",
        name=series.place,
        count=number(at.count if at else None),
        width=WIDTH,
        height=HEIGHT,
        lines=Markup("").join(Markup('<polyline points="{}"/>').format(run) for run in _runs(series)),
        dot=_dot(series, at),
        first=series.points[0].period.year,
        last=series.points[-1].period.year,
    )


def _runs(series: Series) -> list[str]:
    """Return the points of each unbroken run, as SVG wants them; a missing count leaves a gap."""
    runs: list[list[str]] = [[]]
    for point in series.points:
        if point.count is None:
            runs.append([])
        else:
            x, y = _place(series, point)
            runs[-1].append(f"{x:.1f},{y:.1f}")
    return [" ".join(run) for run in runs if run]


def _dot(series: Series, point: Point | None) -> Markup:
    if point is None or point.count is None:
        return Markup("")
    x, y = _place(series, point)
    # A zero-length line with round ends stays a circle when the drawing is stretched.
    look = "kb-dot kb-dot-provisional" if point.provisional else "kb-dot"
    return Markup('<path class="{}" d="M{:.1f},{:.1f}h0.01"/>').format(look, x, y)


def _place(series: Series, point: Point) -> tuple[float, float]:
    first = decimal_year(series.points[0].period.first_day)
    last = decimal_year(series.points[-1].period.first_day)
    across = (decimal_year(point.period.first_day) - first) / ((last - first) or 1)
    top = max(LEAST_TOP, *(other.count or 0 for other in series.points))
    return MARGIN + across * (WIDTH - 2 * MARGIN), HEIGHT - MARGIN - (point.count or 0) / top * (HEIGHT - 2 * MARGIN)


def _point_at(series: Series, period: Period) -> Point | None:
    return next((point for point in series.points if point.period == period), None)


def _table(title: str, every: Sequence[Series]) -> Table:
    """Return every count, a row for each period, the newest first."""
    periods = [point.period for point in every[0].points] if every else []
    counts = {(series.place, point.period): point.count for series in every for point in series.points}
    return Table(
        title=title,
        columns=(Column("Periode"), *(Column(series.place, 0) for series in every)),
        rows=tuple(
            (period.short_name, *(counts.get((series.place, period)) for series in every))
            for period in reversed(periods)
        ),
        source=every[0].source if every else "",
    )


def _finding(title: str, every: Sequence[Series], chosen: Period) -> str:
    counts = [(series.place, _point_at(series, chosen)) for series in every]
    said = "; ".join(f"{place} {number(point.count if point else None)}" for place, point in counts)
    return f"Små kurver, en for hver kommune. {title}. {chosen.short_name}: {said}."

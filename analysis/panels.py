"""Small multiples: one small curve for each place, against its own history, drawn so that they flow on any screen."""

import base64
from collections.abc import Callable, Sequence
from functools import lru_cache

from markupsafe import Markup

from analysis.answers import Point, Series
from analysis.danish import number
from analysis.marks import decimal_year
from analysis.palette import BLUE, BLUES, DARK
from analysis.pictures import PICTURES_KEPT, Picture
from analysis.series_figure import is_outside
from analysis.shown_period import shown_period
from analysis.tables import Column, Table
from data.periods import Period

WIDTH, HEIGHT = 200, 56  # units of the drawing, not pixels: a panel fills its place
MARGIN = 5
LEAST_TOP = 4
PALER_BLUE = BLUES[2]
# An image follows the reader's system by itself: the page's own rules do not reach into it.
_ON_DARK = "".join(f'[stroke="{each}"]{{stroke:{DARK[each]}}}' for each in (BLUE, PALER_BLUE))

READING = (
    "Hver lille figur er en kommune i alfabetisk orden med sin egen skala: den viser kommunens egen historie, ikke "
    "hvem der har flest. Prikken er den valgte periode; en lysere prik er et foreløbigt tal. En pil står ved et tal "
    "uden for det ventede område."
)


@lru_cache(maxsize=PICTURES_KEPT)
def panels(title: str, every: tuple[Series, ...], chosen: Period, highlighted: str) -> Picture:
    """Return the series as small multiples in the order given; `highlighted` is the name of the chosen place."""
    items = Markup("").join(_panel(series, chosen, series.place == highlighted) for series in every)
    return Picture(
        figure=Markup('<ul class="kb-panels">{}</ul>').format(items),
        table=_table(title, every),
        alt=_finding(title, every, chosen),
        reading=READING,
    )


def _panel(series: Series, chosen: Period, highlighted: bool) -> Markup:
    at = _point_at(series, shown_period(series, chosen))
    return Markup(
        '<li class="{look}"><span class="kb-panel-name">{name}</span> <span class="kb-panel-count">{count}</span>'
        '<img alt="" src="{curve}"></li>'
    ).format(
        look=_look(at, highlighted),
        name=series.place,
        count=_arrow(at) + number(at.count if at else None),
        curve=_curve(series, at),
    )


def _look(at: Point | None, highlighted: bool) -> str:
    outside = at is not None and is_outside(at)
    return "kb-panel" + (" kb-panel-chosen" if highlighted else "") + (" kb-panel-outside" if outside else "")


def _arrow(at: Point | None) -> str:
    """Return which side of its expected range a count is on: never a colour alone."""
    if at is None or at.count is None or at.high is None or not is_outside(at):
        return ""
    return "▲ " if at.count > at.high else "▼ "


def _curve(series: Series, at: Point | None) -> str:
    """Return the curve as an image of its own: Streamlit lets no SVG element through, an image it does."""
    lines = "".join(f'<polyline points="{run}"/>' for run in _runs(series))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none">'
        f"<style>*{{vector-effect:non-scaling-stroke;fill:none;stroke-linejoin:round;stroke-linecap:round}}"
        f"@media(prefers-color-scheme:dark){{{_ON_DARK}}}</style>"
        f'<g stroke="{BLUE}" stroke-width="1.6">{lines}</g>{_dot(series, at)}</svg>'
    )
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def _runs(series: Series) -> list[str]:
    """Return the points of each unbroken run, as SVG wants them; a missing or provisional count leaves a gap."""
    if not series.points:
        return []
    runs: list[list[str]] = [[]]
    place = _places(series)
    for point in series.points:
        if point.count is None or point.provisional:
            runs.append([])
        else:
            x, y = place(point)
            runs[-1].append(f"{x:.1f},{y:.1f}")
    return [" ".join(run) for run in runs if run]


def _dot(series: Series, point: Point | None) -> str:
    if point is None or point.count is None:
        return ""
    x, y = _places(series)(point)
    # A zero-length line with round ends stays a circle when the drawing is stretched.
    return f'<path d="M{x:.1f},{y:.1f}h0.01" stroke="{PALER_BLUE if point.provisional else BLUE}" stroke-width="8"/>'


def _places(series: Series) -> Callable[[Point], tuple[float, float]]:
    """Return what tells where in the drawing a point of this series stands."""
    first, last = (decimal_year(point.period.first_day) for point in (series.points[0], series.points[-1]))
    top = max(LEAST_TOP, *(point.count or 0 for point in series.points))

    def place(point: Point) -> tuple[float, float]:
        across = (decimal_year(point.period.first_day) - first) / ((last - first) or 1)
        up = (point.count or 0) / top
        return MARGIN + across * (WIDTH - 2 * MARGIN), HEIGHT - MARGIN - up * (HEIGHT - 2 * MARGIN)

    return place


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
    counts = [(series.place, _point_at(series, shown_period(series, chosen))) for series in every]
    said = "; ".join(f"{place} {number(point.count if point else None)}" for place, point in counts)
    return f"Små kurver, en for hver kommune. {title}. {chosen.short_name}: {said}."

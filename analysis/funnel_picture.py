"""The funnel: every municipality's ratio to what the rest of the district would give, with chance's own limits."""

from dataclasses import dataclass

import numpy as np
import plotly.graph_objects as go

from analysis.answers import Situation
from analysis.arrays import Floats
from analysis.danish import number
from analysis.figure_texts import funnel_sentence
from analysis.funnel import FunnelLimits, funnel_dispersion, funnel_limits
from analysis.funnel_labels import CORNERS, PHONE_LETTER, SIDES, axis_unit, funnel_range, label_sides, limit_places
from analysis.palette import BLUE, INK, MUTED, TEMPLATE
from analysis.pictures import Picture
from analysis.rates import expected_from_rest
from analysis.tables import Column, Table
from data.municipalities import municipality_codes

HEIGHT = 400
LINE_POINTS = 60
READING = (
    "Hver prik er en kommune. Til højre står de kommuner, hvor flest sager var ventet efter deres størrelse. 1 "
    "betyder: som resten af kredsen. Inden for de stiplede linjer ligger 95 af 100 tal ved tilfældigheder alene, "
    "inden for de optrukne 998 af 1.000. Figuren er ikke en rangliste: en lille kommune svinger mere end en stor."
)


@dataclass(frozen=True)
class Funnel:
    """The municipalities that have a number and a denominator: observed, expected from the rest, and the dispersion."""

    names: tuple[str, ...]
    observed: Floats
    expected: Floats
    dispersion: float

    @property
    def ratio(self) -> Floats:
        ratio: Floats = self.observed / self.expected
        return ratio


def funnel_of(answers: tuple[Situation, ...]) -> Funnel | None:
    """Return the funnel of one indicator and period; None where too few are known, or nothing is expected."""
    known = [
        (answer.name, answer.observed, answer.rate.denominator)
        for answer in answers
        if answer.question.municipality in municipality_codes() and answer.observed is not None and answer.rate
    ]
    if len(known) < 3 or sum(count for _, count, _ in known) == 0:
        return None
    observed = np.array([count for _, count, _ in known], dtype=np.float64)
    size = np.array([denominator for _, _, denominator in known], dtype=np.float64)
    expected = expected_from_rest(observed[:, None], size[:, None])
    if (expected <= 0).any():
        return None
    return Funnel(tuple(name for name, _, _ in known), observed, expected, funnel_dispersion(observed, expected))


def funnel_picture(title: str, source: str, funnel: Funnel) -> Picture:
    """Return the funnel drawn, its table in alphabetical order, and its finding in one sentence."""
    grid = limit_places(funnel.expected, LINE_POINTS)
    figure = go.Figure([*_limit_lines(grid, funnel_limits(grid, funnel.dispersion)), _dots(funnel)], _layout(funnel))
    columns = (Column("Kommune"), Column("Antal", 0), Column("Ventet efter størrelse", 1), Column("Forhold", 2))
    rows = tuple(
        (name, int(count), float(expected), float(ratio))
        for name, count, expected, ratio in zip(
            funnel.names, funnel.observed, funnel.expected, funnel.ratio, strict=True
        )
    )
    return Picture(figure, Table(title, columns, rows, source), finding(funnel), READING)


def finding(funnel: Funnel) -> str:
    """Return how many lie inside the 99.8 % limits, and which do not."""
    low, high = funnel_limits(funnel.expected, funnel.dispersion).ratio998
    above = [name for name, ratio, limit in zip(funnel.names, funnel.ratio, high, strict=True) if ratio > limit]
    below = [name for name, ratio, limit in zip(funnel.names, funnel.ratio, low, strict=True) if ratio < limit]
    return funnel_sentence(above, below, len(funnel.names), funnel.dispersion)


def _limit_lines(grid: Floats, limits: FunnelLimits) -> list[go.Scatter]:
    pairs = ((limits.ratio95, "dash"), (limits.ratio998, "solid"))
    return [
        go.Scatter(x=grid, y=limit, mode="lines", line={"color": MUTED, "width": 1.2, "dash": dash}, hoverinfo="skip")
        for pair, dash in pairs
        for limit in pair
    ]


def _dots(funnel: Funnel) -> go.Scatter:
    texts = [
        f"{name}: {number(count)}, ventet {number(expected, 1)}"
        for name, count, expected in zip(funnel.names, funnel.observed, funnel.expected, strict=True)
    ]
    return go.Scatter(
        x=funnel.expected,
        y=funnel.ratio,
        mode="markers+text",
        text=list(funnel.names),
        textposition=label_sides(funnel.names, funnel.expected, funnel.ratio, PHONE_LETTER, (*SIDES, *CORNERS)),
        textfont={"color": INK, "size": 12},
        marker={"color": BLUE, "size": 9},
        customdata=texts,
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )


def _layout(funnel: Funnel) -> go.Layout:
    (left, right), (low, high) = funnel_range(funnel.expected, funnel.ratio)
    return go.Layout(
        template=TEMPLATE,
        height=HEIGHT,
        xaxis={
            "title": {"text": "Ventet antal efter kommunens størrelse"},
            "range": [left, right],
            "dtick": axis_unit(right - left),
        },
        yaxis={"title": {"text": "Antal i forhold til ventet"}, "range": [low, high]},
        margin={"l": 60, "r": 16, "t": 16, "b": 52},
        shapes=[
            {"type": "line", "x0": 0, "x1": 1, "xref": "paper", "y0": 1, "y1": 1, "layer": "between"}
            | {"line": {"color": MUTED, "width": 1.5}}
        ],
    )

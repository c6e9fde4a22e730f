"""The way to 2030 as a picture: three-year sums and the path that halves from 2020 to 2030."""

from functools import lru_cache

import plotly.graph_objects as go

from analysis.danish import number
from analysis.goal_2030 import Goal, goal_sentences
from analysis.palette import BLUE, INK, TEMPLATE
from analysis.pictures import PICTURES_KEPT, Picture
from analysis.tables import Column, Table

HEIGHT = 300
HEADROOM = 1.15
READING = (
    "Hver prik er en sum af tre år, sat ved det sidste af dem. Den stiplede linje er vejen mod 2030: stedets eget "
    "niveau i 2017–2019, halveret fra 2020 til 2030. Et sted kan ligge over eller under linjen ved en tilfældighed."
)


@lru_cache(maxsize=PICTURES_KEPT)
def goal_picture(goal: Goal, source: str) -> Picture:
    """Return the sums and the path of one place."""
    return Picture(
        figure=_figure(goal),
        table=Table(
            f"Vejen mod 2030, {goal.name}",
            (Column("Tre år til og med"), Column("Dræbte og alvorligt tilskadekomne", 0), Column("Vejen mod 2030", 1)),
            tuple((str(point.year), point.observed, point.path) for point in reversed(goal.points)),
            source,
        ),
        alt=f"Linjefigur. Vejen mod 2030, {goal.name}. {goal_sentences(goal)[0]}",
        reading=READING,
    )


def _figure(goal: Goal) -> go.Figure:
    observed = [(point.year, point.observed) for point in goal.points if point.observed is not None]
    path = [(point.year, point.path) for point in goal.points if point.path is not None]
    highest = max((value for _, value in (*observed, *path)), default=1)
    sums = {
        "type": "scatter",
        "x": [year for year, _ in observed],
        "y": [severe for _, severe in observed],
        "mode": "lines+markers",
        "line": {"color": BLUE, "width": 2},
        "marker": {"size": 7, "color": BLUE},
        "customdata": [f"{year - 2}–{year}: {number(severe)}" for year, severe in observed],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    way = {
        "type": "scatter",
        "x": [year for year, _ in path],
        "y": [value for _, value in path],
        "mode": "lines",
        "line": {"color": INK, "width": 2, "dash": "dash"},
        "hoverinfo": "skip",
    }
    end = {"x": path[-1][0], "y": path[-1][1], "text": f"vejen mod 2030: <b>{number(path[-1][1])}</b>"}
    years = [year for year, _ in (*observed, *path)]
    return go.Figure(
        [sums, way],
        {
            "template": TEMPLATE,
            "height": HEIGHT,
            "xaxis": {"tickvals": list(range(min(years), max(years) + 1, 2)), "tickformat": "d", "tickangle": 0},
            "yaxis": {"range": [0, highest * HEADROOM], "nticks": 6, "tickformat": ",d"},
            "annotations": [
                # Below its end: the path falls, so that the words never stand on it.
                {**end, "showarrow": False, "font": {"color": INK}, "xanchor": "right", "yanchor": "top", "yshift": -6}
            ],
        },
    )

"""The choropleth of the district's municipalities: polygons of our own, no tiles, nothing fetched."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import combinations

import numpy as np
import plotly.graph_objects as go

from analysis.answers import Situation
from analysis.arrays import Floats
from analysis.danish import enumeration, number
from analysis.figure_size import PAGE, FigureSize
from analysis.map_classes import MapClass, map_classes
from analysis.palette import INK, LINE, MUTED, PALE_GREY, TEMPLATE
from analysis.pictures import PICTURES_KEPT, Picture
from analysis.situation_table import situation_table
from data.borders import border_rings, municipality_borders

EDGE = 1_500  # metres of air around the district
LEAST_CORNERS = 20  # a smaller piece is an islet; one far out at sea must not make the whole map small
# A letter and a line, of the text's size; and how often names that cover each other are moved apart.
LETTER_WIDTH, LINE_HEIGHT = 0.52, 1.15
STEPS_APART = 20
PHONE_WIDTH = 300  # pixels of a map on a phone; the same names are drawn there
GAP = (np.nan, np.nan)

HATCHING = {"shape": "/", "fgcolor": MUTED, "size": 8, "solidity": 0.15}

READING = (
    "Kortet viser kommunerne i kredsen; den valgte har sort kant. Farven viser {scale}. Skraverede kommuner har "
    "foreløbige tal. En stor kommune ses mere end en lille, men tæller ikke mere: se tabellen."
)


@lru_cache(maxsize=PICTURES_KEPT)
def municipality_map(
    title: str,
    situations: tuple[Situation, ...],
    chosen: str,
    height: int,
    named: bool,
    size: FigureSize = PAGE,
) -> Picture:
    """Return the municipalities coloured by verdict or rate; `chosen` is outlined, `named` writes the names."""
    classes = map_classes([each for each in situations if each.question.municipality in border_rings()])
    traces = [_areas(each) for each in classes]
    if chosen in border_rings():
        traces.append(_outline(chosen))
    if named:
        traces.append(_names(height, size))
    return Picture(
        figure=go.Figure(traces, map_frame(height, _unit(situations), size)),
        table=situation_table(title, situations),
        alt=_finding(title, classes, situations),
        reading=READING.format(scale=_scale(situations)),
    )


def _areas(each: MapClass) -> go.Scatter:
    x, y = _path(each.members)
    return go.Scatter(
        x=x,
        y=y,
        fill="toself",
        fillcolor=each.colour,
        fillpattern={**HATCHING, "bgcolor": each.colour} if each.hatched else None,
        mode="lines",
        line={"color": LINE, "width": 1.2},
        name=each.label,
        hoverinfo="skip",
    )


def _outline(code: str) -> go.Scatter:
    x, y = _path([code])
    return go.Scatter(x=x, y=y, mode="lines", line={"color": INK, "width": 2.4}, showlegend=False, hoverinfo="skip")


def _names(height: int, size: FigureSize) -> go.Scatter:
    borders = municipality_borders()
    places = borders.geometry.representative_point()
    names = borders["name"].tolist()
    west, south, east, north = _bounds()
    metres = max((north - south) / height, (east - west) / PHONE_WIDTH if size == PAGE else 0)  # of one pixel
    widths = [len(name) * size.note * LETTER_WIDTH * metres for name in names]
    return go.Scatter(
        x=places.x.tolist(),
        y=spread(places.x.tolist(), places.y.tolist(), widths, size.note * LINE_HEIGHT * metres),
        mode="text",
        text=names,
        textfont={"size": size.note, "color": INK},
        showlegend=False,
        hoverinfo="skip",
    )


def spread(across: Sequence[float], up: Sequence[float], widths: Sequence[float], line: float) -> list[float]:
    """Return the heights at which names of these widths stand, moved apart where two would cover each other."""
    found = list(up)
    for _ in range(STEPS_APART):
        for one, other in combinations(range(len(found)), 2):
            beside = abs(across[one] - across[other]) < (widths[one] + widths[other]) / 2
            missing = line - abs(found[one] - found[other])
            if beside and missing > 0:
                higher, lower = (one, other) if found[one] >= found[other] else (other, one)
                found[higher] += missing / 2
                found[lower] -= missing / 2
    return found


def _path(codes: Iterable[str]) -> tuple[Floats, Floats]:
    """Return the rings of these municipalities end to end, a gap (NaN) between them."""
    pieces = [np.array([*ring, GAP]) for code in codes for ring in border_rings()[code]]
    x, y = np.concatenate(pieces)[:-1].T
    return x, y


@cache
def _bounds() -> tuple[float, float, float, float]:
    rings = [ring for pieces in border_rings().values() for ring in pieces if len(ring) >= LEAST_CORNERS]
    points = [point for ring in rings for point in ring]
    eastings, northings = zip(*points, strict=True)
    return min(eastings) - EDGE, min(northings) - EDGE, max(eastings) + EDGE, max(northings) + EDGE


def municipality_ground() -> go.Scatter:
    """Return every municipality's area in one quiet colour, for what is drawn over it."""
    x, y = _path(border_rings())
    look = {"fill": "toself", "fillcolor": PALE_GREY, "line": {"width": 0}}
    return go.Scatter(x=x, y=y, mode="lines", showlegend=False, hoverinfo="skip", **look)


def municipality_outlines() -> go.Scatter:
    """Return every municipality's border, to be drawn over something else."""
    x, y = _path(border_rings())
    return go.Scatter(x=x, y=y, mode="lines", line={"color": MUTED, "width": 1}, showlegend=False, hoverinfo="skip")


def map_frame(height: int, unit: str = "", size: FigureSize = PAGE) -> go.Layout:
    """Return the frame of a map of the district; `unit` heads its legend."""
    west, south, east, north = _bounds()
    return go.Layout(
        template=TEMPLATE,
        height=height,
        font={"size": size.text},
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        showlegend=True,
        legend={
            "orientation": "h",
            "x": 0,
            "y": 0,
            "yanchor": "top",
            "font": {"size": size.text - 1},
            "itemclick": False,
            "title": {"text": unit, "side": "top"},
        },
        xaxis={"visible": False, "range": [west, east]},
        yaxis={"visible": False, "range": [south, north], "scaleanchor": "x", "rangemode": "normal"},
    )


def _scale(situations: Sequence[Situation]) -> str:
    if any(situation.expected for situation in situations):
        return "vurderingen i perioden"
    return f"antal {_unit(situations)}" if _unit(situations) else "ingen tal"


def _unit(situations: Sequence[Situation]) -> str:
    """Return what the colours measure; empty when they are verdicts or nothing."""
    if any(situation.expected for situation in situations):
        return ""
    return next((situation.rate.unit for situation in situations if situation.rate), "")


def _finding(title: str, classes: Sequence[MapClass], situations: Sequence[Situation]) -> str:
    names = {situation.question.municipality: situation.name for situation in situations}
    said = "; ".join(f"{each.label}: {enumeration([names[code] for code in each.members])}" for each in classes)
    district = [situation for situation in situations if situation.question.municipality not in border_rings()]
    whole = "".join(f" {situation.name}: {number(situation.observed)}." for situation in district)
    return f"Kort over {len(border_rings())} kommuner. {title}, {_scale(situations)}. {said}.{whole}"

"""What was explored as a picture: a line of the sum, and a table of every column; marked as internal throughout."""

from functools import lru_cache

import plotly.graph_objects as go

from analysis.danish import enumeration, number
from analysis.explore import EVERY_PLACE, Asked, Explored
from analysis.explore_spans import Span, Step
from analysis.figure_size import PAGE
from analysis.marks import decimal_year
from analysis.palette import BLUE, TEMPLATE
from analysis.pictures import PICTURES_KEPT, Picture
from analysis.reasons import ONLY_DISTRICT
from analysis.tables import Column, Table
from data.attributes import ATTRIBUTES
from data.catalogue import CATEGORIES, Unit
from data.municipalities import DISTRICT, area_name

INTERNAL = "Intern: må ikke deles med kredsrådet."
NOT_JUDGED = (
    "Tallene er eksakte og ikke vurderet: enkelte måneder og små grupper svinger af sig selv. Hvad der skiller sig ud, "
    "står på Signaler."
)
NO_MONTHS = "Et kendetegn er talt pr. kvartal, så måneder vises som kvartaler."
NOT_CROSSED = "Kendetegn kan ikke krydses: udgaven tæller hvert for sig."
NOTHING = "Der er intet lukket tidsrum at vise: kategorien er ikke leveret."
READING = (
    "Hver prik er et lukket tidsrum, og linjen forbinder dem; den er summen af det valgte. Et hul i linjen er et "
    "tidsrum, der ikke er leveret for alle de valgte kommuner; uoplyst kommune tælles med, hvor den er leveret. "
    "Tabellen har en søjle for hvert sted eller hver gruppe."
)
HEADROOM, LEAST_TOP = 1.1, 4


def explore_title(found: Explored) -> str:
    """Return the newest sum and what it is of."""
    known = [(span, total) for span, total in zip(found.spans, found.totals, strict=True) if total is not None]
    if not known:
        return f"{_what(found.asked)}: ingen tal"
    span, total = known[-1]
    return f"{_what(found.asked)}: {number(total)} i {span.name}"


def explore_notes(asked: Asked) -> tuple[str, ...]:
    """Return what a reader must know of these counts."""
    category = CATEGORIES[asked.category]
    cases = category.unit is Unit.CASES
    unit = "anmeldelser (forhold)" if cases and asked.attribute else "sager" if cases else "anmeldelser"
    notes = [NOT_JUDGED, f"Der tælles {unit}.", *([ONLY_DISTRICT] if category.district_only else [])]
    if asked.attribute:
        notes += [NO_MONTHS] if asked.step is Step.MONTH else []
        notes.append(NOT_CROSSED)
    return tuple(notes)


@lru_cache(maxsize=PICTURES_KEPT)
def explore_picture(found: Explored, source: str) -> Picture:
    """Return the sum as a line, with every column in its table."""
    return Picture(figure=_figure(found), table=explore_table(found, source), alt=_finding(found), reading=READING)


def explore_table(found: Explored, source: str) -> Table:
    """Return a row for each period, the newest first: every column, and their sum where there are several."""
    several = len(found.columns) > 1
    total = (Column("I alt", 0),) if several else ()
    rows = [
        (span.name, *counts, *((sum_,) if several else ()))
        for span, counts, sum_ in zip(found.spans, found.counts, found.totals, strict=True)
    ]
    columns = (Column("Periode"), *(Column(name, 0) for name in found.columns), *total)
    return Table(f"Intern. {_what(found.asked)}", columns, tuple(reversed(rows)), f"{source}. {INTERNAL}")


def _what(asked: Asked) -> str:
    """Return `Indbrud i beboelse, Helsingør og Gribskov, metode: vindue`."""
    whole = set(asked.places) == set(EVERY_PLACE)
    places = area_name(DISTRICT) if whole else enumeration([area_name(place) for place in asked.places])
    parts = [CATEGORIES[asked.category].name, places]
    if asked.attribute:
        attribute = ATTRIBUTES[asked.attribute]
        group = next((each.label.lower() for each in attribute.ladder[0] if each.code == asked.group), "alle grupper")
        parts.append(f"{attribute.name.lower()}: {group}")
    return ", ".join(parts)


def _finding(found: Explored) -> str:
    known = [(span, total) for span, total in zip(found.spans, found.totals, strict=True) if total is not None]
    if not known:
        return f"{_what(found.asked)}: ingen tal."
    (high_span, high), (low_span, low) = (pick(known, key=lambda each: each[1]) for pick in (max, min))
    return (
        f"Linjefigur. {explore_title(found)}. Højest {number(high)} i {high_span.name}, lavest {number(low)} i "
        f"{low_span.name}. {INTERNAL}"
    )


def _figure(found: Explored) -> go.Figure:
    line = go.Scatter(
        x=[_place(span) for span in found.spans],
        y=list(found.totals),
        mode="lines+markers",
        connectgaps=False,
        line={"color": BLUE, "width": PAGE.line},
        marker={"size": PAGE.dot - 1, "color": BLUE},
        customdata=[f"{span.name}: {number(total)}" for span, total in zip(found.spans, found.totals, strict=True)],
        hovertemplate="%{customdata}<extra></extra>",
    )
    top = max(LEAST_TOP, *(total or 0 for total in found.totals), 0) * HEADROOM
    layout = {
        "template": TEMPLATE,
        "height": PAGE.height,
        "font": {"size": PAGE.text},
        "xaxis": {"tickformat": "d", "tickangle": 0},
        "yaxis": {"range": [0, top], "nticks": 6, "tickformat": ",d"},
    }
    return go.Figure([line], layout)


def _place(span: Span) -> float:
    """Return where a period stands on the axis of years: in its middle."""
    first, last = span.months[0].first_day, span.months[-1].last_day
    return (decimal_year(first) + decimal_year(last)) / 2

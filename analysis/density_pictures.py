"""Near repeats and hot cells in words, tables and a map that is drawn here. For police analysts alone."""

from collections.abc import Sequence
from functools import lru_cache

import plotly.graph_objects as go

from analysis.danish import number, percent
from analysis.hot_cells import MAPPED_SHARE, Accuracy, Densities
from analysis.hotspots import LEAST_DWELLINGS, PERMUTATIONS
from analysis.maps import map_frame, municipality_ground, municipality_outlines
from analysis.near_repeats import Repeats
from analysis.palette import EMPTY, FULL_ORANGE, PALE_ORANGE
from analysis.pictures import PICTURES_KEPT, Picture
from analysis.repeats import LEAST_POINTS, NEAR_DAYS, NEAR_METRES, NearRepeat
from analysis.tables import Column, Table
from data.cells import centre, side

HEIGHT = 520
SIGNIFICANT = 0.05
SMALLEST_TOLD = 0.001  # what 999 permutations could tell too
WITHIN = f"{number(NEAR_METRES)} meter og {number(NEAR_DAYS)} dage"
TOO_FEW = f"Der er under {LEAST_POINTS} sager med kendt sted, så nærgentagelser kan ikke vurderes her."
NO_DWELLINGS = (
    "Tætheder kræver boliger pr. felt: indlæs boliger_pr_celle.csv sammen med udtrækket, og udgiv igen. Felter på 1 km "
    f"med under {LEAST_DWELLINGS} boliger regnes ikke med."
)
READING_MAP = (
    "Hvert felt er 1 km. Gi* sammenligner feltet og dets naboer med hele kredsen, målt i sager pr. bolig over tre år. "
    "Mørke felter er tætte, også når der tages højde for, at hundredvis af felter er prøvet (Benjamini-Hochberg, "
    f"10 %; {number(PERMUTATIONS)} ombytninger). Lyse felter er over det, ét felt for sig ville vise ved "
    "tilfældigheder; de fleste af dem er tilfældige. Kortet er til internt brug."
)


def near_repeat_title(found: Repeats, place: str, when: str) -> str:
    """Return the finding as a heading."""
    test = found.test
    if test is None or test.ratio is None:
        return f"Nærgentagelser kan ikke vurderes: {place}, {when}"
    if test.p_permuted > SIGNIFICANT:
        return f"Ingen tydelige nærgentagelser: {place}, {when}"
    return f"{number(test.ratio, 1)} gange så mange nærgentagelser som ved tilfældighed: {place}, {when}"


def near_repeat_texts(found: Repeats) -> tuple[str, ...]:
    """Return what was counted, and how sure it is."""
    test = found.test
    if test is None or test.ratio is None:
        return (TOO_FEW,)
    return (
        f"{number(test.pairs)} par af sager ligger inden for {WITHIN} af hinanden. {number(test.expected, 1)} var "
        "ventet, hvis sted og tid intet havde med hinanden at gøre. "
        f"{number(found.same_cell)} af parrene ligger i samme felt på 100 meter (gentagelse), "
        f"{number(test.pairs - found.same_cell)} i nabolaget.",
        f"{_how_sure(test)} Afstand og dage er valgt på forhånd. {number(found.points)} sager har et kendt sted; dagen "
        "er den sidste, hvor det kan være sket.",
    )


def _how_sure(test: NearRepeat) -> str:
    p = test.p_permuted
    if test.drawn:
        return (
            f"Ved {number(test.drawn)} tilfældige ombytninger af tiderne var {percent(p, 1)} mindst lige så høje "
            f"(p = {number(p, 3)})."
        )
    told = f"p = {number(p, 3)}" if p >= SMALLEST_TOLD else f"p < {number(SMALLEST_TOLD, 3)}"
    return (
        f"Så mange eller flere ville tilfældige ombytninger af tiderne give med sandsynligheden {told} (parrene er så "
        "mange, at normalfordelingen bruges i stedet for at bytte om)."
    )


def repeat_table(found: Repeats, title: str, source: str) -> Table:
    """Return how many cells of 100 m had one case, two, and so on: counts of cells, never a cell."""
    cases = sum(times * cells for times, cells in found.cells)
    rows = tuple(
        (f"{number(times)} {'sag' if times == 1 else 'sager'}", cells, times * cells, 100 * times * cells / cases)
        for times, cells in found.cells
    )
    columns = (Column("I samme felt på 100 meter"), Column("Felter", 0), Column("Sager", 0), Column("Andel (%)", 1))
    return Table(title, columns, rows, source)


def accuracy_text(accuracy: Accuracy | None) -> str:
    """Return how the map of the years before did."""
    if accuracy is None or accuracy.index is None:
        return "Kortets træfsikkerhed kan ikke regnes ud: årene før eller året selv har ingen sager med kendt sted."
    share = percent(accuracy.cases / accuracy.all_cases)
    return (
        f"Ville kortet have ramt? De {percent(MAPPED_SHARE)} tætteste felter i {accuracy.first}–{accuracy.last} "
        f"({number(accuracy.cells)} af {number(accuracy.of)}) rummede {number(accuracy.cases)} af "
        f"{number(accuracy.all_cases)} sager i {accuracy.year} ({share}): {number(accuracy.index, 1)} gange så mange, "
        "som deres areal giver (PAI). 1 er som at pege tilfældigt."
    )


def density_title(found: Densities) -> str:
    """Return the finding as a heading."""
    when = f"{found.first}–{found.last}"
    if not found.hot:
        return f"Ingen felter er sikkert tættere end resten af kredsen, {when}"
    number_of = f"{number(len(found.hot))} {'felt' if len(found.hot) == 1 else 'felter'}"
    return f"{number_of} på 1 km er tættere end resten af kredsen, {when}"


@lru_cache(maxsize=PICTURES_KEPT)
def density_map(title: str, found: Densities, source: str) -> Picture:
    """Return the cells on a map, and the raised ones as a table."""
    hot = [each.cell for each in found.raised if each.hot]
    unsure = [each.cell for each in found.raised if not each.hot]
    classes = (
        (f"Ikke tættere (mindst {LEAST_DWELLINGS} boliger)", EMPTY, list(found.others)),
        ("Måske tættere, måske tilfældigt", PALE_ORANGE, unsure),
        ("Sikkert tættere", FULL_ORANGE, hot),
    )
    traces = [_squares(*each) for each in classes if each[2]]
    return Picture(
        figure=go.Figure([municipality_ground(), *traces, municipality_outlines()], map_frame(HEIGHT)),
        table=_table(title, found, source),
        alt=f"Kort. {density_title(found)}. {number(len(unsure))} felter mere er usikre.",
        reading=READING_MAP,
    )


def _squares(label: str, colour: str, cells: Sequence[str]) -> go.Scatter:
    x: list[float | None] = []
    y: list[float | None] = []
    for cell in cells:
        (east, north), half = centre(cell), side(cell) / 2
        x += [east - half, east + half, east + half, east - half, east - half, None]
        y += [north - half, north - half, north + half, north + half, north - half, None]
    look = {"fill": "toself", "fillcolor": colour, "line": {"color": "#ffffff", "width": 0.5}}
    return go.Scatter(x=x[:-1], y=y[:-1], mode="lines", name=label, hoverinfo="skip", **look)


def _table(title: str, found: Densities, source: str) -> Table:
    columns = (
        Column("Felt"),
        Column("Sager på tre år", 0),
        Column("Boliger", 0),
        Column("z", 2),
        Column("q", 3, probability=True),
        Column("Vurdering"),
    )
    rows = tuple(
        (each.cell, each.cases, each.dwellings, each.z, each.q, "Sikkert tættere" if each.hot else "Usikker")
        for each in found.raised
    )
    return Table(title, columns, rows, source)

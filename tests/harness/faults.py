"""What may not be seen on a page. Each function returns the faults it found, in words; an empty list is good."""

import io
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Page
from shapely import Point

from data.borders import municipality_borders
from tests.harness.visitor import Visitor
from tests.harness.words import english_words_in

LANGUAGE = "da"
SEVERE = ("serious", "critical")

# Points on a side of the grid that a municipality's ground is probed in, and the share of them that must be painted:
# names, borders and hatching may lie over some, but an unpainted municipality shows the page at nearly all.
PROBES = 24
PAINTED_SHARE = 0.9
# The palest class differs from the page by more than this in some colour channel (0-255); screenshots by less.
COLOUR_STEP = 6
# Metres inside the border, so that a neighbour's or the outline's pixels are not taken for the municipality's.
INSIDE = 300


def faults(visitor: Visitor) -> list[str]:
    """Return everything wrong with the page as it stands, but for what axe-core looks for."""
    page = visitor.page
    found = {
        "left the machine": visitor.outside,
        "broke": visitor.errors,
        "shows a failure": asked(page, "broken"),
        "is in English": english(page),
        "scrolls sideways": asked(page, "sideways"),
        "speaks": [] if asked(page, "language") == LANGUAGE else [asked(page, "language")],
        "unpainted": unpainted_municipalities(page),
    }
    return [f"{page.url} {what}: {each}" for what, several in found.items() for each in several]


def english(page: Page) -> list[str]:
    """Return the English words in view or in what is read aloud, each with the text around it."""
    pieces: list[str] = [piece for text in asked(page, "words") for piece in text.splitlines()]
    return [f"{word} in »{piece}«" for piece in dict.fromkeys(pieces) for word in english_words_in(piece)]


def inaccessible(page: Page) -> list[str]:
    """Return the serious and critical violations of axe-core's rules, with the element each was found on."""
    violations = Axe().run(page).response["violations"]
    severe = [violation for violation in violations if violation["impact"] in SEVERE]
    return [f"{each['id']}: {node['html'][:200]} {node['failureSummary']}" for each in severe for node in each["nodes"]]


def hard_to_read(page: Page) -> list[str]:
    """Return what a reader stumbles over: texts over each other in a chart, words cut off, words on two lines."""
    found = {"is crowded": asked(page, "crowded"), "cuts": asked(page, "cut"), "divides": asked(page, "divided")}
    return [f"{page.url} {what}: {each}" for what, several in found.items() for each in several]


def headings_out_of_order(page: Page) -> list[str]:
    """Return what is wrong with the headings: not one first among them, or a level left out."""
    levels: list[int] = asked(page, "headings")
    skipped = [f"h{one} then h{next_}" for one, next_ in pairwise(levels) if next_ > one + 1]
    return skipped if levels[:1] == [1] and levels.count(1) == 1 else [f"headings {levels}", *skipped]


def unpainted_municipalities(page: Page) -> list[str]:
    """Return the municipalities that show the page through, for every map in view of the page."""
    return [f"map {at}: {name}" for at in range(len(maps(page))) for name in unpainted_on(page, at)]


def unpainted_on(page: Page, at: int) -> list[str]:
    """Return the names of the municipalities whose ground is not painted on map number `at`."""
    page.locator(".js-plotly-plot").nth(maps(page)[at]["index"]).scroll_into_view_if_needed()
    chart = maps(page)[at]
    screen = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    bare = screen.getpixel((int(chart["left"]) + 2, int(chart["top"]) + 2))
    return [name for name, ground in probes().items() if painted_share(screen, chart, ground, bare) < PAINTED_SHARE]


def maps(page: Page) -> list[dict[str, Any]]:
    """Return the charts whose axes span the whole district in metres: those are the maps."""
    grounds = [point for ground in probes().values() for point in ground]
    return [
        chart
        for chart in asked(page, "charts")
        if all(spans(chart["x"], p.x) and spans(chart["y"], p.y) for p in grounds)
    ]


def spans(axis: Mapping[str, Any], value: float) -> bool:
    """Return whether a coordinate lies on the axis."""
    low, high = sorted((axis["from"], axis["to"]))
    return bool(low <= value <= high)


def painted_share(screen: Image.Image, chart: Mapping[str, Any], ground: Iterable[Point], bare: object) -> float:
    """Return the share of the points on the ground that are not the colour of the bare page."""
    colours = [screen.getpixel(on_screen(chart, point)) for point in ground]
    return sum(differ(colour, bare) for colour in colours) / len(colours)


def on_screen(chart: Mapping[str, Any], point: Point) -> tuple[int, int]:
    """Return the pixel where a place in metres is drawn."""
    x, y = chart["x"], chart["y"]
    across = x["at"] + x["per"] * (point.x - x["from"])
    return int(chart["left"] + across), int(chart["top"] + y["at"] + y["per"] * (point.y - y["from"]))


def differ(one: Any, other: Any) -> bool:
    """Return whether two colours can be told apart."""
    return bool(max(abs(a - b) for a, b in zip(one, other, strict=True)) >= COLOUR_STEP)


@cache
def probes() -> Mapping[str, list[Point]]:
    """Return municipality name -> points well inside its border (EPSG:25832)."""
    borders = municipality_borders()
    return {name: probes_in(area.buffer(-INSIDE)) for name, area in zip(borders["name"], borders.geometry, strict=True)}


def probes_in(area: Any) -> list[Point]:
    """Return the points of an even grid that lie in the area."""
    west, south, east, north = area.bounds
    steps = [(step + 0.5) / PROBES for step in range(PROBES)]
    grid = [Point(west + (east - west) * i, south + (north - south) * j) for i in steps for j in steps]
    return [point for point in grid if area.contains(point)]


def asked(page: Page, question: str) -> Any:
    """Return the page's answer to one of the questions in faults.js."""
    return page.evaluate(f"() => {(Path(__file__).parent / 'faults.js').read_text(encoding='utf-8')}.{question}()")

"""From a choice to the painted page in a real browser, beside an empty Streamlit page in the same run."""

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, sync_playwright

from data.municipalities import municipality_codes
from tests.bench.figures import Goal, p95, tell
from tests.bench.serving import ROOT
from tests.harness.server import served
from tests.harness.visitor import BROWSER_LOCALE, Visitor, launched, visiting

# Each period is opened anew and walked through, so that no choice is one that the server has answered before.
PERIODS = ("2025K4", "2024K2", "2023K1")
STEPS = 12
EMPTY_APP = Path(__file__).with_name("empty_app.py")
NEXT_REPAINT = Path(__file__).with_name("repaint.js").read_text(encoding="utf-8")


def measure_repaint(home: Path, rows: int, page: str) -> None:
    """Tell how long a choice takes on the heaviest page, and that beside the empty page."""
    with TemporaryDirectory() as bare, sync_playwright() as playwright:
        chromium = launched(playwright)
        context = chromium.new_context(locale=BROWSER_LOCALE)
        # A folder without settings: the empty page runs as Streamlit comes.
        with (
            served(EMPTY_APP, Path(bare), home / "empty.log") as empty,
            served(ROOT / "app.py", ROOT, home / "server.log", {"KREDSBLIK_HOME": str(home)}) as server,
        ):
            nothing, ours = repaints(context, empty.url, f"{server.url}/{page}")
        chromium.close()
    compared = f"empty page p95 {p95(nothing):.0f} ms, median {median(nothing):.0f} ms"
    detail = f"median {median(ours):.0f} ms on {page or '/'}; {compared}"
    tell(f"repaint_p95@{rows}", p95(ours), "ms", detail=detail)
    tell(f"repaint_p95_against_empty@{rows}", p95(ours) / p95(nothing), "x", Goal("<=", 3.0), detail)


def repaints(context: BrowserContext, *urls: str) -> tuple[list[float], ...]:
    """Return the milliseconds of each repaint of each page, measured in turns."""
    times: tuple[list[float], ...] = tuple([] for _ in urls)
    for period in PERIODS:
        for url, taken in zip(urls, times, strict=True):
            # From the first municipality of the list: the next one is always there.
            taken += walk(context, f"{url}?periode={period}&kommune={municipality_codes()[0]}")
    return times


def walk(context: BrowserContext, url: str) -> list[float]:
    """Open a page and choose one municipality after the other; return the milliseconds of each repaint."""
    with visiting(context) as visitor:
        visitor.visit(url)
        choose_next(visitor)  # the first choice loads what later ones have
        return [choose_next(visitor) for _ in range(STEPS - 1)]


def choose_next(visitor: Visitor) -> float:
    """Choose the next municipality with the keyboard; return the milliseconds until it is painted."""
    page = visitor.page
    box = page.get_by_role("combobox").first
    before = box.input_value()
    box.press("ArrowDown")
    page.get_by_role("listbox").wait_for()
    # Opening the list already steps to the next entry in some lists, and only points at the chosen one in others.
    if page.locator(f"[id='{box.get_attribute('aria-activedescendant')}']").inner_text() == before:
        box.press("ArrowDown")
    measured = page.evaluate_handle(f"() => ({{answer: ({NEXT_REPAINT})()}})")
    page.keyboard.press("Enter")
    milliseconds = float(measured.evaluate("each => each.answer"))
    if box.input_value() == before:
        raise RuntimeError(f"Nothing was chosen after »{before}«.")
    return milliseconds

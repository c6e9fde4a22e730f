"""Every page for everyone: in the dark, enlarged, by keyboard alone, and on paper."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from pypdf import PageObject, PdfReader

from data.municipalities import area_name, municipality_codes
from tests.harness.faults import asked, headings_out_of_order, inaccessible
from tests.harness.server import Server
from tests.harness.visitor import PHONE, TABLE, Visitor, visiting

CHOICE = "kommune=217&periode=2025K4"

# A window of 1280 x 1024 enlarged to 200 and to 400 % (WCAG 2.1, 1.4.4 and 1.4.10).
ENLARGED = ((640, 360), (320, 256))

# A page that is longer on paper is not printed, it is searched.
MOST_SHEETS = 12

# Each of these takes one to two seconds a page: the full run looks at all of them.
SOME_PAGES = slice(0, None, 5)
SOME_OR_ALL = pytest.mark.parametrize(
    "some", [SOME_PAGES, pytest.param(slice(None), marks=pytest.mark.full)], ids=["some", "all"]
)

# A Tab further than this along a page has gone round.
MOST_TABS = 120
LEAST_OUTLINE = 3


@SOME_OR_ALL
@pytest.mark.parametrize("size", [TABLE, pytest.param(PHONE, marks=pytest.mark.full)], ids=["table", "phone"])
def test_a_page_can_be_read_in_the_dark_and_has_its_headings_in_order(
    dashboard: Server, browser: BrowserContext, pages: list[str], size: tuple[int, int], some: slice
) -> None:
    found = []
    with visiting(browser, size) as person:
        person.page.emulate_media(color_scheme="dark")
        for path in pages[some]:
            person.visit(f"{dashboard.url}{path}?{CHOICE}")
            assert "Kredsblik" in person.page.title()
            faults = inaccessible(person.page) + headings_out_of_order(person.page)
            found += [f"{path} {each}" for each in faults]
    assert found == []


@SOME_OR_ALL
def test_a_page_can_be_enlarged_four_times(
    dashboard: Server, browser: BrowserContext, pages: list[str], some: slice
) -> None:
    found = []
    with visiting(browser, ENLARGED[0]) as person:
        for path in pages[some]:
            person.visit(f"{dashboard.url}{path}?{CHOICE}")
            for width, height in ENLARGED:
                person.page.set_viewport_size({"width": width, "height": height})
                person.settle()
                faults = asked(person.page, "sideways") + [f"cut off: {each}" for each in asked(person.page, "cut")]
                found += [f"{path} {width}: {each}" for each in faults]
    assert found == []


@SOME_OR_ALL
def test_a_page_prints_on_white_with_its_choices_and_its_footer(
    dashboard: Server, browser: BrowserContext, pages: list[str], tmp_path: Path, some: slice
) -> None:
    with visiting(browser, TABLE) as person:
        person.page.emulate_media(color_scheme="dark")
        for path in pages[some]:
            person.visit(f"{dashboard.url}{path}?{CHOICE}")
            sheets = printed(person.page, tmp_path / "page.pdf")
            text = " ".join(sheet.extract_text() for sheet in sheets)
            assert 1 <= len(sheets) <= MOST_SHEETS, path
            assert all(says_what_it_is(sheet) for sheet in sheets), path
            assert "4. kvt. 2025" in text or "4. kvartal 2025" in text, path
            assert dark_on_paper(person.page) == [], path


def test_the_small_curves_of_all_municipalities_are_on_one_sheet(
    dashboard: Server, browser: BrowserContext, tmp_path: Path
) -> None:
    with visiting(browser, TABLE) as person:
        person.visit(f"{dashboard.url}/sammenligning?{CHOICE}")
        texts = [sheet.extract_text() for sheet in printed(person.page, tmp_path / "page.pdf")]
        (curves,) = [text.split("Udvikling i hver kommune")[1] for text in texts if "Udvikling i hver kommune" in text]
        assert [name for name in map(area_name, municipality_codes()) if name not in curves] == []


def test_the_overview_is_one_sheet_with_what_it_cannot_say(
    dashboard: Server, browser: BrowserContext, tmp_path: Path
) -> None:
    with visiting(browser, TABLE) as person:
        person.visit(f"{dashboard.url}/?{CHOICE}")
        (sheet,) = printed(person.page, tmp_path / "page.pdf")
        assert "Det kan tallene ikke sige" in sheet.extract_text()


def printed(page: Page, file: Path) -> list[PageObject]:
    """Return the sheets of the page as it is printed."""
    page.pdf(path=file, prefer_css_page_size=True, print_background=True)
    return list(PdfReader(file).pages)


def says_what_it_is(sheet: PageObject) -> bool:
    """Return whether the line at its foot names place, release and number, and the sheet has more than that line."""
    text = sheet.extract_text()
    line = re.search(r"\d+ / \d+.* · Kredsblik · Helsingør · .* · Udgave #\w+", text)
    return line is not None and len(text) > len(line[0]) + 1


def dark_on_paper(page: Page) -> list[str]:
    """Return what would be printed on a dark ground, all unfolded, or reaches past the sheet's edge."""
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid="stMain"] *')].filter(e => {
          const {width, height} = e.getBoundingClientRect();
          const [r, g, b, a = 1] = getComputedStyle(e).backgroundColor.match(/[\\d.]+/g).map(Number);
          return e.checkVisibility() && width * height > 20000 && a > .5 && Math.min(r, g, b) < 128;
        }).map(e => e.outerHTML.slice(0, 120))"""
    )
    page.emulate_media(media="null", color_scheme="dark")
    return found


@pytest.mark.parametrize("path", ["/indbrud", "/sammenligning"])
def test_the_keyboard_reaches_everything_and_is_seen(dashboard: Server, visitor: Visitor, path: str) -> None:
    visitor.visit(f"{dashboard.url}{path}?{CHOICE}")
    stops = tabbed(visitor.page)
    assert [stop for stop in stops if stop["outline"] < LEAST_OUTLINE] == []
    names = " | ".join(str(stop["name"]) for stop in stops)
    wanted = ["Gå til indholdet", "Overblik", "Mere", "Analytiker", "Kommune", "Periode", "Sammenlign med"]
    for name in [*wanted, "Vis som tabel", "Sådan læses figuren", "Hent tal", "Tilgængelighedserklæring"]:
        assert name in names, names


def tabbed(page: Page) -> list[dict[str, Any]]:
    """Return what the Tab key stops at, from the top of the page to its end."""
    stops: list[dict[str, Any]] = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        stop = asked(page, "focus")
        if stop["body"]:
            break
        stops.append(stop)
    return stops


def test_the_keyboard_alone_operates_everything(dashboard: Server, visitor: Visitor) -> None:
    page = visitor.page
    visitor.visit(f"{dashboard.url}/indbrud?{CHOICE}")
    period = page.get_by_role("combobox", name="Periode")
    period.focus()
    page.keyboard.press("ArrowDown")
    page.get_by_role("listbox").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: CHOICE not in url)
    visitor.settle()
    page.locator("summary", has_text="Vis som tabel").first.focus()
    page.keyboard.press("Enter")
    page.locator(".kb-table").first.wait_for()
    visitor.settle()
    numbers = page.get_by_role("button", name="Hent tal (CSV)").first
    numbers.focus()
    visitor.settle()  # a run that the fold has asked for may put the button in place anew
    with page.expect_download() as download:
        numbers.press("Enter")
    assert download.value.suggested_filename.endswith(".csv")
    page.locator("[data-testid=stTopNavSection]").first.focus()
    page.keyboard.press("Enter")
    for _ in walked(page.get_by_role("menuitem"), "Præsentation"):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: urlsplit(url).path == "/praesentation")
    visitor.settle()
    before = page.locator(".kb-slide-place").inner_text()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("before => document.querySelector('.kb-slide-place')?.innerText !== before", arg=before)
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: urlsplit(url).path == "/")


def walked(items: Locator, wanted: str) -> Iterator[str]:
    """Yield each item of an open menu that has the focus before the wanted one has."""
    items.first.wait_for()
    for _ in range(items.count()):
        expect(items.page.locator("[role=menuitem]:focus")).to_be_visible()
        name = items.page.locator("[role=menuitem]:focus").inner_text()
        if wanted in name:
            return
        yield name
    raise AssertionError(f"{wanted} is not reached")


def test_nothing_moves_for_a_reader_who_asks_for_rest(dashboard: Server, visitor: Visitor) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.visit(f"{dashboard.url}/indbrud?{CHOICE}")
    moving = visitor.page.evaluate(
        "() => [...document.querySelectorAll('*')].map(e => getComputedStyle(e))"
        ".filter(s => Math.max(...[s.transitionDuration, s.animationDuration].map(t => parseFloat(t))) > 0.01).length"
    )
    assert moving == 0

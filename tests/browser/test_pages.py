"""Every page of the dashboard, as the council sees it: at the table, on a phone, unfolded, where there is nothing."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import duckdb
import pytest
from playwright.sync_api import BrowserContext

from data.catalogue import AREAS
from data.municipalities import municipality_codes
from tests.harness.faults import english, faults, hard_to_read, inaccessible, maps
from tests.harness.server import Server, served
from tests.harness.visitor import PHONE, TABLE, Visitor, menu, visiting

ROOT = Path(__file__).resolve().parents[2]

# What stands in the address: a place and a period, each choice the first of its kind.
CHOICES = {
    "the district, last closed quarter": "kommune=kreds&periode=2025K4",
    "a municipality, last closed quarter": "kommune=217&periode=2025K4",
    "a closed year": "kommune=157&periode=2025",
    "the open quarter, provisional": "kommune=kreds&periode=2026K1",
    "the first quarter, with nothing before it": "kommune=190&periode=2016K1",
}
# What is not offered is answered by what is, and a message: that is the same on every page.
NOT_OFFERED = {
    "the unknown place": "kommune=998&periode=2025K4",
    "a period that does not exist": "kommune=217&periode=2031K9",
}
PAGES_FOR_WHAT_IS_NOT_OFFERED = 5

PAGES_WITH_A_MAP = ("/", "/sammenligning")


@pytest.fixture(scope="module")
def nothing(demo_home: Path) -> str:
    """A choice for which an area's number is 0: a municipality and a closed quarter without one incident."""
    release = (demo_home / "releases" / "CURRENT").read_text().strip()
    headlines = [code for area in AREAS.values() for code in area.headline]
    with duckdb.connect(str(demo_home / "releases" / release / "published.duckdb"), read_only=True) as connection:
        row = connection.execute(
            "SELECT municipality, year, quarter FROM count_quarter WHERE count = 0 AND state = 'final'"
            " AND list_contains($headlines, category) AND list_contains($municipalities, municipality) ORDER BY ALL",
            {"headlines": headlines, "municipalities": list(municipality_codes())},
        ).fetchone()
    assert row is not None
    return f"kommune={row[0]}&periode={row[1]}K{row[2]}"


def opened(visitor: Visitor) -> Visitor:
    """Unfold everything that is folded: tables, and how a figure is read."""
    visitor.page.evaluate("document.querySelectorAll('details:not([open]) > summary').forEach(each => each.click())")
    visitor.settle()
    return visitor


def walk(context: BrowserContext, server: Server, pages: list[str], choice: str) -> Iterator[Visitor]:
    """Open the first page with a choice and go on by the menu: the choice is kept from page to page.

    A page that is not in the menu for this choice is opened by its link.
    """
    offered = menu(context, f"{server.url}?{choice}")
    with visiting(context, TABLE) as person:
        person.visit(f"{server.url}{pages[0]}?{choice}")
        chosen = urlsplit(person.page.url).query
        yield person
        for path in pages[1:]:
            if path in offered:
                person.follow(path)
                assert chosen in person.page.url
            else:
                person.visit(f"{server.url}{path}?{chosen}")
            yield person


@pytest.mark.parametrize("choice", CHOICES.values(), ids=CHOICES)
def test_every_page_shows_every_choice(
    dashboard: Server, browser: BrowserContext, pages: list[str], choice: str
) -> None:
    assert [each for visitor in walk(browser, dashboard, pages, choice) for each in faults(visitor)] == []


@pytest.mark.parametrize("choice", NOT_OFFERED.values(), ids=NOT_OFFERED)
def test_what_is_not_offered_is_answered_by_what_is(
    dashboard: Server, browser: BrowserContext, pages: list[str], choice: str
) -> None:
    some = pages[:PAGES_FOR_WHAT_IS_NOT_OFFERED]
    assert [each for visitor in walk(browser, dashboard, some, choice) for each in faults(visitor)] == []


def test_every_page_shows_nothing_as_nothing(
    dashboard: Server, browser: BrowserContext, pages: list[str], nothing: str
) -> None:
    assert [each for visitor in walk(browser, dashboard, pages, nothing) for each in faults(visitor)] == []


@pytest.mark.parametrize("size", [TABLE, PHONE], ids=["table", "phone"])
def test_every_page_opens_by_its_link_and_is_whole_when_all_is_unfolded(
    dashboard: Server, browser: BrowserContext, pages: list[str], size: tuple[int, int]
) -> None:
    found = []
    for path in pages:
        with visiting(browser, size) as person:
            person.visit(f"{dashboard.url}{path}?{CHOICES['a municipality, last closed quarter']}")
            found += faults(opened(person)) + inaccessible(person.page) + hard_to_read(person.page)
    assert found == []


@pytest.mark.parametrize("path", PAGES_WITH_A_MAP)
def test_the_map_is_there_to_be_looked_at(dashboard: Server, visitor: Visitor, path: str) -> None:
    visitor.visit(f"{dashboard.url}{path}?{CHOICES['the district, last closed quarter']}")
    assert len(maps(visitor.page)) == 1


@pytest.mark.parametrize("path", PAGES_WITH_A_MAP)
def test_a_choice_is_danish_while_it_is_made(dashboard: Server, visitor: Visitor, path: str) -> None:
    visitor.visit(f"{dashboard.url}{path}?{CHOICES['the district, last closed quarter']}")
    choices = visitor.page.get_by_role("combobox")
    for at in range(choices.count()):
        choices.nth(at).press("ArrowDown")
        visitor.page.get_by_role("listbox").wait_for()
        assert english(visitor.page) == []
        visitor.page.keyboard.press("Escape")


def test_the_first_visit_to_a_fresh_server_may_be_by_a_link(demo_home: Path, visitor: Visitor, tmp_path: Path) -> None:
    with served(ROOT / "app.py", ROOT, tmp_path / "log", {"KREDSBLIK_HOME": str(demo_home)}) as fresh:
        visitor.visit(f"{fresh.url}/om-tallene")
        visitor.page.get_by_role("dialog").wait_for(state="hidden")
        assert urlsplit(visitor.page.url).path == "/om-tallene"
        visitor.visit(f"{fresh.url}/findes-ikke")
        visitor.page.get_by_role("dialog").wait_for(state="visible")
        assert urlsplit(visitor.page.url).path == "/"

"""The watchers themselves: nothing to say about a good page, and every kind of fault is seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.harness.faults import faults, inaccessible
from tests.harness.server import Server, served
from tests.harness.visitor import Visitor, visiting

ROOT = Path(__file__).resolve().parents[2]

# What is put into the good page, and what is then said about it.
HTML_FAULTS = {
    '<img src="http://192.0.2.1/kort.png" alt="Kort">': "left the machine: http://192.0.2.1/kort.png",
    "<p>Loading the figures</p>": "is in English: the in »Loading the figures«",
    '<div role="img" aria-label="Municipality map"></div>': "is in English: municipality in »Municipality map«",
    '<p title="Show more">Hej</p>': "is in English: show in »Show more«",
    '<svg width="99" height="20"><text y="15">October</text></svg>': "is in English: october in »October«",
    '<p style="width: 2000px; background: #ddd">Hej</p>': "scrolls sideways: p ends at",
    '<p style="position: fixed; left: 90vw; width: 50vw; background: #ddd">Hej</p>': "scrolls sideways: p ends at",
    '<p data-testid="stException">Hej</p>': "shows a failure: Hej",
}
SCRIPT_FAULTS = {
    "console.error('brudt')": "broke: console: brudt",
    "setTimeout(() => { throw new Error('brudt') })": "broke: page error: brudt",
    "new WebSocket('ws://192.0.2.1/')": "left the machine: ws://192.0.2.1/",
    "document.documentElement.lang = 'en'": "speaks: en",
}
UNREADABLE = {
    '<p style="color: #aaa; background: #fff">Hej</p>': "color-contrast",
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">': "image-alt",
}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    log = tmp_path_factory.mktemp("faulty") / "server.log"
    with served(Path(__file__).with_name("faulty_app.py"), ROOT, log, {"PYTHONPATH": str(ROOT)}) as server:
        yield server


@pytest.fixture(scope="module")
def good(app: Server, browser: BrowserContext) -> Iterator[Visitor]:
    with visiting(browser) as person:
        person.visit(app.url)
        yield person


@pytest.fixture
def spoiled(good: Visitor) -> Iterator[Visitor]:
    yield good
    good.outside.clear()
    good.errors.clear()
    good.page.evaluate("document.getElementById('fault')?.remove(); document.documentElement.lang = 'da'")


def put(visitor: Visitor, html: str) -> None:
    visitor.page.locator("[data-testid=stMain] [data-testid=stVerticalBlock]").first.evaluate(
        "(e, html) => e.insertAdjacentHTML('beforeend', `<div id='fault'>${html}</div>`)", html
    )
    visitor.settle()


def test_a_good_page_has_no_faults(good: Visitor) -> None:
    assert faults(good) == []
    assert inaccessible(good.page) == []


@pytest.mark.parametrize(("html", "said"), HTML_FAULTS.items())
def test_a_fault_is_seen(spoiled: Visitor, html: str, said: str) -> None:
    put(spoiled, html)
    assert [found for found in faults(spoiled) if said in found]


@pytest.mark.parametrize(("script", "said"), SCRIPT_FAULTS.items())
def test_a_fault_of_a_script_is_seen(spoiled: Visitor, script: str, said: str) -> None:
    spoiled.page.evaluate(f"() => {{ {script} }}")
    spoiled.settle()
    assert [found for found in faults(spoiled) if said in found]


@pytest.mark.parametrize(("html", "rule"), UNREADABLE.items())
def test_what_not_everyone_can_read_is_seen(spoiled: Visitor, html: str, rule: str) -> None:
    put(spoiled, html)
    assert any(found.startswith(rule) for found in inaccessible(spoiled.page))


@pytest.mark.parametrize(
    ("fault", "said"), [("unpainted", "unpainted: map 0: Helsingør"), ("exception", "shows a failure")]
)
def test_a_fault_of_the_server_is_seen(app: Server, visitor: Visitor, fault: str, said: str) -> None:
    visitor.visit(f"{app.url}/?fault={fault}")
    assert [found for found in faults(visitor) if said in found]

"""The presentation at the meeting: driven by keys, in large type on every screen, and safe to leave on in a break."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, expect

from analysis.meeting_questions import questions_asked
from tests.harness.faults import english, faults, inaccessible
from tests.harness.server import Server, served
from tests.harness.visitor import PHONE, TABLE, Visitor, visiting

ROOT = Path(__file__).resolve().parents[2]
PROJECTOR, UHD = (1920, 1080), (3840, 2160)
AT = "praesentation?kommune=217&periode=2025K4"

# Sizes as they are seen: what is drawn larger as a whole counts by how much larger it is.
SEEN_SIZES = """() => {
  const size = element => parseFloat(getComputedStyle(element).fontSize);
  const written = element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const plot = document.querySelector('.st-key-kb-slide .js-plotly-plot');
  const larger = plot ? plot.getBoundingClientRect().width / plot.offsetWidth : 1;
  const texts = [...document.querySelectorAll('.st-key-kb-slide .js-plotly-plot text')]
    .filter(text => text.textContent.trim());
  const slide = document.querySelector('.st-key-kb-slide').getBoundingClientRect();
  const shown = [...document.querySelectorAll('.st-key-kb-slide :is(p, h1, h2, li, span, .js-plotly-plot, text)')]
    .filter(e => e.checkVisibility() && e.getBoundingClientRect().width > 0);
  return {
    message: size(document.querySelector('.kb-slide-message')),
    chart: Math.min(...texts.map(text => size(text) * larger)),
    words: Math.min(...shown.filter(e => !e.closest('svg') && written(e)).map(size)),
    outside: shown.filter(e => {
      const box = e.getBoundingClientRect();
      return box.right > slide.right + 1 || box.bottom > slide.bottom + 1;
    }).map(e => e.outerHTML.slice(0, 120)),
    overlapping: (() => {
      const line = document.querySelector('.kb-slide-bottom').getBoundingClientRect();
      return shown.filter(e => !e.closest('.kb-slide-bottom, .js-plotly-plot, .kb-slide-cover, .st-key-kb-ask')
        && e.getBoundingClientRect().bottom > line.top + 1).map(e => e.outerHTML.slice(0, 120));
    })(),
  };
}"""


def seen_sizes(visitor: Visitor) -> dict[str, Any]:
    found: dict[str, Any] = visitor.page.evaluate(SEEN_SIZES)
    return found


def place(visitor: Visitor) -> str:
    return visitor.page.locator(".kb-slide-place").inner_text().split(" / ")[0]


def pressed(visitor: Visitor, key: str, then: str) -> None:
    """Press a key and wait until the slide with this number is shown."""
    visitor.page.keyboard.press(key)
    expect(visitor.page.locator(".kb-slide-place")).to_have_text(f"{then} / {total(visitor)}")
    visitor.settle()


def total(visitor: Visitor) -> int:
    return visitor.page.locator(".st-key-kb-slide-numbers input[type=radio]").count()


@pytest.mark.parametrize("size", [TABLE, PROJECTOR, UHD], ids=["shared window", "projector", "4K"])
def test_every_slide_is_large_and_whole_on_every_screen(
    dashboard: Server, browser: BrowserContext, size: tuple[int, int]
) -> None:
    larger = size[0] / TABLE[0]
    with visiting(browser, size) as person:
        person.visit(f"{dashboard.url}/{AT}")
        for number in range(1, total(person) + 1):
            if number > 1:
                pressed(person, "ArrowRight", str(number))
            found = seen_sizes(person)
            assert found["message"] >= 40 * larger
            assert found["chart"] is None or found["chart"] >= 18 * larger - 0.01
            assert found["words"] >= 18 * larger - 0.01
            assert (found["outside"], found["overlapping"]) == ([], [])
            assert faults(person) == []


def test_the_keys_go_back_and_forth_and_the_address_follows(dashboard: Server, visitor: Visitor) -> None:
    visitor.visit(f"{dashboard.url}/{AT}")
    for key, then in [
        ("ArrowRight", "2"), (" ", "3"), ("PageDown", "4"), ("ArrowLeft", "3"), ("PageUp", "2"), ("Home", "1"),
        ("ArrowLeft", "1"), ("End", str(total(visitor))), ("ArrowRight", str(total(visitor))),
    ]:  # fmt: skip
        pressed(visitor, key, then)
        assert parse_qs(urlsplit(visitor.page.url).query)["slide"] == [then]
    visitor.page.keyboard.press("Home")
    for _ in range(3):
        visitor.page.keyboard.press("PageDown")  # faster than slides are drawn: none is lost
    expect(visitor.page.locator(".kb-slide-place")).to_have_text(f"4 / {total(visitor)}")


def test_a_link_sent_to_those_on_teams_opens_the_same_slide_on_the_same_release(
    dashboard: Server, browser: BrowserContext, visitor: Visitor
) -> None:
    visitor.visit(f"{dashboard.url}/{AT}")
    pressed(visitor, "ArrowRight", "2")
    with visiting(browser, PHONE) as listener:
        listener.visit(visitor.page.url)
        assert place(listener) == "2"
        for part in (".kb-slide-message", ".kb-slide-bottom > span:not(.kb-badge)"):
            assert listener.page.locator(part).inner_text() == visitor.page.locator(part).inner_text()
        assert faults(listener) == []


def test_nothing_but_the_slide_is_on_the_screen_and_escape_leads_out(dashboard: Server, visitor: Visitor) -> None:
    visitor.visit(f"{dashboard.url}/{AT}")
    for chrome in ("[data-testid=stHeader]", ".st-key-kb-choices", ".kb-footer", ".st-key-kb-brand a"):
        expect(visitor.page.locator(chrome)).to_be_hidden()
    assert inaccessible(visitor.page) == []
    visitor.page.keyboard.press("Escape")
    visitor.page.wait_for_url(lambda url: urlsplit(url).path == "/")
    visitor.settle()
    expect(visitor.page.locator("[data-testid=stHeader]")).to_be_visible()
    assert "kommune=217&periode=2025K4" in visitor.page.url


def test_a_key_hides_every_number_and_brings_them_back(dashboard: Server, visitor: Visitor) -> None:
    visitor.visit(f"{dashboard.url}/{AT}&slide=2")
    for key in ("s", ".", "b"):
        visitor.page.keyboard.press(key)
        assert visitor.page.locator(".st-key-kb-slide").inner_text().split("\n")[0] == "Tallene er skjult"
        assert not any(sign.isdigit() for sign in visitor.page.inner_text("body"))
        visitor.page.keyboard.press("ArrowRight")
        visitor.page.keyboard.press("ArrowLeft")
        assert not any(sign.isdigit() for sign in visitor.page.inner_text("body"))
        visitor.page.keyboard.press(key)
        expect(visitor.page.locator(".kb-slide-message")).to_be_visible()
    visitor.page.get_by_role("button", name="Skjul tal").click()
    visitor.page.get_by_role("button", name="Vis tallene igen").click()
    expect(visitor.page.locator(".kb-slide-message")).to_be_visible()


@pytest.mark.parametrize("path", [AT, "?kommune=217"])
def test_streamlits_own_single_keys_do_nothing(dashboard: Server, visitor: Visitor, path: str) -> None:
    visitor.visit(f"{dashboard.url}/{path}")
    for key in ("c", "r", "C", "R"):
        visitor.page.keyboard.press(key)
        assert visitor.page.locator("[data-testid=stApp]").get_attribute("data-test-script-state") == "notRunning"
        assert visitor.page.get_by_role("dialog").count() == 0
    assert english(visitor.page) == []


@pytest.fixture(scope="module")
def own_dashboard(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path]]:
    """A dashboard that may be written to, on the demo district's releases."""
    home = tmp_path_factory.mktemp("writable")
    (home / "releases").symlink_to(demo_home / "releases", target_is_directory=True)
    with served(ROOT / "app.py", ROOT, home / "server.log", {"KREDSBLIK_HOME": str(home)}) as server:
        yield server, home


def test_a_question_is_noted_on_the_spot_and_answered_from_the_list(
    own_dashboard: tuple[Server, Path], visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, home = own_dashboard
    visitor.visit(f"{server.url}/{AT}&slide=3")
    visitor.page.keyboard.press("q")
    visitor.page.keyboard.type("Hvor mange er cyklister? sc r .")  # keys that mean something are only letters here
    visitor.page.get_by_role("button", name="Gem spørgsmålet").click()
    expect(visitor.page.locator(".kb-message")).to_contain_text("på analytikerens liste")
    assert place(visitor) == "3"
    visitor.page.keyboard.press("Escape")
    expect(visitor.page.locator(".st-key-kb-ask")).to_be_hidden()
    pressed(visitor, "ArrowRight", "4")
    monkeypatch.setenv("KREDSBLIK_HOME", str(home))
    (entry,) = questions_asked()
    assert entry.content.text == "Hvor mange er cyklister? sc r ."
    assert "kommune=217&periode=2025K4" in entry.content.link and entry.content.link.endswith("slide=3")
    visitor.visit(f"{server.url}/spoergsmaal")
    visitor.page.get_by_role("link", name="Åbn visningen").click()
    expect(visitor.page.locator(".kb-slide-place")).to_contain_text("3 /")

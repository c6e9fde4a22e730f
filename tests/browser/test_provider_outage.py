"""The provider is gone while people are signed in: they go on, whoever comes is told so, and nothing typed is lost."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.browser.rooms import served_with_sign_in
from tests.harness.faults import english, inaccessible
from tests.harness.server import HOST, Server, free_port
from tests.harness.session import status_of
from tests.harness.sign_in import provider
from tests.harness.visitor import PATIENCE_MS, SETTLED, launched

PORT = free_port()
TYPED = "Skrevet, mens loginnet var nede"
TOLD = "jeres login svarer ikke"


@pytest.fixture
def port() -> int:
    """Where the provider is, when it is there."""
    return free_port()


@pytest.fixture
def server(demo_home: Path, tmp_path: Path, port: int) -> Iterator[Server]:
    own = tmp_path / "analyse"
    own.mkdir()
    shutil.copytree(demo_home / "releases", own / "releases")
    with served_with_sign_in(own, "analyse", f"http://{HOST}:{port}") as started:
        yield started


@pytest.fixture
def person(playwright: Playwright) -> Iterator[BrowserContext]:
    started = launched(playwright)
    context = started.new_context()
    context.set_default_timeout(PATIENCE_MS)
    yield context
    started.close()


def at_the_provider(page: Page) -> None:
    page.get_by_role("button", name="analytiker", exact=True).click()


def told_it_is_gone(page: Page) -> None:
    page.get_by_role("link", name="Log ind").click()
    expect(page.get_by_text(TOLD)).to_be_visible()
    assert english(page) == [] and inaccessible(page) == []


def test_who_is_in_goes_on_and_who_comes_is_told(server: Server, person: BrowserContext, port: int) -> None:
    page, newcomer = person.new_page(), person.browser.new_context().new_page()  # type: ignore[union-attr]
    with ExitStack() as first_time:
        first_time.enter_context(provider(port))
        page.goto(f"{server.url}/ret-registeret")
        page.get_by_role("link", name="Log ind").click()
        at_the_provider(page)
        page.wait_for_function(SETTLED)
    note = page.get_by_label("Note", exact=True)
    note.fill(TYPED)
    note.blur()
    page.wait_for_url("**kladde=**")
    newcomer.goto(f"{server.url}/signaler")
    told_it_is_gone(newcomer)
    (own,) = [each["value"] for each in person.cookies() if each["name"] == "_streamlit_user"]
    assert status_of(server, "/auth/logout", own) in (302, 307)  # the same end as when it runs out
    note.fill(f"{TYPED}.")
    note.blur()
    with person.expect_page() as opened:
        page.get_by_role("alertdialog").get_by_role("link", name="Log ind igen").click()
    expect(opened.value.get_by_text(TOLD)).to_be_visible()
    with provider(port):
        opened.value.get_by_role("link", name="Log ind").click()
        at_the_provider(opened.value)
        expect(opened.value.get_by_role("heading", name="Du er logget ind")).to_be_visible()
        page.get_by_role("alertdialog").wait_for(state="detached")
        page.wait_for_function(SETTLED)
        expect(note).to_have_value(f"{TYPED}.")
        newcomer.get_by_role("link", name="Log ind").click()
        at_the_provider(newcomer)
        expect(newcomer).to_have_url(f"{server.url}/signaler")

"""Signing in and out in a real browser, at a real provider, as a mayor and an analyst do."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, WebSocket, expect

from tests.browser.rooms import Rooms, cookie
from tests.harness.faults import english, inaccessible
from tests.harness.outbound import wished
from tests.harness.server import Server
from tests.harness.session import status_of
from tests.harness.visitor import PATIENCE_MS, SETTLED, launched

DEEP = "/indbrud?kommune=217&periode=2025K2&sammenlign=tre_aar"


@pytest.fixture(scope="module")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    started = launched(playwright)
    yield started
    started.close()


@pytest.fixture
def person(chromium: Browser) -> Iterator[BrowserContext]:
    """Somebody's browser that has been nowhere."""
    context = chromium.new_context()
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()


def signed_in(page: Page, server: Server, name: str, path: str) -> None:
    """Follow a link, and sign in at the provider that one is sent to."""
    page.goto(server.url + path)
    page.get_by_role("link", name="Log ind").click()
    page.get_by_role("button", name=name, exact=True).click()


def user_cookie(page: Page) -> str:
    (found,) = [each["value"] for each in page.context.cookies() if each["name"] == "_streamlit_user"]
    return found


def test_a_mayor_signs_in_comes_to_what_she_asked_for_and_signs_out(rooms: Rooms, person: BrowserContext) -> None:
    page = person.new_page()
    page.goto(rooms.council.url + DEEP)
    assert page.title() == "Log ind · Kredsblik"
    assert english(page) == [] and inaccessible(page) == []
    signed_in(page, rooms.council, "borgmester", DEEP)
    page.wait_for_function(SETTLED)
    for part in re.split(r"[?&]", DEEP):
        assert part in page.url
    line = page.locator(".st-key-kb-visitor")
    assert re.fullmatch(r"Borgmester \(borgmester, adgang til kl\. \d\d\.\d\d\) Log ud", line.inner_text())
    copied = user_cookie(page)
    line.get_by_role("link", name="Log ud").click()
    page.get_by_role("button").click()  # the provider asks whether to end its own session as well
    expect(page).to_have_title("Log ind · Kredsblik")
    assert not [each for each in person.cookies() if each["name"].startswith("_streamlit_user")]
    assert status_of(rooms.council, "/", copied) == 401
    page.go_back()
    page.goto(rooms.council.url + DEEP)
    assert page.title() == "Log ind · Kredsblik"


@pytest.mark.parametrize(("name", "told"), [("fremmed", "har ingen rolle"), ("begge", "som ikke passer sammen")])
def test_who_has_no_one_role_is_told_so(rooms: Rooms, person: BrowserContext, name: str, told: str) -> None:
    page = person.new_page()
    signed_in(page, rooms.council, name, "/moedepakker?pakke=2026K1-217")
    expect(page).to_have_title("Ingen adgang · Kredsblik")
    expect(page.get_by_text(told)).to_be_visible()
    assert english(page) == [] and inaccessible(page) == []


def test_a_mayor_does_not_come_into_the_analysts_room(rooms: Rooms, person: BrowserContext) -> None:
    page = person.new_page()
    signed_in(page, rooms.analysts, "borgmester", "/ret-registeret")
    expect(page.get_by_text("Dette rum er for politiet")).to_be_visible()


def test_what_is_typed_when_the_sign_in_ends_is_kept(rooms: Rooms, person: BrowserContext) -> None:
    own = cookie(rooms.analysts, "analytiker")
    person.add_cookies([{"name": "_streamlit_user", "value": own, "url": rooms.analysts.url}])
    page = person.new_page()
    sockets: list[WebSocket] = []
    page.on("websocket", lambda socket: sockets.append(socket))
    page.goto(rooms.analysts.url + "/ret-registeret")
    page.wait_for_function(SETTLED)
    note = page.get_by_label("Note", exact=True)
    note.fill("Skrevet, mens adgangen udløb")
    assert status_of(rooms.analysts, "/auth/logout", own) in (302, 307)  # the same end as when it runs out
    note.blur()
    notice = page.get_by_role("alertdialog")
    notice.wait_for()
    assert english(page) == []
    with person.expect_page() as opened:
        notice.get_by_role("link", name="Log ind igen").click()
    opened.value.get_by_role("button", name="analytiker", exact=True).click()
    expect(opened.value.get_by_role("heading", name="Du er logget ind")).to_be_visible()
    notice.wait_for(state="detached")
    page.wait_for_function(SETTLED)
    assert note.input_value() == "Skrevet, mens adgangen udløb"
    note.press("End")
    note.type(".")
    with sockets[-1].expect_event("framereceived"):
        note.blur()
    page.wait_for_function(SETTLED)
    page.reload()
    page.wait_for_function(SETTLED)
    assert note.input_value() == "Skrevet, mens adgangen udløb."


def test_while_people_sign_in_and_out_nobody_but_the_provider_is_asked(rooms: Rooms, person: BrowserContext) -> None:
    page = person.new_page()
    signed_in(page, rooms.council, "kommune", DEEP)
    page.wait_for_function(SETTLED)
    page.locator(".st-key-kb-visitor").get_by_role("link", name="Log ud").click()
    page.get_by_role("button").click()
    expect(page).to_have_title("Log ind · Kredsblik")
    assert [wished(log) for log in rooms.asked] == [[], []]  # the provider is on this machine

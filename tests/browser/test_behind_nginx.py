"""The council's room as it is run: two processes behind nginx with the shipped configuration, in a real browser."""

import http.client
import signal
import ssl
from collections.abc import Iterator
from contextlib import closing
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright

from tests.harness.council_room import Room, council_room
from tests.harness.faults import asked, english, inaccessible
from tests.harness.nginx import ANALYSTS, COUNCIL
from tests.harness.server import HOST
from tests.harness.sign_in import claims, cookie_of
from tests.harness.visitor import PATIENCE_MS, SETTLED, launched

HELSINGOER = "kommune=217"
FRESH_VISITORS = 16  # all of them with the same of two processes: once in 32.768 runs
MEGABYTE = 1 << 20
# How long the page that says nobody answers waits before it asks again.
AGAIN_MS = 5000


@pytest.fixture(scope="module")
def room(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    with council_room(demo_home, tmp_path_factory.mktemp("behind")) as found:
        yield found


@pytest.fixture(scope="module")
def mayor(room: Room, playwright: Playwright) -> Iterator[Page]:
    """A browser that finds the served name on this machine; its own certificate is nobody's."""
    chromium = launched(playwright, {COUNCIL: HOST})
    context = chromium.new_context(ignore_https_errors=True)
    signed_in = cookie_of(claims("borgmester"), room.url(""))
    context.add_cookies([{"name": "_streamlit_user", "value": signed_in, "url": room.url("/")}])
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(room.url(f"/faerdsel?{HELSINGOER}"))
    page.wait_for_function(SETTLED)
    yield page
    chromium.close()


def answer(
    room: Room, path: str, name: str = COUNCIL, method: str = "GET", size: int = 0
) -> tuple[int, http.client.HTTPMessage]:
    """Return the status and the headers that somebody gets who has never been here before."""
    nobodys = ssl._create_unverified_context()
    with closing(http.client.HTTPSConnection(HOST, room.proxy.tls, context=nobodys, timeout=30)) as connection:
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", name)
        connection.putheader("Content-Length", str(size))
        connection.endheaders()
        with connection.getresponse() as response:
            return response.status, response.headers


def test_a_page_works_through_it(mayor: Page) -> None:
    assert mayor.title() == "Færdsel · Kredsblik"
    assert asked(mayor, "broken") == []
    assert asked(mayor, "language") == "da"
    (cookie,) = [each for each in mayor.context.cookies() if each["name"] == "kredsblik_plads"]
    assert (cookie["secure"], cookie["httpOnly"], cookie["sameSite"]) == (True, True, "Strict")
    mayor.get_by_role("combobox", name="Kommune").click()
    mayor.get_by_role("option", name="Fredensborg").click()
    mayor.wait_for_url("**kommune=210**")
    mayor.wait_for_function(SETTLED)


def test_who_has_begun_stays_and_who_comes_is_spread(room: Room, mayor: Page) -> None:
    mayor.reload()
    mayor.wait_for_function(SETTLED)
    assert len(room.places("/_stcore/stream") | room.places("/faerdsel")) == 1
    for _ in range(FRESH_VISITORS):
        assert answer(room, "/sundhed")[0] == http.client.OK
    assert len(room.places("/sundhed")) == len(room.processes)


def test_what_everyone_is_told_and_what_is_refused(room: Room) -> None:
    _, headers = answer(room, "/")
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    assert len(headers.get_all("Content-Security-Policy") or []) == 1
    assert headers["X-Frame-Options"] == "DENY"
    assert "uvicorn" not in str(headers)
    assert answer(room, "/_stcore/agent/openapi.json")[0] == http.client.NOT_FOUND
    assert answer(room, "/_stcore/upload_file/a/b", method="PUT")[0] == http.client.NOT_FOUND
    too_large = http.client.REQUEST_ENTITY_TOO_LARGE
    status, of_nginx = answer(room, "/", method="PUT", size=MEGABYTE)
    assert (status, of_nginx["X-Content-Type-Options"]) == (too_large, "nosniff")
    assert of_nginx.get_all("Content-Security-Policy") == ["default-src 'none'; frame-ancestors 'none'"]
    assert answer(room, "/", ANALYSTS, "PUT", size=502 * MEGABYTE)[0] == too_large
    with pytest.raises(http.client.RemoteDisconnected):
        answer(room, "/", "evil.example")


def test_without_tls_one_is_sent_to_tls(room: Room) -> None:
    with closing(http.client.HTTPConnection(HOST, room.proxy.http, timeout=30)) as connection:
        connection.request("GET", "/indbrud?kommune=217", headers={"Host": COUNCIL})
        with connection.getresponse() as moved:
            assert (moved.status, moved.headers["Location"]) == (301, f"https://{COUNCIL}/indbrud?kommune=217")


def test_without_tls_nobody_is_sent_to_another_name(room: Room) -> None:
    with closing(http.client.HTTPConnection(HOST, room.proxy.http, timeout=30)) as connection:
        connection.request("GET", "/", headers={"Host": "evil.example"})
        with pytest.raises(http.client.RemoteDisconnected):
            connection.getresponse()


def test_a_killed_process_is_another_ones_turn_and_the_choice_and_what_is_typed_are_kept(
    room: Room, mayor: Page
) -> None:
    (place,) = room.places("/faerdsel")
    (its,) = [server for server in room.processes if place.endswith(f":{server.port}")]
    mayor.goto(room.url("/praesentation?kommune=210"))
    mayor.wait_for_function(SETTLED)
    mayor.keyboard.press("q")
    question = mayor.get_by_label("Spørgsmål til analytikeren")
    question.fill("Hvorfor er der flere?")
    its.process.send_signal(signal.SIGKILL)
    its.process.wait()
    mayor.wait_for_function("document.querySelector('[data-testid=stApp]').dataset.testConnectionState !== 'CONNECTED'")
    mayor.wait_for_function(SETTLED)
    assert "kommune=210" in mayor.url
    assert asked(mayor, "broken") == []
    assert english(mayor) == []
    assert question.input_value() == "Hvorfor er der flere?"
    mayor.get_by_role("button", name="Gem spørgsmålet").click()
    mayor.get_by_text("Gemt. Spørgsmålet står nu").wait_for()
    assert len(list((room.home / "indbakke").glob("*.json"))) == 1


def test_when_none_answers_it_is_said_in_danish_and_the_page_tries_again(room: Room, mayor: Page) -> None:
    for server in room.processes:
        server.process.kill()
        server.process.wait()
    mayor.get_by_text("Ingen forbindelse").first.wait_for()
    assert english(mayor) == []
    mayor.clock.install()
    mayor.reload()
    assert mayor.get_by_role("heading").inner_text() == "Kredsblik svarer ikke lige nu"
    assert (english(mayor), inaccessible(mayor)) == ([], [])
    with mayor.expect_response(mayor.url) as again:
        mayor.clock.run_for(AGAIN_MS)
    assert again.value.status == HTTPStatus.BAD_GATEWAY


@pytest.mark.usefixtures("mayor")
def test_the_log_says_neither_who_nor_what_they_chose(room: Room) -> None:
    written = room.proxy.access.read_text()
    assert "/faerdsel" in written
    assert "kommune" not in written
    words = [line.split() for line in written.splitlines()]
    assert {len(each) for each in words} <= {6, 7}  # the last names a process; two when the first did not answer
    assert not room.proxy.errors.exists() or "client:" not in room.proxy.errors.read_text()

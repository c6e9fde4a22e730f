"""A person at a screen: one browser page, with all that it asks for and complains about written down."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Route

from tests.harness.chromium import installed_chromium

TABLE = (1280, 720)
PHONE = (390, 844)

LOCAL_HOSTS = ("127.0.0.1", "localhost")
LOCAL_SCHEMES = ("data", "blob", "about")

# What Chromium would otherwise do on its own account while a test listens to the network.
QUIET = (
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# English on purpose: what follows the browser's language instead of ours then shows itself.
BROWSER_LOCALE = "en-US"

# A cold first page on a busy machine; the waits below end as soon as the state is there.
PATIENCE_MS = 60_000

SETTLED = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const drawn = plot => plot.querySelector('.main-svg');
  return app?.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED'
    && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')
    && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every(drawn);
}"""


@dataclass
class Visitor:
    """A page and its record: `outside` holds the requests that wanted to leave the machine, `errors` what broke."""

    page: Page
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def visit(self, url: str) -> None:
        """Open an address and wait until the page stands still."""
        self.page.goto(url)
        self.settle()

    def settle(self) -> None:
        """Wait until the script has run and everything it sent has been drawn."""
        self.page.wait_for_function(SETTLED)
        # Two frames: the first may still be laying out what the state above reports as there.
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def launched(playwright: Playwright) -> Browser:
    """Return the machine's own Chromium, started; raise when there is none."""
    program = installed_chromium()
    if program is None:
        raise RuntimeError("No Chrome, Edge or Chromium on this machine: `make test` gets one or says how.")
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    # Chromium refuses to run as root inside its own sandbox.
    return playwright.chromium.launch(executable_path=program, args=[*QUIET, *(["--no-sandbox"] if as_root else [])])


@contextmanager
def visiting(browser: Browser, size: tuple[int, int] = TABLE) -> Iterator[Visitor]:
    """Open a page in a fresh profile; requests that would leave the machine are written down and stopped."""
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, locale=BROWSER_LOCALE)
    context.set_default_timeout(PATIENCE_MS)
    visitor = Visitor(context.new_page())
    context.route(is_outside, lambda route: stop(visitor, route))
    visitor.page.on("websocket", lambda socket: visitor.outside.append(socket.url) if is_outside(socket.url) else None)
    visitor.page.on("console", lambda message: note_console(visitor, message))
    visitor.page.on("pageerror", lambda error: visitor.errors.append(f"page error: {error.message}"))
    try:
        yield visitor
    finally:
        context.close()


def is_outside(url: str) -> bool:
    """Return whether the address is on another machine."""
    parts = urlsplit(url)
    return parts.scheme not in LOCAL_SCHEMES and parts.hostname not in LOCAL_HOSTS


def stop(visitor: Visitor, route: Route) -> None:
    """Write a request down and let it fail."""
    visitor.outside.append(route.request.url)
    route.abort()


def note_console(visitor: Visitor, message: ConsoleMessage) -> None:
    """Write an error of the console down."""
    if message.type == "error":
        visitor.errors.append(f"console: {message.text}")

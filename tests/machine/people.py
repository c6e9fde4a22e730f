"""People who come to a machine of its own from its own network: a provider to sign in at, and a browser."""

import json
import shlex
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.harness.chromium import installed_chromium
from tests.harness.machine import Machine
from tests.harness.nginx import ANALYSTS, COUNCIL
from tests.harness.server import HOST
from tests.harness.visitor import PATIENCE_MS, Visitor, launched, visiting
from tests.machine.installed import PEOPLE, PROVIDER_ADDRESS, PROVIDER_NAME, PROVIDER_PORT


def start_provider(machine: Machine) -> None:
    """Let the machine have a provider at an address that is not its services' own to call."""
    known = [
        word
        for name, role in PEOPLE.items()
        for word in ("--user-claims", json.dumps({"sub": name, "preferred_username": name, "roles": [role]}))
    ]
    serve = ["/opt/kredsblik/.venv/bin/python", "-W", "ignore", "-m", "oidc_provider_mock"]
    words = [*serve, "-H", PROVIDER_ADDRESS, "-p", str(PROVIDER_PORT), *known]
    machine.types(f"""ip addr add {PROVIDER_ADDRESS}/32 dev lo
echo {PROVIDER_ADDRESS} {PROVIDER_NAME} >> /etc/hosts
systemd-run --quiet --unit=udbyder {shlex.join(words)}""")
    machine.waits_until(f"curl --fail http://{PROVIDER_NAME}:{PROVIDER_PORT}/.well-known/openid-configuration")


@contextmanager
def browser_in(machine: Machine, playwright: Playwright) -> Iterator[Browser]:
    """Start a browser in the machine's network, where the rooms' names are its own."""
    program = machine.folder / "browser"
    program.write_text(f'#!/bin/sh\nexec {shlex.join(machine.enter("--net"))} {installed_chromium()} "$@"\n')
    program.chmod(0o755)
    names = {COUNCIL: HOST, ANALYSTS: HOST, PROVIDER_NAME: PROVIDER_ADDRESS}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_BROWSER", str(program))
        started = launched(playwright, names)
    try:
        yield started
    finally:
        started.close()


@contextmanager
def at_the_door(browser: Browser, room: str) -> Iterator[Visitor]:
    """Open the room in a browser that has been nowhere; the certificate there is nobody's."""
    context = browser.new_context(ignore_https_errors=True)
    with visiting(context) as visitor:
        visitor.page.goto(f"https://{room}/")
        yield visitor
    context.close()


@contextmanager
def signed_in(browser: Browser, room: str, name: str) -> Iterator[Visitor]:
    """Sign in to the room as the person of this name."""
    with at_the_door(browser, room) as visitor:
        asks_to_be_let_in(visitor.page)
        visitor.page.get_by_role("button", name=name, exact=True).click()
        expect(visitor.page.locator(".st-key-kb-visitor")).to_contain_text(name, timeout=PATIENCE_MS)
        visitor.settle()
        yield visitor


def asks_to_be_let_in(page: Page) -> None:
    page.get_by_role("link", name="Log ind").click()

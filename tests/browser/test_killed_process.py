"""The analysts' process dies while somebody types: the page says so, and what stands on it is saved by the next one."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.harness.faults import asked, english
from tests.harness.server import Server, free_port, served
from tests.harness.visitor import SETTLED, Visitor, visiting

ROOT = Path(__file__).resolve().parents[2]
BROUGHT_BACK = "er hentet frem igen"


@pytest.fixture(scope="module")
def killed_and_started(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Server]]:
    """What kills the process and starts another in its place, as systemd does; the first call starts one."""
    folder = tmp_path_factory.mktemp("killed")
    home = shutil.copytree(demo_home, folder / "home")
    port = free_port()
    running: list[Server] = []
    with ExitStack() as stack:

        def start() -> Server:
            for each in running:
                each.process.kill()
                each.process.wait()
            settings = {"KREDSBLIK_HOME": str(home)}
            running.append(stack.enter_context(served(ROOT / "app.py", ROOT, folder / "log", settings, port)))
            return running[-1]

        yield start


@pytest.fixture
def person(browser: BrowserContext) -> Iterator[Visitor]:
    with visiting(browser) as found:
        yield found


def dies(page: Page, server: Server) -> None:
    """Kill the process, and wait until the page says so."""
    server.process.kill()
    server.process.wait()
    page.get_by_text("Ingen forbindelse").first.wait_for()
    assert english(page) == []


def goes_on(page: Page) -> None:
    """Wait until the page has told the new process what stands on it."""
    page.wait_for_function(SETTLED)


def test_what_was_typed_in_the_register_is_saved_by_the_process_that_comes_after(
    killed_and_started: Callable[[], Server], person: Visitor
) -> None:
    server, page = killed_and_started(), person.page
    person.visit(f"{server.url}/ret-registeret?post_indsatser=bo-trygt-173")
    page.get_by_label("Hvem retter?").fill("AB")
    owner, note = page.get_by_label("Ejer"), page.get_by_label("Note")
    owner.fill("Lokalpolitiet")
    owner.press("Tab")
    page.wait_for_url("**kladde=**")
    note.fill("Ikke nået frem til serveren")
    dies(page, server)
    killed_and_started()
    page.get_by_text(BROUGHT_BACK).wait_for()
    goes_on(page)
    expect(owner).to_have_value("Lokalpolitiet")
    expect(note).to_have_value("Ikke nået frem til serveren")
    page.get_by_role("button", name="Gem", exact=True).click()
    page.get_by_text("Gemt af AB").wait_for()
    assert asked(page, "broken") == []


def test_a_question_and_an_agreement_are_saved_by_it(killed_and_started: Callable[[], Server], person: Visitor) -> None:
    server, page = killed_and_started(), person.page
    person.visit(f"{server.url}/moeder")
    page.get_by_label("Hvem retter?").fill("AB")
    agreed = page.get_by_label("Hvad blev aftalt?")
    agreed.fill("Lys på stien")
    dies(page, server)
    killed_and_started()
    goes_on(page)
    expect(agreed).to_have_value("Lys på stien")
    page.get_by_role("button", name="Gem mødet").click()
    page.get_by_text("Gemt af AB").wait_for()
    page.reload()
    expect(agreed).to_have_value("Lys på stien")

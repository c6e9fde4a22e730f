"""What Kredsblik is for, done by people in a browser: a release, a meeting's pack, and a question from the council."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.harness.machine import Machine
from tests.harness.nginx import ANALYSTS, COUNCIL
from tests.harness.pack_steps import answer_everything, named, step
from tests.harness.visitor import Visitor
from tests.machine.people import asks_to_be_let_in, at_the_door, signed_in

NO_PROVIDER = "jeres login svarer ikke"
PACK, MEETING = "2026K1-217", "moedepakke?moede=2026K1&sted=217&kommune=217&periode=2025K4&trin=2"
QUESTION = "Hvorfor er der færre ved stationen?"


def told_that_the_provider_cannot_be_asked(browser: Browser, room: str) -> None:
    """The services may call nobody until they have been given leave."""
    with at_the_door(browser, room) as visitor:
        asks_to_be_let_in(visitor.page)
        expect(visitor.page.get_by_text(NO_PROVIDER)).to_be_visible()


def released(browser: Browser, extracts: list[Path]) -> None:
    """Load the extracts and publish them, on the analysts' own page."""
    with signed_in(browser, ANALYSTS, "Analytikeren") as analyst:
        page = analyst.page
        page.locator("input[type=file]").set_input_files(extracts)
        page.get_by_role("button", name="Indlæs", exact=True).click()
        expect(page.get_by_text("rækker").first).to_be_visible()
        page.get_by_role("button", name="Udgiv det, der er indlæst").click()
        expect(page.get_by_text("Udgave #").first).to_be_visible()


def asked(machine: Machine, browser: Browser) -> None:
    """A mayor asks in the council's room, and the question comes to the analysts' list by itself."""
    with signed_in(browser, COUNCIL, "Borgmesteren") as mayor:
        mayor.visit(f"https://{COUNCIL}/praesentation?kommune=217")
        mayor.page.keyboard.press("q")
        mayor.page.keyboard.type(QUESTION)
        mayor.page.get_by_role("button", name="Gem spørgsmålet").click()
        expect(mayor.page.locator(".kb-message")).to_contain_text("Gemt")
    machine.waits_until("! ls /srv/kredsblik-raad/indbakke/*.json")
    is_on_the_list(browser)


def is_on_the_list(browser: Browser) -> None:
    """The question stands on the analysts' list, also when another version has been there."""
    with signed_in(browser, ANALYSTS, "Analytikeren") as analyst:
        analyst.visit(f"https://{ANALYSTS}/spoergsmaal")
        expect(analyst.page.get_by_text(QUESTION)).to_be_visible()


def frozen(machine: Machine, browser: Browser) -> None:
    """An analyst freezes a pack, and the mayor whose it is reads the same file in the council's room."""
    with signed_in(browser, ANALYSTS, "Analytikeren") as analyst:
        analyst.visit(f"https://{ANALYSTS}/{MEETING}")
        named(analyst, "AB")
        answer_everything(analyst)
        step(analyst, "4 Frys og hent")
        analyst.page.get_by_role("button", name="Frys mødepakken").click()
        expect(analyst.page.locator(".kb-message")).to_contain_text("er frosset")
        analyst.page.get_by_text("Bilateralt møde, 1. kvartal 2026: Helsingør").click()
        made = fetched(analyst, "PDF")
    machine.waits_until(f"ls -d /srv/kredsblik-raad/pakker/*{PACK}*")
    with signed_in(browser, COUNCIL, "Borgmesteren") as mayor:
        mayor.visit(f"https://{COUNCIL}/moedepakker?pakke={PACK}")
        assert made.startswith(b"%PDF") and fetched(mayor, "PDF") == made


def fetched(visitor: Visitor, kind: str) -> bytes:
    """Return what the button of this name downloads."""
    with visitor.page.expect_download() as download:
        visitor.page.get_by_role("button", name=kind).first.click()
    return download.value.path().read_bytes()

"""Typing into the register in a real browser: what was typed and not saved is there after a reload."""

from playwright.sync_api import expect

from tests.harness.faults import faults
from tests.harness.server import Server
from tests.harness.visitor import Visitor

BROUGHT_BACK = "er hentet frem igen"


def test_what_was_typed_survives_a_reload(dashboard: Server, visitor: Visitor) -> None:
    visitor.visit(f"{dashboard.url}/ret-registeret?post_indsatser=bo-trygt-173")
    owner = visitor.page.get_by_label("Ejer")
    owner.fill("Lokalpolitiet")
    owner.press("Tab")
    visitor.page.wait_for_url("**kladde=**")
    visitor.page.reload()
    visitor.page.get_by_text(BROUGHT_BACK).wait_for()
    expect(visitor.page.get_by_label("Ejer")).to_have_value("Lokalpolitiet")
    visitor.settle()
    visitor.page.get_by_text("Skal ud af listen").click()  # the page is asked for once more, and nothing was typed
    expect(visitor.page.get_by_role("button", name="Fjern")).to_be_enabled()
    expect(visitor.page.get_by_text(BROUGHT_BACK)).to_be_visible()
    visitor.settle()
    assert faults(visitor) == []

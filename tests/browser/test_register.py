"""Typing into the register in a real browser: what was typed and not saved is there after a reload."""

import pytest
from playwright.sync_api import expect

from tests.harness.faults import faults
from tests.harness.server import Server
from tests.harness.visitor import Visitor

WIDEST = 1160  # pixels of a field: a window may be wider than what is typed in it is read
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


@pytest.mark.parametrize("path", ["/moeder", "/ret-registeret"])
def test_no_field_is_as_wide_as_a_large_window(dashboard: Server, visitor: Visitor, path: str) -> None:
    visitor.page.set_viewport_size({"width": 1920, "height": 1080})
    visitor.visit(f"{dashboard.url}{path}")
    fields = visitor.page.get_by_test_id("stMain").locator("input:visible, textarea:visible")
    assert max(field.evaluate("each => each.getBoundingClientRect().width") for field in fields.all()) <= WIDEST

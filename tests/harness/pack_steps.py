"""What an analyst does on the page that makes a pack."""

from playwright.sync_api import expect

from tests.harness.visitor import Visitor


def named(visitor: Visitor, who: str) -> None:
    """Say who it is that types."""
    visitor.page.get_by_label("Hvem retter?").fill(who)
    visitor.page.keyboard.press("Tab")
    expect(visitor.page.get_by_text("Skriv øverst, hvem der retter")).to_have_count(0)
    visitor.settle()


def step(visitor: Visitor, name: str) -> None:
    """Go to the step of this name, which begins with its number."""
    visitor.page.get_by_text(name, exact=True).click()
    visitor.page.wait_for_url(f"**trin={name[0]}*")
    visitor.settle()


def answer_everything(visitor: Visitor) -> None:
    """Answer all that the preliminary check asks."""
    for tick in visitor.page.get_by_text("Set og i orden").all():
        tick.click()
        visitor.settle()
    for field in visitor.page.get_by_label("(skal udfyldes)").all():
        field.fill("Gennemgået")
        field.press("Tab")
        visitor.settle()
    expect(visitor.page.get_by_text("mangler svar")).to_have_count(0)

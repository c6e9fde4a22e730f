"""A pack in four steps, in a real browser: typed, reloaded, frozen, fetched."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from analysis.packs.preflight import CHECKS
from data.municipalities import municipalities
from data.register.draft import Draft, draft, save_draft
from data.register.packs import frozen_packs, pack_files
from tests.harness.faults import faults, inaccessible
from tests.harness.pack_steps import answer_everything, named, step
from tests.harness.server import Server, served
from tests.harness.visitor import Visitor

ROOT = Path(__file__).resolve().parents[2]
AT = "moedepakke?moede=2026K1&sted=217&kommune=217&periode=2025K4"
EVERYONE = "moedepakke?moede=2026K1&sted=alle&trin=4&periode=2025K4"
# What the progress bar says on its way: the server sends several steps at once when it is busy.
FOLLOW = """() => {
  window.said = [];
  new MutationObserver(() => {
    const text = document.querySelector('[data-testid=stProgress]')?.innerText.trim();
    if (text && text !== window.said.at(-1)) window.said.push(text);
  }).observe(document.body, {subtree: true, childList: true, characterData: true});
}"""
MESSAGE = "163 indbrud i Helsingør: se politiets oplæg."


@pytest.fixture(scope="module")
def own_dashboard(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path]]:
    """A dashboard that may be written to, on the demo district's releases."""
    home = tmp_path_factory.mktemp("packs")
    (home / "releases").symlink_to(demo_home / "releases", target_is_directory=True)
    with served(ROOT / "app.py", ROOT, home / "server.log", {"KREDSBLIK_HOME": str(home)}) as server:
        yield server, home


def test_the_four_steps(
    own_dashboard: tuple[Server, Path], visitor: Visitor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    server, home = own_dashboard
    visitor.visit(f"{server.url}/{AT}")
    named(visitor, "AB")
    assert faults(visitor) + inaccessible(visitor.page) == []

    step(visitor, "2 Forhåndstjek")
    answer_everything(visitor)
    assert faults(visitor) + inaccessible(visitor.page) == []

    step(visitor, "3 Ret tekster")
    section = visitor.page.locator(".st-key-kb-card-afsnit-indbrud-udvikling")
    field = section.locator("textarea").first
    field.fill("Færre indbrud på grund af vejret.")
    field.press("Tab")
    expect(section.get_by_text("er en årsag")).to_be_visible()
    expect(section.locator("blockquote").first).to_contain_text("163 indbrud i Helsingør")
    field.fill(MESSAGE)
    field.press("Tab")
    expect(section.get_by_text("er en årsag")).to_have_count(0)
    visitor.settle()
    assert faults(visitor) + inaccessible(visitor.page) == []

    visitor.page.reload()
    visitor.settle()
    named(visitor, "AB")
    expect(section.locator("textarea").first).to_have_value(MESSAGE)

    step(visitor, "4 Frys og hent")
    visitor.page.get_by_role("button", name="Frys mødepakken").click()
    expect(visitor.page.locator(".kb-message")).to_contain_text("er frosset", timeout=60_000)
    visitor.page.get_by_text("Bilateralt møde, 1. kvartal 2026: Helsingør").click()
    with visitor.page.expect_download() as fetched:
        visitor.page.get_by_role("button", name="PowerPoint").click()
    fetched.value.save_as(tmp_path / "pakke.pptx")
    assert faults(visitor) + inaccessible(visitor.page) == []

    monkeypatch.setenv("KREDSBLIK_HOME", str(home))
    (entry,) = frozen_packs()
    kept = pack_files(entry.content.code)
    (name,) = (name for name in kept if name.endswith(".pptx"))
    assert fetched.value.suggested_filename == name
    assert (tmp_path / "pakke.pptx").read_bytes() == kept[name]
    assert MESSAGE in entry.content.content


def test_all_thirteen_are_frozen_in_one_go_with_a_progress_bar(
    own_dashboard: tuple[Server, Path], visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, home = own_dashboard
    monkeypatch.setenv("KREDSBLIK_HOME", str(home))
    names = [each.name for each in municipalities()]
    answered = Draft(dict.fromkeys(CHECKS, (False, "Gennemgået")))
    visitor.visit(f"{server.url}/{EVERYONE}")
    named(visitor, "AB")
    freeze = visitor.page.get_by_role("button", name=f"Frys alle {len(names)} mødepakker")
    expect(freeze).to_be_disabled()
    expect(visitor.page.get_by_text("mangler svar, før der kan fryses")).to_be_visible()

    save_draft(draft("2026K1-alle"), answered, "AB")  # the check itself is typed in the test above
    visitor.page.reload()
    visitor.settle()
    named(visitor, "AB")
    visitor.page.evaluate(FOLLOW)
    freeze.click()
    expect(visitor.page.locator(".kb-message")).to_contain_text(f"{len(names)} mødepakker er frosset", timeout=120_000)
    visitor.settle()
    said = visitor.page.evaluate("window.said")
    steps = [int(text.split(" af ")[0]) for text in said if " af " in text]
    assert steps == sorted(set(steps)) and steps[0] <= 2 and steps[-1] >= len(names) - 1, said
    assert all(text.split(": ")[1] in names for text in said if " af " in text)
    assert faults(visitor) + inaccessible(visitor.page) == []

    every = [entry for entry in frozen_packs() if entry.content.meeting == "2026K1"]
    assert {entry.content.municipality for entry in every} == {each.code for each in municipalities()}
    for entry in every:
        assert {name.rsplit(".", 1)[-1] for name in pack_files(entry.content.code)} == {"pptx", "docx", "pdf", "csv"}

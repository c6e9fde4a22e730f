"""The accessibility statement is one click from every page, in both rooms."""

import pytest

from tests.pages.conftest import PublishedHome
from tests.pages.seen import html, opened
from tests.pages.test_frame import menu


@pytest.mark.parametrize("room", ["analyse", "kredsraad"])
@pytest.mark.usefixtures("home")
def test_the_statement_stands_in_the_menu_of_both_rooms(room: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_ROOM", room)
    assert "Tilgængelighedserklæring=tilgaengelighedserklaering" in " ".join(menu())


def test_every_footer_leads_to_it_and_keeps_what_was_chosen(home: PublishedHome) -> None:
    text = html(opened(udgave=home.current))
    assert '<a href="tilgaengelighedserklaering?' in text
    assert f"udgave={home.current}" in text
    assert ">Tilgængelighedserklæring</a>" in text

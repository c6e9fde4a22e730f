"""A forged link on every page of both rooms: a message for each value that it cannot have, the usual in its place."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import pages
from analysis.choice import default_choice
from data.release import open_release
from pages.widgets.choices import KEYS, RELEASE_KEY
from tests.pages.conftest import PublishedHome
from tests.pages.seen import html, messages

ROOT = Path(pages.__file__).parent
ROOMS = ("analyse", "kredsraad")
SCRIPT, PATH, LONG = "<script>alert(1)</script>", "../../internal", "æ'; DROP TABLE x; --" * 99
SHARED = {"kommune": SCRIPT, "periode": "2025K4' OR 1=1", "sammenlign": LONG, "udgave": PATH}
# What a page reads of the address beside the shared choices.
OWN: dict[str, dict[str, str]] = {
    "sammenligning": {"omraade": SCRIPT},
    "digital": {"taelling": "sager'"},
    "praesentation": {"slide": "99999999999999999999"},
    "oplaegsark": {"maalgruppe": PATH},
    "signaler": {"vindue": "-1"},
    "naergentagelser": {"kategori": LONG, "aarstid": SCRIPT},
    "moeder": {"moede": "2026K9"},
    "moedepakke": {"moede": "9999K1", "sted": SCRIPT, "trin": "trin'0"},
    "ret-registeret": {"slags": PATH, "post_indsatser": SCRIPT},
    "moedepakker": {"pakke": PATH},
    "udforsk": {"taeller": SCRIPT, "trin_i_tid": PATH},
}
# Asked for only after certain choices of another key.
DEPENDENT = {"tema", "med", "kendetegn", "gruppe"}


def views() -> dict[str, Callable[[], None]]:
    """Return what is shown at every address of this room, also at those that say no."""
    found: dict[str, Callable[[], None]] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "_page", lambda _title, path, view, **_: found.setdefault(path, view))
        pages.sections(default_choice(open_release()))
        pages.refusals()
    return found


def page_app(path: str) -> None:
    """Show one page as the app does: the choices of the address, then the page."""
    import pytest

    import pages
    from pages.widgets.choices import choose
    from pages.widgets.errors import explained

    found: dict[str, object] = {}
    choice = choose()
    assert choice is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "_page", lambda _title, path, view, **_: found.setdefault(path, view))
        pages.sections(choice)
        pages.refusals()
    with explained():
        found[path]()  # type: ignore[operator]


@pytest.fixture
def _in_january(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_TODAY", "2027-01-12")


def followed(path: str, **address: str) -> AppTest:
    """Return the page as somebody meets it who follows this link."""
    app = AppTest.from_function(page_app, args=(path,), default_timeout=120)
    for key, value in address.items():
        app.query_params[key] = value
    return app.run()


def addresses(room: str, home: PublishedHome) -> list[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(home.folder))
        patch.setenv("KREDSBLIK_ROOM", room)
        return list(views())


@pytest.mark.parametrize("room", ROOMS)
def test_every_page_answers_a_forged_link(home: PublishedHome, room: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_ROOM", room)
    for path in addresses(room, home):
        refused = room == "kredsraad" and path in pages.ANALYST_VIEWS
        forged = SHARED | ({} if refused else OWN.get(path, {}))
        app = followed(path, **forged)
        assert not app.exception, path
        told = messages(app)
        assert len(told) >= len(forged), (path, told)
        assert not [value for value in forged.values() if value in html(app)], path
        for key, usual in (("kommune", "kreds"), ("periode", "2025K4"), ("sammenlign", "sidste_aar")):
            assert app.query_params[key] == usual, (path, key)
        assert app.query_params["udgave"] == home.current, path


@pytest.mark.usefixtures("home", "_in_january")
@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("moeder", {"moede": "2027K1", "med": PATH}),
        ("overblik", {"kommune": "998"}),
        ("overblik", {"kommune": ""}),
        ("indbrud", {"periode": "2025K4\x00"}),
        ("indbrud", {"udgave": "CURRENT"}),
        ("ret-registeret", {"slags": "tryghed", "post_tryghed": PATH}),
        ("ret-registeret", {"kladde": PATH}),
    ],
)
def test_a_single_value_that_is_not_on_offer_is_told(path: str, address: dict[str, str]) -> None:
    app = followed(path, **address)
    assert not app.exception
    assert len(messages(app)) == 1, messages(app)


@pytest.mark.usefixtures("home")
def test_a_theme_that_does_not_exist_is_told() -> None:
    told, who_edits = messages(followed("moedepakke", moede="2026K2", tema=SCRIPT))
    assert "under »Tema«" in told and "hvem der retter" in who_edits


@pytest.mark.usefixtures("home")
def test_a_key_that_no_page_reads_changes_nothing() -> None:
    app = followed("indbrud", rolle="ledelse", debug="1")
    assert not app.exception and messages(app) == []


def test_every_key_that_a_page_reads_of_its_address_is_forged_above() -> None:
    source = "\n".join(file.read_text(encoding="utf-8") for file in ROOT.rglob("*.py"))
    read = set(re.findall(r'page_choice\([^,()]+, f?"(\w+?)_?(?:\{\w+\})?"', source))
    forged = {re.sub("_indsatser$", "", key) for own in OWN.values() for key in own}
    assert read <= forged | DEPENDENT, read - forged - DEPENDENT
    assert {*KEYS, RELEASE_KEY} == set(SHARED)

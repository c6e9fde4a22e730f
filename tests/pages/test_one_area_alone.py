"""An extract may have burglaries and nothing else: every page and every pack still opens, and says what is missing."""

from pathlib import Path

import pytest

from analysis.meetings import parse_meeting
from analysis.packs.build import build_pack, subject_of
from analysis.packs.files import pack_files_of
from data.catalogue import AREAS
from data.incidents import open_incidents
from data.publish import publish
from data.release import open_release
from pages import LOG_PATH
from tests.data.small_district import incident, load_district
from tests.pages.places import HELSINGOER
from tests.pages.seen import html
from tests.pages.test_forged_links import followed, views

FEW = 60
BROKEN = "Siden kunne ikke vises."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose release has burglaries of two years, and no other category."""
    folder = tmp_path_factory.mktemp("home")
    days = [f"{2024 + at % 2}-{1 + at % 12:02d}-05" for at in range(FEW)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(folder))
        load_district(incident(at, "indbrud_beboelse", day, HELSINGOER) for at, day in enumerate(days))
        with open_incidents(read_only=False) as connection:
            connection.execute("DELETE FROM coverage WHERE category <> 'indbrud_beboelse'")
        publish()
    return folder


@pytest.fixture(autouse=True)
def home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(folder))


def test_every_page_opens() -> None:
    # The log has the pages' titles, which only the app's own navigation knows (tests/pages/test_log.py).
    paths = [path for path in views() if path != LOG_PATH]
    opened = {path: followed(path, kommune=HELSINGOER, periode="2025K4") for path in paths}
    assert [path for path, app in opened.items() if app.exception or BROKEN in html(app)] == []


@pytest.mark.parametrize("area", AREAS)
def test_the_municipalities_are_compared_where_there_is_something_to_compare(area: str) -> None:
    app = followed("sammenligning", omraade=area, periode="2025K4")
    assert not app.exception and BROKEN not in html(app)


@pytest.mark.parametrize(
    ("meeting", "place", "theme"),
    [
        ("2026K1", HELSINGOER, None),
        ("2025K4", "kreds", "faerdsel"),
        ("2025K4", "kreds", "digital"),
        ("2025K3", "kreds", None),
    ],
)
def test_every_pack_is_made(meeting: str, place: str, theme: str | None) -> None:
    files = pack_files_of(build_pack(open_release(), subject_of(parse_meeting(meeting), place, theme), draft=True))
    assert all(files.values())

"""Two releases of a small district to look at, published once for the session's tests, which only read them."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from streamlit.runtime.secrets import secrets_singleton

from data.incidents import incidents_path
from data.publish import publish
from data.signed_out import require_sign_outs_can_be_kept
from tests.data.small_district import incident, load_district
from tests.harness.sign_in import AUTH, ROLE_FILE
from tests.pages.places import HELSINGOER


@dataclass(frozen=True)
class PublishedHome:
    """A home with two releases: the older has 30 burglaries in Helsingør in 2025, the current one 42."""

    folder: Path
    older: str
    current: str


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> PublishedHome:
    folder = tmp_path_factory.mktemp("published")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(folder))
        return PublishedHome(folder, published_with(30), published_with(42))


def published_with(burglaries: int) -> str:
    """Publish a district with this many burglaries, spread over the months of 2025; return the release's id."""
    incidents_path().unlink(missing_ok=True)
    days = [f"2025-{1 + at % 12:02d}-05" for at in range(burglaries)]
    load_district(
        [incident(at, "indbrud_beboelse", day, HELSINGOER) for at, day in enumerate(days)], first_year=2021, demo=True
    )
    return publish().id


@pytest.fixture
def home(published: PublishedHome, monkeypatch: pytest.MonkeyPatch) -> PublishedHome:
    """The published home, as this process's own."""
    monkeypatch.setenv("KREDSBLIK_HOME", str(published.folder))
    return published


@pytest.fixture
def signing_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let visitors of this process sign in, as one that has started does, and return the path of the role file."""
    monkeypatch.setattr(secrets_singleton, "_secrets", {"auth": AUTH})
    path = tmp_path / "adgang.toml"
    path.write_text(ROLE_FILE, encoding="utf-8")
    monkeypatch.setenv("KREDSBLIK_ADGANG", str(path))
    require_sign_outs_can_be_kept()
    return path

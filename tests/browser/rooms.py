"""Both rooms with sign-in, on homes of their own, with packs that were frozen and handed over, and a question."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from analysis.meeting_questions import note_question
from data.hand_over import hand_over
from data.home import home
from data.register.packs import StoredPack, freeze
from data.releases import current_release_id
from data.room import Room
from tests.harness.outbound import watched
from tests.harness.server import HOST, Server, served
from tests.harness.sign_in import claims, cookie_of, provider, sign_in_settings

ROOT = Path(__file__).resolve().parents[2]
# Code -> municipality and theme of the packs that were frozen; the last three are of the whole council's meetings.
PACKS = {
    "2026K1-217": ("217", None),
    "2026K1-210": ("210", None),
    "2026K1-157": ("157", None),
    "2025K4-indbrud": ("kreds", "indbrud"),
    "2025K3": ("kreds", None),
}


@dataclass(frozen=True)
class Rooms:
    """The two rooms' servers; `asked`: where each has written whom it wanted to ask on another machine."""

    analysts: Server
    council: Server
    asked: tuple[Path, ...]

    def room(self, name: str) -> Server:
        return self.analysts if name == "analyse" else self.council


def cookie(server: Server, person: str, **more: object) -> str:
    """Return the cookie of somebody who has just signed in at this server."""
    return cookie_of(claims(person, **more), server.url)


@contextmanager
def both_rooms(demo_home: Path, folder: Path) -> Iterator[Rooms]:
    """Serve both rooms for as long as the block lasts."""
    own, council = folder / "analyse", folder / "raad"
    own.mkdir(parents=True)
    shutil.copytree(demo_home / "releases", own / "releases")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(own))
        for code, (municipality, theme) in PACKS.items():
            freeze_made_up(code, municipality, theme)
        note_question("Hvad gør vi?", "indbrud?kommune=217")
        hand_over(council)
    with (
        provider() as address,
        served_with_sign_in(own, "analyse", address) as first,
        served_with_sign_in(council, "kredsraad", address) as other,
    ):
        yield Rooms(first, other, tuple(folder / f"login-{room}" / "asked" for room in Room))


def freeze_made_up(code: str, municipality: str, theme: str | None) -> None:
    """Freeze a pack whose files hold nothing but its code."""
    assert home().name == "analyse", "never in anybody's own home"
    content = json.dumps({"statements": []})
    pack = StoredPack(code, code.split("-")[0], municipality, theme, current_release_id(), content)
    freeze(pack, {f"kredsblik-{code}.{kind}": f"{code} {kind}".encode() for kind in ("pdf", "pptx", "csv")}, "AB", 0)


@contextmanager
def served_with_sign_in(folder: Path, room: str, address: str) -> Iterator[Server]:
    """Serve one room on this home for as long as the block lasts; its people sign in at this address."""
    login = folder.with_name(f"login-{room}")
    login.mkdir()
    settings = {"KREDSBLIK_HOME": str(folder), "KREDSBLIK_ROOM": room}
    # Streamlit itself puts in the port that the server gets.
    settings |= dict(watched(login / "asked")) | sign_in_settings(login, f"http://{HOST}:{{port}}", address)
    with served(ROOT / "app.py", ROOT, login / "log", settings) as server:
        yield server

"""The council's room as it is run: two processes behind nginx with the shipped configuration, and signing in."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from data.hand_over import hand_over
from tests.harness.nginx import COUNCIL, Nginx, nginx
from tests.harness.server import Server, free_port, served
from tests.harness.sign_in import sign_in_settings

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Room:
    """The council's home, its two processes, and the nginx before them."""

    home: Path
    processes: list[Server]
    proxy: Nginx

    def url(self, path: str) -> str:
        return f"https://{COUNCIL}:{self.proxy.tls}{path}"

    def places(self, path: str) -> set[str]:
        """Return which processes have answered for this path."""
        return {words[-1] for words in self.proxy.asked() if words[3] == path}


@contextmanager
def council_room(analysts_home: Path, folder: Path) -> Iterator[Room]:
    """Serve what the analysts have published for as long as the block lasts; the room's own home lies in the folder."""
    council = folder / "raad"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(analysts_home))
        hand_over(council)
    tls = free_port()
    settings = {"KREDSBLIK_HOME": str(council), "KREDSBLIK_ROOM": "kredsraad", "KREDSBLIK_HOSTS": COUNCIL}
    settings |= sign_in_settings(folder, f"https://{COUNCIL}:{tls}")
    with ExitStack() as stack:
        servers = [stack.enter_context(served(ROOT / "app.py", ROOT, folder / n, settings)) for n in ("one", "two")]
        proxy = stack.enter_context(nginx(folder, [server.port for server in servers], free_port(), tls))
        yield Room(council, servers, proxy)

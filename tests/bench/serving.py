"""The server's time for a rerun of each page, with thirteen readers at once, and its memory with fifty."""

import asyncio
import random
from contextlib import AsyncExitStack
from itertools import islice
from pathlib import Path

from tests.bench.choices import SEED, choices
from tests.bench.client import Reader, reading
from tests.bench.figures import Goal, p95, tell
from tests.bench.memory import resident_megabytes
from tests.harness.server import Server, served

ROOT = Path(__file__).resolve().parents[2]

RERUNS = 40
# The council: one reader per municipality, each looking for two seconds at what has been shown.
READERS, THINK_SECONDS, CROWD_LOOKS = 13, 2.0, 15
OPEN_SESSIONS = 50


def measure_serving(home: Path, rows: int, crowd: bool) -> str:
    """Tell the server's times on the release of `home`, with `crowd` also many readers; return the heaviest page."""
    log = home / "server.log"
    with served(ROOT / "app.py", ROOT, log, {"KREDSBLIK_HOME": str(home)}) as server:
        heaviest = asyncio.run(each_page(server, rows))
    if crowd:
        # A server of its own, so that its memory is that of the readers alone.
        with served(ROOT / "app.py", ROOT, log, {"KREDSBLIK_HOME": str(home)}) as server:
            asyncio.run(many_readers(server, rows, heaviest))
    return heaviest


async def each_page(server: Server, rows: int) -> str:
    """Tell the p95 of a rerun after a choice for every page; return the address of the slowest."""
    slowest: dict[str, float] = {}
    wishes = choices()
    async with reading(server) as reader:
        await reader.look("", {})
        for page in reader.pages:
            await reader.look(page, {})  # the first look loads what the page is made with
            seconds = [await reader.look(page, choice) for choice in islice(wishes, RERUNS)]
            slowest[page] = p95(seconds) * 1000
            detail = (
                f"median {sorted(seconds)[RERUNS // 2] * 1000:.0f} ms, {RERUNS} choices, each seen for the first time"
            )
            tell(f"rerun_p95:{page or '/'}@{rows}", slowest[page], "ms", Goal("<=", 100), detail)
    return max(slowest, key=lambda page: slowest[page])


async def many_readers(server: Server, rows: int, page: str) -> None:
    """Tell the p95 of a rerun with the council reading, and the memory with fifty sessions open."""
    async with AsyncExitStack() as stack:
        readers = [await stack.enter_async_context(reading(server)) for _ in range(OPEN_SESSIONS)]
        await readers[0].look("", {})
        alone = resident_megabytes(server.process.pid)
        pages = readers[0].pages
        council = (read(reader, pages, SEED + number) for number, reader in enumerate(readers[:READERS]))
        seconds = [each for looks in await asyncio.gather(*council) for each in looks]
        detail = f"median {sorted(seconds)[len(seconds) // 2] * 1000:.0f} ms, {len(seconds)} reruns over all pages"
        tell(f"rerun_p95_13_readers@{rows}", p95(seconds) * 1000, "ms", Goal("<=", 300), detail)
        for reader, choice in zip(readers, choices(), strict=False):
            await reader.look(page, choice)
        detail = f"{OPEN_SESSIONS} sessions over websockets, each with the heaviest page; {alone:.0f} MB with one"
        tell(f"memory_50_sessions@{rows}", resident_megabytes(server.process.pid), "MB", Goal("<=", 400), detail)


async def read(reader: Reader, pages: tuple[str, ...], seed: int) -> list[float]:
    """Look around with pauses for thought; return the seconds that each look took."""
    mind = random.Random(seed)
    seconds = []
    for choice in islice(choices(seed), CROWD_LOOKS):
        # People do not think in step: half to one and a half times as long.
        await asyncio.sleep(THINK_SECONDS * mind.uniform(0.5, 1.5))
        seconds.append(await reader.look(mind.choice(pages), choice))
    return seconds

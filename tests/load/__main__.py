"""`python -m tests.load [--people N] [--seconds S] [--soak S]`: everything at full size, one JSON line per figure."""

import argparse
import asyncio
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from data.releases import CURRENT
from tests.conftest import publish_demo
from tests.harness.council_room import Room, council_room
from tests.load.crowd import signed_in
from tests.load.steps import Size, killed, many, publishing, soaked
from tests.load.wishes import Answers, lone_answers, wishes

USUAL = Size()


def main(arguments: Sequence[str]) -> int:
    """Measure in a folder that is gone afterwards; return 0 also where a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.load", description="Prøver Kredsblik med mange på én gang.")
    parser.add_argument("--people", type=int, default=USUAL.people, help="hvor mange")
    parser.add_argument("--seconds", type=float, default=USUAL.seconds, help="hvor længe hvert skridt varer")
    parser.add_argument("--soak", type=float, default=USUAL.soak, help="hvor længe hukommelsen følges")
    asked = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="kredsblik-load-") as folder:
        home = Path(folder) / "home"
        home.mkdir()
        publish_demo(home)
        measure(home, Path(folder), Size(asked.people, seconds=asked.seconds, soak=asked.soak))
    return 0


def measure(home: Path, folder: Path, size: Size) -> None:
    """Tell every figure for a room that shows what this home has published."""
    with council_room(home, folder) as room:
        asyncio.run(_measured(room, home, size))
    shutil.rmtree(folder / "raad")


async def _measured(room: Room, home: Path, size: Size) -> None:
    answers = await told_alone(room, home, size)
    await many(room, answers, size)
    await publishing(room, answers, size, home)
    await soaked(room, answers, size)
    await killed(room, answers, size)


async def told_alone(room: Room, home: Path, size: Size) -> Answers:
    """Return what somebody who is alone in the room is told to each wish."""
    release = (home / "releases" / CURRENT).read_text(encoding="utf-8").strip()
    async with signed_in(room, size.people) as alone:
        await alone.look("", {})
        return await lone_answers(alone, wishes(alone.pages, release, size.wishes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

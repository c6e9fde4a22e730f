"""What is measured, one step after the other, in a room that people are in all the while."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figures import Goal, p95, tell
from tests.bench.memory import resident_megabytes
from tests.harness.council_room import ROOT, Room
from tests.load.crowd import Tally, crowd, signed_in
from tests.load.growth import Sample, after, growth
from tests.load.wishes import Answers

NONE = Goal("<=", 0)
ONE_SECOND = Goal("<=", 1000)
MEMORY = Goal("<=", 400)
HOUR = 3600
# Without a pause for thought, so many keep both processes busy; each leaves after a meeting's worth of looks.
SOAKING, LOOKS = 12, 25
SLICES = 12


@dataclass(frozen=True)
class Size:
    """How many people, how long they pause, and how many seconds each step lasts."""

    people: int = 50
    think: float = 3.0
    seconds: float = 60.0
    soak: float = 240.0
    wishes: int = 240
    rows: int = 200_000


def tell_tally(step: str, tally: Tally, detail: str = "") -> None:
    """Tell what must never be: an answer that did not come, or one that was somebody else's."""
    tell(f"{step}_errors", len(tally.errors), "answers", NONE, "; ".join(tally.errors[:3]) or detail)
    tell(f"{step}_mixed_up", len(tally.mixed), "answers", NONE, "; ".join(tally.mixed[:3]) or detail)


async def many(room: Room, answers: Answers, size: Size) -> None:
    """Tell the p95 of an answer with everybody looking around."""
    tally = await crowd(room, answers, size.people, time.monotonic() + size.seconds, size.think)
    detail = (
        f"{size.people} people with {size.think:g} s between looks, {len(room.processes)} processes behind nginx, "
        f"{len(tally.seconds)} answers, median {sorted(tally.seconds)[len(tally.seconds) // 2] * 1000:.0f} ms"
    )
    tell("crowd_p95", p95(tally.seconds) * 1000, "ms", ONE_SECOND, detail)
    tell_tally("crowd", tally, detail)


async def publishing(room: Room, answers: Answers, size: Size, analysts_home: Path) -> None:
    """Tell whether an extract can be loaded, published and handed over with everybody looking around."""
    done = asyncio.create_task(_published(analysts_home, room.home, size.rows))
    tally = Tally()
    while not done.done():
        tally.add(await crowd(room, answers, size.people, time.monotonic() + min(size.seconds, 10), size.think))
    release, seconds = await done
    detail = f"{seconds:.1f} s for {size.rows} rows; p95 of an answer meanwhile {p95(tally.seconds) * 1000:.0f} ms"
    tell_tally("publishing", tally, detail)
    async with signed_in(room, size.people) as newcomer:
        await newcomer.look("", {})
        shown = any(f"#{release}" in text for text in newcomer.shown.values())
    tell("publishing_not_seen_by_who_comes_now", int(not shown), "releases", NONE, f"#{release}")


async def _published(analysts_home: Path, council_home: Path, rows: int) -> tuple[str, float]:
    """Load, publish and hand over another extract; return the release's id, and the seconds of that."""
    folder = analysts_home.parent / "udtraek"
    await _run(analysts_home, "data.demo", "--seed", "7", "--rows", str(rows), "--out", str(folder))
    started = time.perf_counter()
    await _run(analysts_home, "data.load", *map(str, sorted(folder.rglob("*.csv"))))
    release = await _run(analysts_home, "data.publish")
    await _run(analysts_home, "data.hand_over", str(council_home))
    return release.strip(), time.perf_counter() - started


async def _run(home: Path, module: str, *words: str) -> str:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module, *words),
        cwd=ROOT,
        env={**os.environ, "KREDSBLIK_HOME": str(home)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    told, failed = await process.communicate()
    if process.returncode != 0:
        raise RuntimeError(f"{module} failed under load:\n{failed.decode()}")
    return told.decode()


async def soaked(room: Room, answers: Answers, size: Size) -> None:
    """Tell the memory after as many answers as an hour has, from how it grows over as many as there is time for."""
    tally = Tally()
    samples: list[list[Sample]] = [[] for _ in room.processes]
    for _ in range(SLICES):
        tally.add(await crowd(room, answers, SOAKING, time.monotonic() + size.soak / SLICES, 0.0, LOOKS))
        for process, taken in zip(room.processes, samples, strict=True):
            taken.append(Sample(len(tally.seconds), resident_megabytes(process.process.pid)))
    hour = round(size.people * HOUR / size.think)
    for number, taken in enumerate(samples, 1):
        tell(f"memory_process_{number}", after(taken, hour), "MB", MEMORY, _grown(taken, hour))
    tell_tally("soak", tally, f"{len(tally.seconds)} answers as fast as they came")


def _grown(samples: Sequence[Sample], hour: int) -> str:
    return (
        f"{samples[0].megabytes:.0f} MB, {samples[-1].megabytes:.0f} MB after {samples[-1].answers} answers, "
        f"{growth(samples) * 1000:+.2f} MB per 1000; told for the {hour} of an hour"
    )


async def killed(room: Room, answers: Answers, size: Size) -> None:
    """Tell whether everybody is answered again when one of the processes is killed."""
    until = time.monotonic() + size.seconds
    going = asyncio.create_task(crowd(room, answers, size.people, until, size.think))
    await asyncio.sleep(size.seconds / 3)
    victim = room.processes[0].process
    victim.send_signal(signal.SIGKILL)
    when = time.monotonic()
    tally = await going
    silent = [number for number in range(size.people) if tally.answered.get(number, 0.0) < when]
    detail = f"{tally.returns} connections were broken, and begun again at the other process"
    tell("killed_process_unanswered", len(silent), "people", NONE, detail)
    tell_tally("killed_process", tally, detail)

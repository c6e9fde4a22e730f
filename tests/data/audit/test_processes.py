"""Several processes write at once, and one may be killed at any moment: no line is lost, doubled or out of order."""

import datetime as dt

from data.audit.chain import first_fault
from data.audit.reading import entries
from data.audit.store import log_path, reading
from tests.data.register.writers import line_of, released_together, started

LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
WRITERS, LINES, KILLS = 4, 50, 3

# Waits until all are ready, and writes in a log that may not exist yet.
NOTE_MANY = """
import sys
from data.audit.entry import Actor, Event
from data.audit.note import note
print("ready", flush=True)
sys.stdin.readline()
for _ in range(int(sys.argv[2])):
    note(Event.SAW, actor=Actor(sys.argv[1]))
print("done")
"""

# Writes without end, and tells of each line once it is written.
NOTE_WITHOUT_END = """
import itertools
from data.audit.entry import Actor, Event
from data.audit.note import note
for number in itertools.count():
    note(Event.SAW, actor=Actor(f"PREFIX{number}"))
    print(f"PREFIX{number}", flush=True)
"""


def fault() -> int | None:
    with reading(log_path()) as connection:
        return first_fault(connection)


def test_those_who_write_at_once_write_every_line_once() -> None:
    told = released_together([started(NOTE_MANY, f"u{at}", str(LINES)) for at in range(WRITERS)])
    assert told == ["done"] * WRITERS
    found = entries(LONG_AGO)
    assert sorted(entry.number for entry in found) == list(range(1, WRITERS * LINES + 1))
    assert sorted(entry.actor.id for entry in found) == sorted(f"u{at}" for at in range(WRITERS) for _ in range(LINES))
    assert fault() is None


def test_a_killed_process_leaves_what_it_had_written() -> None:
    told: list[str] = []
    for kill in range(KILLS):
        process = started(NOTE_WITHOUT_END.replace("PREFIX", f"{kill}-"))
        told += [line_of(process) for _ in range(LINES)]
        process.kill()
        told += process.communicate(timeout=60)[0].split()
    written = [entry.actor.id for entry in entries(LONG_AGO)]
    assert set(told) <= set(written)
    assert len(set(written)) == len(written)
    assert fault() is None

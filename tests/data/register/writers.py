"""Other processes that write in the register of this test's home."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

# Adds initiatives without end, and tells the id of each once it is saved.
ADD_WITHOUT_END = """
import itertools
from data.register.initiatives import add_initiative
from tests.data.register.examples import an_initiative
for number in itertools.count():
    print(add_initiative(an_initiative(f"Indsats {number}", note="x" * 1500), "AB").id, flush=True)
"""

# Waits until all are ready, edits the version given, and tells how it went.
EDIT_ONCE = """
import sys
from dataclasses import replace
from data.register.entries import EditConflictError
from data.register.initiatives import edit_initiative, initiative
identity, owner = sys.argv[1:]
seen = initiative(identity)
print("ready", flush=True)
sys.stdin.readline()
try:
    print(edit_initiative(identity, seen.version, replace(seen.content, owner=owner), owner).version)
except EditConflictError as conflict:
    print("conflict", conflict.newest.edited_by)
"""

# Waits until all are ready, and adds an initiative to a register that may not exist yet.
ADD_ONCE = """
import sys
from data.register.initiatives import add_initiative
from tests.data.register.examples import an_initiative
print("ready", flush=True)
sys.stdin.readline()
print(add_initiative(an_initiative(sys.argv[1]), "AB").id)
"""


def started(program: str, *words: str) -> subprocess.Popen[str]:
    """Return a running Python process in the home of this test, with its input and output open."""
    return subprocess.Popen(
        [sys.executable, "-c", program, *words],
        cwd=ROOT,
        env=dict(os.environ),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def line_of(process: subprocess.Popen[str]) -> str:
    """Return the next line that the process writes, or an empty text when it has ended."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def released_together(processes: list[subprocess.Popen[str]]) -> list[str]:
    """Wait until every process is ready, let them go at once, and return what each wrote then."""
    assert [line_of(process) for process in processes] == ["ready"] * len(processes)
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    return [process.communicate(timeout=60)[0].strip() for process in processes]

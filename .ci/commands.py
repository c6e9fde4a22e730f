"""What each command of the Makefile does."""

import os
import sys
from collections.abc import Callable, Sequence

from audit import audit
from environment import ROOT, SetupError, ensure_environment, python, say
from programs import PROGRAMS, ensure, offer_machine
from serve import serve

# Three workers for two cores, since a browser is mostly waited for; each starts with its part of the files and keeps
# what those have built.
PYTEST = ("-m", "pytest", "-n", "3", "--dist", "worksteal")
STATIC_CHECKS = (
    ("Formatering", ("-m", "ruff", "format", "--check", "--quiet", ".")),
    ("Kodestil", ("-m", "ruff", "check", "--quiet", ".")),
    ("Typer", ("-m", "mypy")),
)


def setup(_: Sequence[str]) -> int:
    """Set up without running anything."""
    ensure_environment()
    return 0


def run(_: Sequence[str]) -> int:
    """Serve the dashboard, on demo data if nothing has been published yet."""
    ensure_environment()
    return serve()


def test(arguments: Sequence[str]) -> int:
    """Run the tests."""
    prepare_tests()
    return python(*PYTEST, *arguments)


def check(arguments: Sequence[str]) -> int:
    """Run everything that must hold before a change is handed in."""
    prepare_tests()
    for title, step in STATIC_CHECKS:
        say(f"{title} …")
        if (status := python(*step)) != 0:
            return status
    return python(*PYTEST, *arguments)


def full(arguments: Sequence[str]) -> int:
    """Run all tests at full size, also those that take too long for `check`."""
    prepare_tests()
    offer_machine()
    return python(*PYTEST, "-m", "full or not full", *arguments)


def bench(arguments: Sequence[str]) -> int:
    """Print the measurements, one JSON line each."""
    prepare_tests()
    return python("-m", "tests.bench", *arguments)


def load(arguments: Sequence[str]) -> int:
    """Print how many at once are served, and what they meet when something goes wrong, one JSON line each."""
    prepare_tests()
    return python("-m", "tests.load", *arguments)


def simulate(arguments: Sequence[str]) -> int:
    """Run the gate that keeps the verdicts honest, at full size."""
    ensure_environment()
    return python("-m", "tests.simulation", "--full", *arguments)


def prepare_tests() -> None:
    """Set up what the tests need beyond the dashboard itself: a browser, an office for the packs, and a proxy."""
    ensure_environment()
    for program in PROGRAMS:
        os.environ[program.variable] = str(ensure(program))


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "setup": setup,
    "run": run,
    "test": test,
    "check": check,
    "full": full,
    "bench": bench,
    "load": load,
    "simulate": simulate,
    "audit": audit,
}


def run_named(arguments: Sequence[str]) -> int:
    """Run the command that the first argument names, with the rest; return its exit status."""
    os.chdir(ROOT)
    if not arguments or arguments[0] not in COMMANDS:
        raise SetupError(f"Skriv, hvad der skal køres: {', '.join(COMMANDS)}.")
    sys.stdout.flush()
    return COMMANDS[arguments[0]](arguments[1:])

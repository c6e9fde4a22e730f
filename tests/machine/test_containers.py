"""Both rooms in containers: what docs/drift.md has one type, by a real podman on a machine of its own.

Only the image that the Containerfile begins with is made here: it comes from a registry that no test may ask.
"""

import shutil
from pathlib import Path

import pytest

from tests.harness.machine import Machine, machine
from tests.machine.base_image import made, no_containers
from tests.machine.installed import CONTAINERS, filled_in, in_project

ROOMS = {"raad-8511": 8511, "analyse": 8501}
RELEASED = "cp -r /media/releases /srv/kredsblik/ && chown -R kredsblik:kredsblik /srv/kredsblik/releases"


@pytest.mark.full
def test_both_rooms_are_built_run_and_looked_after(folder: Path, demo_home: Path) -> None:
    if why := no_containers():
        pytest.skip(why)
    shutil.copytree(demo_home / "releases", folder / "media" / "releases")
    with machine(folder) as new:
        made(new)
        new.types("ln -s /opt/kredsblik-2026.11 /opt/kredsblik")
        filled_in(new)
        new.types(RELEASED)
        in_project(new, CONTAINERS)
        new.types("cmp /srv/kredsblik/releases/CURRENT /srv/kredsblik-raad/releases/CURRENT")
        for name, port in ROOMS.items():
            new.waits_until(f"curl --fail http://127.0.0.1:{port}/sundhed")
            new.types(f"podman healthcheck run {name}")
            assert new.types(f"podman exec {name} id -u") == new.types(f"stat -c %u /srv/{folder_of(name)}/adgang")
        new.types(
            "podman exec raad-8511 test ! -e /srv/kredsblik/releases/$(cat /media/releases/CURRENT)/internal.duckdb"
        )


def begins_again_when_killed(machine: Machine, name: str, port: int) -> None:
    asked = f"podman inspect --format {{{{.State.Pid}}}} {name}"
    killed = machine.types(asked).strip()
    machine.types(f"kill -KILL {killed}")
    machine.waits_until(f"curl --fail http://127.0.0.1:{port}/sundhed && test $({asked}) != {killed}")


def comes_up_with_the_machine(machine: Machine) -> None:
    """A machine that stops, stops them; what starts them again is started with it."""
    machine.types("systemctl is-enabled podman-restart && podman stop --all && systemctl start podman-restart")
    for port in ROOMS.values():
        machine.waits_until(f"curl --fail http://127.0.0.1:{port}/sundhed")


def folder_of(container: str) -> str:
    return "kredsblik-raad" if container.startswith("raad") else "kredsblik"

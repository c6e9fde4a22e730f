"""What docs/drift.md and docs/adgang.md print for an administrator, run from top to bottom on a machine of its own.

Her /etc, /srv, /opt and /var/backups are ours alone (a mount namespace), with real users and files in them. What is not
on such a machine is stood in for by a script that writes down how it was called: systemd, podman, nginx and the
internet. Commands run as root, since the tests' Python may lie where no other user can reach it. On a
machine that boots, all of it is run for real in tests/machine (`make full`).
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.harness.documents import ROOT, TEXT, blocks
from tests.harness.shipped import copy_shipped

NEEDED = ("unshare", "mount", "useradd", "runuser", "openssl")
COPY = "/var/backups/kredsblik/kopi.zip"

MACHINE = """set -eu
cp -a /etc "$1/etc" && mount --bind "$1/etc" /etc
mkdir -p /etc/systemd/system /etc/nginx/conf.d
for folder in /srv /opt /var/backups; do mount -t tmpfs none $folder; done
cp -a "$1/project" /opt/kredsblik-2026.11
cd /opt/kredsblik-2026.11
"""
STANDS_IN = {
    **dict.fromkeys(("systemctl", "journalctl", "podman", "nginx", "curl"), ""),
    "runuser": '[ "$1 $2 $3" = "-u kredsblik --" ] && shift 3 && exec "$@"',
    "python3": f"""case "$*" in
"-m pip download "*) mkdir hjul ;;
"-m venv .venv") ln -s {sys.prefix} .venv ;;
*) exit 1 ;;
esac""",
}

# The council's room has been looked at meanwhile, and systemd has shown the analysts' its log.
USED = "cp /srv/kredsblik/log/log.sqlite /srv/kredsblik/log-raad/log.sqlite\n"
RUNUSER = shutil.which("runuser")
SEEN = f"""
may() {{ {RUNUSER} -u "$1" -- test "$2" "$3" && echo "$1 $2 $3" || true; }}
for user in kredsblik kredsblik-raad; do for path in /srv/kredsblik /srv/kredsblik-raad /srv/kredsblik-raad/releases \\
  /srv/kredsblik-raad/indbakke /srv/kredsblik-raad/log /etc/kredsblik/login-raad.toml /etc/kredsblik/login-analyse.toml
do may $user -r $path; may $user -w $path; done; done
cat /srv/kredsblik-raad/releases/CURRENT; echo
ls /etc/systemd/system
ls -d /srv/* /etc/kredsblik/*
"""
MAY = {
    "kredsblik": {
        "-r /srv/kredsblik", "-w /srv/kredsblik", "-r /srv/kredsblik-raad", "-w /srv/kredsblik-raad",
        "-r /srv/kredsblik-raad/releases", "-r /srv/kredsblik-raad/indbakke", "-w /srv/kredsblik-raad/indbakke",
        "-r /srv/kredsblik-raad/log", "-r /etc/kredsblik/login-raad.toml", "-r /etc/kredsblik/login-analyse.toml",
    },
    "kredsblik-raad": {
        "-r /srv/kredsblik-raad", "-r /srv/kredsblik-raad/releases", "-r /srv/kredsblik-raad/indbakke",
        "-w /srv/kredsblik-raad/indbakke", "-r /srv/kredsblik-raad/log", "-w /srv/kredsblik-raad/log",
        "-r /etc/kredsblik/login-raad.toml",
    },
}  # fmt: skip


def printed() -> str:
    """Return all that is to be typed, in the order of the page; login after the users, where the page points to it."""
    (login,) = blocks("docs/adgang.md", "sh")
    steps = [block + login if "useradd" in block else block for block in blocks("docs/drift.md", "sh")]
    steps.insert(-1, USED)
    text = TEXT[ROOT / "docs" / "drift.md"] + TEXT[ROOT / "docs" / "adgang.md"]
    steps += [f"{line}\n" for line in re.findall(r"`((?:systemctl|du|KREDSBLIK_HOME=\S+ python) [^`]*)`", text)]
    return "".join(steps).replace(" FIL\n", f" {COPY}\n")


@pytest.fixture
def machine(tmp_path: Path, demo_home: Path) -> Path:
    """A folder with the project as it is shipped, and what stands in for the rest of a machine."""
    copy_shipped(tmp_path / "project")
    (tmp_path / "stands-in").mkdir()
    for name, does in STANDS_IN.items():
        path = tmp_path / "stands-in" / name
        path.write_text(f'#!/bin/sh\necho {name} "$@" >> "{tmp_path}/called"\n{does}\n')
        path.chmod(0o755)
    shutil.copytree(demo_home, tmp_path / "home", ignore=shutil.ignore_patterns("demo"))
    return tmp_path


@pytest.mark.skipif(
    not all(map(shutil.which, NEEDED)) or subprocess.run(["unshare", "-m", "true"], check=False).returncode != 0,
    reason="a machine of its own needs Linux and root",
)
def test_all_that_an_administrator_is_told_to_type(machine: Path) -> None:
    typed = printed().replace("/tmp/proeve", f"{machine}/proeve")
    before, after = typed.split("python -m data.audit --check\n", 1)
    filled = f'cp -a "{machine}"/home/* /srv/kredsblik/\n'  # as the analysts have loaded and published
    script = f"{MACHINE}{before}{filled}python -m data.audit --check\n{after}{SEEN}"
    done = subprocess.run(
        ["unshare", "-m", "--propagation", "private", "sh", "-c", script, "sh", str(machine)],
        env=os.environ | {"PATH": f"{machine}/stands-in:/usr/sbin:/sbin:{os.environ['PATH']}"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = done.stdout.splitlines()
    for user, may in MAY.items():
        assert {line.removeprefix(f"{user} ") for line in told if line.startswith(f"{user} -")} == may
    assert (machine / "home" / "releases" / "CURRENT").read_text().strip() in told
    called = [shlex.split(line) for line in (machine / "called").read_text().splitlines()]
    asked = {word for name, _, *words in called if name == "systemctl" for word in words if not word.startswith("-")}
    assert {re.sub("@.*", "@", unit) for unit in asked} <= {line.removesuffix(".service") for line in told} | {"nginx", "podman-restart"}
    mounted = {word for name, *words in called if name == "podman" for word in words if re.match("/.*:/", word)}
    assert {each.split(":")[0] for each in mounted} <= set(told)
    users = [words[words.index("--user") + 1] for name, *words in called if name == "podman" and "--user" in words]
    assert users and all(re.fullmatch(r"[1-9]\d*:[1-9]\d*", user) for user in users)

"""What an administrator does when Kredsblik runs, and what there is to see of it."""

import re
import shutil

from tests.harness.documents import ROOT, TEXT
from tests.harness.machine import Machine
from tests.harness.nginx import ANALYSTS, COUNCIL
from tests.machine.installed import (
    AUDIT,
    BACKUP,
    COUNCILS_LOG,
    EXCEPTION,
    HAND_OVER,
    INSTALL,
    RESTORE,
    UNITS,
    WELL,
    in_project,
    through_nginx,
)
from tests.machine.work import QUESTION

ON_THE_PAGE = TEXT[ROOT / "docs" / "drift.md"] + TEXT[ROOT / "docs" / "adgang.md"]
EDITS = re.findall(r"`(systemctl edit [^`]+)`", ON_THE_PAGE)
(RESTART,) = re.findall(r"`(systemctl restart [^`]+)`", ON_THE_PAGE)
(DISK_USE,) = re.findall(r"`(du [^`]+)`", ON_THE_PAGE)
(TRIAL,) = re.findall(r"`(KREDSBLIK_HOME=\S+ python [^`]+)`", ON_THE_PAGE)

PORTS = (8511, 8512)
FILE = "/var/backups/kredsblik/kopi.zip"
NEVER_TOLD = (
    QUESTION.split()[-1],
    "Borgmesteren",
    "Analytikeren",
    "kommune=",
    "Traceback",
    "example.dk/oauth2callback?",
)


def runs(machine: Machine) -> None:
    """All that was to be started runs, and starts with the machine; the rooms answer, also through nginx with TLS."""
    machine.types(f"systemctl is-active {UNITS} && systemctl is-enabled {UNITS} nginx")
    for port in (*PORTS, 8501):
        machine.waits_until(f"curl --fail http://127.0.0.1:{port}/_stcore/health")
    for name in (COUNCIL, ANALYSTS):
        assert '"sund":' in through_nginx(machine, name, "/sundhed")


def excepted(machine: Machine) -> None:
    """Give the services leave to call the provider, as the page has it: an editor is opened, and they begin again."""
    (machine.folder / "media" / "undtagelse.conf").write_text(EXCEPTION)
    for edit in EDITS:
        # An editor needs a terminal; `script` is one.
        machine.types(f'SYSTEMD_EDITOR="cp /media/undtagelse.conf" script -qec "{edit}" /dev/null')
    machine.types(RESTART)
    runs(machine)


def begins_again_when_killed(machine: Machine) -> None:
    asked = f"systemctl show --property MainPID --value kredsblik-raad@{PORTS[0]}"
    killed = machine.types(asked).strip()
    machine.types(f"kill -KILL {killed}")
    machine.waits_until(f"curl --fail http://127.0.0.1:{PORTS[0]}/sundhed && test $({asked}) != {killed}")


def copies_at_night(machine: Machine) -> None:
    """What the timer starts writes a copy in its fence, and it can be put back on trial."""
    machine.types("systemctl start kredsblik-kopi.service")
    assert "kredsblik-kopi.service" in machine.types("systemctl list-timers --all kredsblik-kopi.timer")
    nights = machine.types("ls /var/backups/kredsblik/*.zip").split()
    in_project(machine, TRIAL.replace("FIL", nights[-1]))
    machine.types("cmp /tmp/proeve/releases/CURRENT /srv/kredsblik/releases/CURRENT")


def types_the_rest(machine: Machine) -> None:
    in_project(machine, WELL + AUDIT + HAND_OVER + DISK_USE + "\n")
    in_project(machine, BACKUP.replace("FIL", FILE))


def upgraded_and_taken_back(machine: Machine) -> None:
    """The next version beside the first, and back again with the copy; the second time of the page's own words."""
    first, second = "/opt/kredsblik-2026.11", "/opt/kredsblik-2026.12"
    shutil.copytree(machine.folder / first[1:], machine.folder / second[1:], ignore=shutil.ignore_patterns(".venv"))
    machine.types(INSTALL.replace(first, second))
    machine.types(RESTART)
    runs_from(machine, second)
    machine.types(f"ln -sfn {first} /opt/kredsblik")
    in_project(machine, RESTORE.replace("FIL", FILE))
    in_project(machine, COUNCILS_LOG)
    runs_from(machine, first)


def runs_from(machine: Machine, folder: str) -> None:
    """The rooms answer out of this folder."""
    runs(machine)
    for unit in ("kredsblik-analyse", *(f"kredsblik-raad@{port}" for port in PORTS)):
        pid = machine.types(f"systemctl show --property MainPID --value {unit}").strip()
        assert machine.types(f"readlink /proc/{pid}/cwd").strip() == folder


def tells_nothing_of_anybody(machine: Machine) -> None:
    """Neither the journal nor nginx' logs have names, questions, choices, or a traceback."""
    told = machine.types("journalctl --no-pager -u 'kredsblik-*'; cat /var/log/nginx/kredsblik*.log")
    assert "Kredsrådet ser nu udgave" in told and " 200 GET /praesentation " in told
    assert not [line for line in told.splitlines() if any(word in line for word in NEVER_TOLD)]
    assert {line.split()[-1] for line in told.splitlines() if " /sundhed " in line} >= {"127.0.0.1:8501"}

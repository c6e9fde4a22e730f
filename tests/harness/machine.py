"""A machine of its own to type an administrator's commands on: this one's programs, a systemd that boots, no network.

See machine.sh. It needs Linux, root, and the packages that docs/drift.md begins with.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SCRIPT = Path(__file__).with_name("machine.sh")
# As root has it on a fresh Debian; where the tests' own Python comes first, it is one that no service can reach.
ROOTS_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
ROOTS_ENVIRONMENT = os.environ | {"PATH": ROOTS_PATH}
NEEDED = (
    "unshare",
    "nsenter",
    "pivot_root",
    "ip",
    "systemctl",
    "journalctl",
    "nginx",
    "curl",
    "openssl",
    "runuser",
    "python3",
)
SYSTEMD = (Path("/lib/systemd/systemd"), Path("/lib/systemd/system/nginx.service"))
BOOT_SECONDS, PATIENCE_SECONDS = 60, 120


@dataclass(frozen=True)
class Machine:
    """A running machine: the id that this one knows its first process by, and its folder here."""

    pid: int
    folder: Path

    def enter(self, *namespaces: str) -> list[str]:
        """Return the words that run the words after them in there; in some respects only, if those are named."""
        return ["nsenter", "--target", str(self.pid), *(namespaces or ("--all",))]

    def types(self, commands: str) -> str:
        """Return what root's commands print; raise with what they complained of when one fails."""
        shell = [*self.enter(), "env", "-i", f"PATH={ROOTS_PATH}", "HOME=/root", "LANG=C.UTF-8", "sh", "-euc", commands]
        done = subprocess.run(shell, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise AssertionError(f"{commands}\nended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def waits_until(self, condition: str) -> None:
        """Return when the command succeeds; raise with the journal's end when it never does."""
        wait(lambda: self._succeeds(condition), PATIENCE_SECONDS, lambda: self.types("journalctl --no-pager -n 60"))

    def _succeeds(self, condition: str) -> bool:
        return subprocess.run([*self.enter(), "sh", "-c", condition], capture_output=True, check=False).returncode == 0


def missing() -> str:
    """Return why there can be no such machine here; empty when there can."""
    if lacking := missing_programs():
        return f"a machine of its own needs {', '.join(lacking)}"
    probe = 'mount -t cgroup2 none "$0" && mkdir "$0/kredsblik-$$" && rmdir "$0/kredsblik-$$"'
    if _fails("unshare", "--mount", "--net", "--pid", "--fork", "sh", "-c", probe, "/mnt"):
        return "a machine of its own needs Linux, root, and the right to make namespaces"
    return ""


def missing_programs() -> list[str]:
    """Return what is not installed of all that such a machine needs."""
    lacking = [name for name in NEEDED if not shutil.which(name, path=ROOTS_PATH)]
    lacking += [str(path) for path in SYSTEMD if not path.exists()]
    return lacking or (["Debian's python3-venv"] if _fails("python3", "-c", "import ensurepip, venv") else [])


@contextmanager
def machine(folder: Path) -> Iterator[Machine]:
    """Boot a machine whose /opt and /media are those in the folder, for as long as the block lasts."""
    for name in ("memory", "opt", "media"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "pid").unlink(missing_ok=True)
    with (folder / "console").open("wb") as console:
        process = subprocess.Popen(
            ["unshare", "--mount", "--propagation", "private", "sh", str(SCRIPT), str(folder)],
            stdin=subprocess.DEVNULL, stdout=console, stderr=console,
        )  # fmt: skip
    try:
        yield _booted(process, folder)
    finally:
        if (folder / "pid").exists():
            subprocess.run(["kill", "-KILL", (folder / "pid").read_text().strip()], check=False)
        process.wait()


def wait(condition: Callable[[], bool], seconds: float, told: Callable[[], str]) -> None:
    """Return when the condition holds; raise with what is told when it does not in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(told())
        time.sleep(0.1)  # a machine tells nobody outside that something has happened in it


def _booted(process: "subprocess.Popen[bytes]", folder: Path) -> Machine:
    pid, console = folder / "pid", folder / "console"
    wait(lambda: process.poll() is not None or _has_text(pid), BOOT_SECONDS, console.read_text)
    if process.poll() is not None:
        raise RuntimeError(f"The machine did not boot:\n{console.read_text()}")
    booted = Machine(int(pid.read_text()), folder)
    booted.waits_until("systemctl is-system-running --wait")
    return booted


def _has_text(path: Path) -> bool:
    return path.exists() and path.read_text().endswith("\n")


def _fails(*command: str) -> bool:
    return subprocess.run(command, env=ROOTS_ENVIRONMENT, capture_output=True, check=False).returncode != 0

"""The virtual environment in .venv: made once, made again only when what it is made from has changed."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "kredsblik.stamp"
REQUIREMENTS = ROOT / "requirements.txt"
CONSTRAINTS = ROOT / ".ci" / "constraints.txt"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

# Settings of the shell that would send Python, pip or Streamlit somewhere else than this project says.
STRAY_PREFIXES = ("STREAMLIT_", "PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE")


class SetupError(Exception):
    """Something on the machine that the user can mend; the text is Danish and says how."""


def child_environment() -> dict[str, str]:
    """Return the environment for every process that is started: UTF-8, and without stray settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(STRAY_PREFIXES)}
    return kept | {"PYTHONUTF8": "1"}


def python(*arguments: str) -> int:
    """Run the environment's Python from the project's folder and return its exit status."""
    return subprocess.run([PYTHON, *arguments], cwd=ROOT, env=child_environment(), check=False).returncode


def ensure_environment() -> None:
    """Make .venv what requirements.txt and the constraints say; a second call only compares a stamp."""
    stamp = fingerprint()
    made_by_this_python = works()
    if made_by_this_python and STAMP.is_file() and STAMP.read_text() == stamp:
        return
    if not (made_by_this_python and STAMP.is_file()):
        make_environment()
    STAMP.unlink(missing_ok=True)
    say("Installerer Python-pakker; det tager et par minutter første gang …")
    pip = ("-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "--only-binary=:all:")
    if python(*pip, "-r", str(REQUIREMENTS), "-c", str(CONSTRAINTS)) != 0:
        raise SetupError("Pakkerne kunne ikke installeres (se ovenfor). Kontrollér netforbindelsen, og prøv igen.")
    STAMP.write_text(stamp)


def fingerprint() -> str:
    """Return a text that changes when the wanted packages or this Python change."""
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes() + b"\0" + CONSTRAINTS.read_bytes())
    return f"{wanted.hexdigest()} {sys.version}"


def works() -> bool:
    """Return whether .venv has a Python that starts and is this one (it breaks when the system's is upgraded)."""
    if not PYTHON.exists():
        return False
    answer = subprocess.run([PYTHON, "-c", "import sys; print(sys.version)"], capture_output=True, check=False)
    return answer.returncode == 0 and answer.stdout.decode().strip() == sys.version.strip()


def make_environment() -> None:
    """Make an empty .venv, in place of one that does not work or was never finished."""
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        install_debian_packages(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    say("Opretter .venv …")
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], env=child_environment(), check=False)
    if made.returncode != 0:
        raise SetupError(f"{VENV} kunne ikke oprettes (se ovenfor). Er der plads på disken og skriveadgang til mappen?")


def install_debian_packages(*names: str) -> None:
    """Install system packages where that can be done without asking: on Debian and Ubuntu, as root."""
    wanted = " ".join(names)
    if shutil.which("apt-get") is None:
        raise SetupError(f"Der mangler noget på maskinen, som på Debian hedder: {wanted}. Installér det, og prøv igen.")
    if os.geteuid() != 0:
        raise SetupError(f"Der mangler: {wanted}. Kør »sudo apt-get install {wanted}«, og prøv igen.")
    say(f"Installerer {wanted} …")
    install = ("apt-get", "install", "--yes", "-qq", "--no-install-recommends", *names)
    if not (apt(("apt-get", "update", "-qq")) and apt(install)):
        raise SetupError(f"apt-get kunne ikke installere {wanted} (se ovenfor). Installér det selv, og prøv igen.")
    importlib.invalidate_caches()


def apt(command: Sequence[str]) -> bool:
    """Run one apt-get command without questions; its chatter is shown only when it fails."""
    environment = child_environment() | {"DEBIAN_FRONTEND": "noninteractive"}
    ended = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if ended.returncode != 0:
        sys.stderr.buffer.write(ended.stdout + ended.stderr)
    return ended.returncode == 0


def say(text: str) -> None:
    """Tell the user what takes time, at once."""
    print(text, file=sys.stderr, flush=True)

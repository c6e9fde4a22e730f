"""The programs of the system that the tests need: a browser, an office for the packs' files, and a proxy."""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from environment import ROOT, SetupError, install_debian_packages

sys.path.insert(0, str(ROOT))
from tests.harness.chromium import installed_chromium  # noqa: E402 - found through the line above
from tests.harness.machine import missing_programs  # noqa: E402
from tests.harness.nginx import installed_nginx  # noqa: E402
from tests.harness.office import installed_office  # noqa: E402


@dataclass(frozen=True)
class Program:
    """A program: the variable that may point at it, how it is found, and what to install where it is not."""

    variable: str
    installed: Callable[[], Path | None]
    debian_packages: tuple[str, ...]
    how_to_get: str


PROGRAMS = (
    Program(
        "KREDSBLIK_BROWSER",
        installed_chromium,
        # The fonts that charts fall back to; without any font a bare Debian draws empty boxes.
        ("chromium", "fonts-liberation"),
        "Testene ser siderne i en rigtig browser, og her er ingen. Installér Google Chrome, Microsoft Edge eller "
        "Chromium (på Debian og Ubuntu: »sudo apt-get install chromium«), eller peg på en med "
        "KREDSBLIK_BROWSER=/sti/til/browser.",
    ),
    Program(
        "KREDSBLIK_OFFICE",
        installed_office,
        # Only what opens slides and documents; Liberation has the widths of the fonts that the files name.
        ("libreoffice-impress", "libreoffice-writer", "fonts-liberation"),
        "Testene åbner mødepakkernes filer i LibreOffice, og her er intet. Installér LibreOffice (på Debian og Ubuntu: "
        "»sudo apt-get install libreoffice-impress libreoffice-writer«), eller peg på det med "
        "KREDSBLIK_OFFICE=/sti/til/soffice.",
    ),
    Program(
        "KREDSBLIK_NGINX",
        lambda: installed_nginx() if shutil.which("openssl") else None,
        ("nginx-light", "openssl"),
        "Testene kører kredsrådets rum bag nginx med konfigurationen fra docs/drift/, og her mangler nginx eller "
        "openssl. Installér dem (på Debian og Ubuntu: »sudo apt-get install nginx-light openssl«), eller peg på nginx "
        "med KREDSBLIK_NGINX=/sti/til/nginx.",
    ),
)

# What docs/drift.md is typed on: both with services and with containers.
MACHINE = (
    *("systemd", "nginx-light", "python3-venv", "python3-pip", "curl", "openssl", "iproute2"),
    *("podman", "runc", "netavark", "iptables"),
)


def ensure(program: Program) -> Path:
    """Return the program's path; on Debian and Ubuntu as root it is installed when it is not there."""
    found = program.installed()
    if found:
        return found
    chosen = os.environ.get(program.variable)
    if chosen and not Path(chosen).exists():
        raise SetupError(f"{program.variable} peger på {chosen}, men den fil findes ikke.")
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        raise SetupError(program.how_to_get)
    install_debian_packages(*program.debian_packages)
    found = program.installed()
    if not found:
        raise SetupError(program.how_to_get)
    return found


def offer_machine() -> None:
    """Install what a machine of its own is made of, where that can be done; else the test that boots one says why."""
    lacking = missing_programs() or not shutil.which("podman") or not shutil.which("runc")
    if lacking and shutil.which("apt-get") and os.geteuid() == 0:
        install_debian_packages(*MACHINE)

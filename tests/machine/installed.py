"""What docs/drift.md and docs/adgang.md print, typed on a machine of its own, and the edits that they leave to one."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.harness.documents import blocks
from tests.harness.machine import ROOTS_ENVIRONMENT, Machine
from tests.harness.nginx import ANALYSTS, COUNCIL, make_certificate
from tests.harness.shipped import copy_shipped

# The page's commands, in its order.
(
    DOWNLOAD,
    INSTALL,
    USERS,
    SERVICES,
    PYTHON,
    CONTAINERS,
    WELL,
    AUDIT,
    HAND_OVER,
    BACKUP,
    RESTORE,
    COUNCILS_LOG,
) = blocks("docs/drift.md", "sh")
# All that is started, by name and as words for the shell.
UNITS = " ".join(re.findall(r"kredsblik-[\w@]+(?:\.\w+)?", "".join(re.findall(r"enable --now (.*)", SERVICES))))
(LOGIN,) = blocks("docs/adgang.md", "sh")
(EXCEPTION,) = blocks("docs/adgang.md", "ini")
# Where the page's example of an exception has its provider.
PROVIDER_NAME, PROVIDER_ADDRESS, PROVIDER_PORT = "login.example.dk", "192.0.2.10", 9400
assert f"IPAddressAllow={PROVIDER_ADDRESS}\n" in EXCEPTION

PEOPLE = {"Analytikeren": "kredsblik-analytiker", "Borgmesteren": "kredsblik-borgmester-helsingoer"}
CERTIFICATE = """install -m 0644 /media/tls.crt /media/tls.key /etc/kredsblik/
chmod 0600 /etc/kredsblik/tls.key
cat /media/login-raad.toml > /etc/kredsblik/login-raad.toml
cat /media/login-analyse.toml > /etc/kredsblik/login-analyse.toml
"""


def shipped(folder: Path, name: str) -> Path:
    """Return a copy of the project with the wheels beside it, as the page has them fetched where there is internet."""
    project = folder / "opt" / name
    copy_shipped(project)
    subprocess.run(["sh", "-euc", DOWNLOAD], cwd=project, env=ROOTS_ENVIRONMENT, check=True)
    return project


def skip_without_packages(folder: Path) -> None:
    """Skip where not even the smallest package can be fetched, and nothing is the page's fault."""
    one = ["python3", "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder / "one"), "click"]
    if subprocess.run(one, env=ROOTS_ENVIRONMENT, capture_output=True, check=False).returncode != 0:
        pytest.skip("pip reaches no package registry from here, and the page's first command is to fetch packages")


def installed(machine: Machine) -> None:
    """Type all that installs Kredsblik without containers."""
    machine.types(INSTALL)
    filled_in(machine)
    in_project(machine, SERVICES)


def filled_in(machine: Machine) -> None:
    """Make users and folders as the page has it, and put certificate, sign-in and roles where they belong."""
    media = machine.folder / "media"
    make_certificate(media)
    for room, name in (("raad", COUNCIL), ("analyse", ANALYSTS)):
        (media / f"login-{room}.toml").write_text(login_file(name))
    in_project(machine, USERS + LOGIN)
    in_project(machine, CERTIFICATE)


def in_project(machine: Machine, commands: str) -> str:
    """Return what the commands print, typed after those that the page has one type first."""
    return machine.types(f"cd /opt/kredsblik\n{PYTHON}{commands}")


def through_nginx(machine: Machine, name: str, path: str) -> str:
    """Return what the room of this name answers by TLS, with the certificate checked."""
    checked = f"curl -sS --cacert /etc/kredsblik/tls.crt --resolve {name}:443:127.0.0.1"
    return machine.types(f"{checked} 'https://{name}{path}'")


def login_file(name: str) -> str:
    found = f"http://{PROVIDER_NAME}:{PROVIDER_PORT}/.well-known/openid-configuration"
    named = {
        "redirect_uri": f"https://{name}/oauth2callback", "cookie_secret": f"the secret of {name}, of nobody else",
        "client_id": "kredsblik", "client_secret": "the provider's word for us", "server_metadata_url": found,
    }  # fmt: skip
    return "[auth]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in named.items())

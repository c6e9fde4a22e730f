"""The nginx and the openssl that the tests put before the council's processes."""

import os
import shutil
import sys
from pathlib import Path

from environment import ROOT, SetupError, install_debian_packages

sys.path.insert(0, str(ROOT))
from tests.harness.nginx import installed_nginx  # noqa: E402 - found through the line above

DEBIAN_PACKAGES = ("nginx-light", "openssl")
HOW_TO_GET_ONE = (
    "Testene kører kredsrådets rum bag nginx med konfigurationen fra docs/drift/, og her mangler nginx eller "
    "openssl. Installér dem (på Debian og Ubuntu: »sudo apt-get install nginx-light openssl«), eller peg på nginx med "
    "KREDSBLIK_NGINX=/sti/til/nginx."
)


def ensure_nginx() -> Path:
    """Return nginx's path; on Debian and Ubuntu as root it is installed when it or openssl is not there."""
    chosen = os.environ.get("KREDSBLIK_NGINX")
    if chosen and not installed_nginx():
        raise SetupError(f"KREDSBLIK_NGINX peger på {chosen}, men den fil findes ikke.")
    if not _found():
        if shutil.which("apt-get") is None or os.geteuid() != 0:
            raise SetupError(HOW_TO_GET_ONE)
        install_debian_packages(*DEBIAN_PACKAGES)
    found = _found()
    if not found:
        raise SetupError(HOW_TO_GET_ONE)
    return found


def _found() -> Path | None:
    return installed_nginx() if shutil.which("openssl") else None

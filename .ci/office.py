"""The LibreOffice that the tests open the packs' files with."""

import os
import shutil
import sys
from pathlib import Path

from environment import ROOT, SetupError, install_debian_packages

sys.path.insert(0, str(ROOT))
from tests.harness.office import installed_office  # noqa: E402 - found through the line above

# Only the two programs that open slides and documents; Liberation has the widths of the fonts that the files name.
DEBIAN_PACKAGES = ("libreoffice-impress", "libreoffice-writer", "fonts-liberation")
HOW_TO_GET_ONE = (
    "Testene åbner mødepakkernes filer i LibreOffice, og her er intet. Installér LibreOffice (på Debian og Ubuntu: "
    "»sudo apt-get install libreoffice-impress libreoffice-writer«), eller peg på det med "
    "KREDSBLIK_OFFICE=/sti/til/soffice."
)


def ensure_office() -> Path:
    """Return LibreOffice's path; on Debian and Ubuntu as root it is installed when there is none."""
    found = installed_office()
    if found:
        return found
    chosen = os.environ.get("KREDSBLIK_OFFICE")
    if chosen:
        raise SetupError(f"KREDSBLIK_OFFICE peger på {chosen}, men den fil findes ikke.")
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        raise SetupError(HOW_TO_GET_ONE)
    install_debian_packages(*DEBIAN_PACKAGES)
    found = installed_office()
    if not found:
        raise SetupError(HOW_TO_GET_ONE)
    return found

"""The browser that the tests look through."""

import os
import shutil
import sys
from pathlib import Path

from environment import ROOT, SetupError, install_debian_packages

sys.path.insert(0, str(ROOT))
from tests.harness.chromium import installed_chromium  # noqa: E402 - found through the line above

# The fonts that charts fall back to; without any font a bare Debian draws empty boxes.
DEBIAN_PACKAGES = ("chromium", "fonts-liberation")
HOW_TO_GET_ONE = (
    "Testene ser siderne i en rigtig browser, og her er ingen. Installér Google Chrome, Microsoft Edge eller Chromium "
    "(på Debian og Ubuntu: »sudo apt-get install chromium«), eller peg på en med KREDSBLIK_BROWSER=/sti/til/browser."
)


def ensure_browser() -> Path:
    """Return the browser's path; on Debian and Ubuntu as root it is installed when there is none."""
    found = installed_chromium()
    if found:
        return found
    chosen = os.environ.get("KREDSBLIK_BROWSER")
    if chosen:
        raise SetupError(f"KREDSBLIK_BROWSER peger på {chosen}, men den fil findes ikke.")
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        raise SetupError(HOW_TO_GET_ONE)
    install_debian_packages(*DEBIAN_PACKAGES)
    found = installed_chromium()
    if not found:
        raise SetupError(HOW_TO_GET_ONE)
    return found

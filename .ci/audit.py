"""`audit`: whether any package that is installed here has a known weakness. It asks the internet; no test does."""

import subprocess
import sys
from collections.abc import Sequence

from environment import PYTHON, VENV, WINDOWS, SetupError, child_environment, ensure_environment, say

TOOL = "pip-audit==2.10.1"
# Beside the packages that it looks at, not among them: what it needs itself is no part of Kredsblik.
ITS_OWN = VENV / "audit"
ITS_PYTHON = ITS_OWN / ("Scripts/python.exe" if WINDOWS else "bin/python")
WHERE_PACKAGES_ARE = "import sysconfig; print(sysconfig.get_path('purelib'))"


def audit(arguments: Sequence[str]) -> int:
    """Look up every installed package, and return 1 when one has a known weakness."""
    ensure_environment()
    install_tool()
    say("Slår de installerede pakker op …")
    found = subprocess.run([PYTHON, "-c", WHERE_PACKAGES_ARE], capture_output=True, text=True, check=True)
    # Strict: a package that could not be looked up is not one without weaknesses.
    options = ["--strict", "--progress-spinner", "off", "--path", found.stdout.strip()]
    command = [str(ITS_PYTHON), "-m", "pip_audit", *options, *arguments]
    return subprocess.run(command, env=child_environment(), check=False).returncode


def install_tool() -> None:
    """Install the tool in an environment of its own, unless it is there."""
    if not ITS_PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", ITS_OWN], env=child_environment(), check=True)
    pip = [str(ITS_PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", TOOL]
    if subprocess.run(pip, env=child_environment(), check=False).returncode != 0:
        raise SetupError(f"{TOOL} kunne ikke installeres (se ovenfor). »audit« kræver adgang til internettet.")

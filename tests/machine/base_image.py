"""An image under the name that docs/drift/Containerfile begins with, made of this machine and not fetched."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.harness.documents import ROOT
from tests.harness.machine import ROOTS_ENVIRONMENT, ROOTS_PATH, Machine

SCRIPT = Path(__file__).with_name("base_image.sh")
(NAME,) = re.findall(r"^FROM (\S+)$", (ROOT / "docs" / "drift" / "Containerfile").read_text(), re.MULTILINE)
NEEDED = ("podman", "runc", "netavark", "iptables")

# Images lie where there is room. crun would want a right that a virtual machine may lack, and a limit on the number of
# processes a controller that this machine may keep to itself.
CONFIGURED = """cat > /etc/containers/storage.conf <<END
[storage]
driver = "overlay"
graphroot = "/opt/containers"
runroot = "/run/containers/storage"
END
cat > /etc/containers/containers.conf <<END
[containers]
volumes = ["/usr/bin:/usr/bin:ro", "/usr/sbin:/usr/sbin:ro", "/usr/lib:/usr/lib:ro", "/usr/lib64:/usr/lib64:ro"]
pids_limit = 0
[engine]
runtime = "runc"
END
"""


def no_containers() -> str:
    """Return why containers cannot be run here; empty when they can."""
    places = f"{ROOTS_PATH}:/usr/lib/podman"
    if lacking := [name for name in NEEDED if not shutil.which(name, path=places)]:
        return f"containers need {', '.join(lacking)}"
    version = "import sys; print(*sys.version_info[:2])"
    theirs = subprocess.run(
        ["python3", "-c", version], env=ROOTS_ENVIRONMENT, capture_output=True, text=True, check=True
    )
    if theirs.stdout.split() != [*map(str, sys.version_info[:2])] or sys.base_prefix == "/usr":
        return "the containers' base image needs a Python of Debian's version that is not Debian's own"
    return ""


def made(machine: Machine) -> None:
    """Let podman on the machine have the image."""
    folder, archive = machine.folder / "base", machine.folder / "media" / "base.tar"
    subprocess.run(["sh", str(SCRIPT), str(folder), sys.base_prefix], capture_output=True, check=True)
    subprocess.run(["tar", "c", "-C", str(folder), "-f", str(archive), "."], check=True)
    machine.types(f"{CONFIGURED}podman import --change 'ENV LD_LIBRARY_PATH=/usr/local/lib' /media/base.tar {NAME}")

"""How much memory another process holds now."""

import subprocess
from pathlib import Path


def resident_megabytes(process_id: int) -> float:
    """Return the process' resident memory in MB, from /proc or, where there is none, from `ps`."""
    status = Path(f"/proc/{process_id}/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(process_id)], capture_output=True, check=True, text=True)
    return int(told.stdout) / 1024

"""What docs/drift.md installs for systemd and nginx is taken by both as it is; that no room answers yet, is told."""

from pathlib import Path

import pytest

from tests.harness.machine import machine, missing
from tests.harness.nginx import COUNCIL
from tests.harness.shipped import copy_shipped
from tests.machine.installed import SERVICES, UNITS, filled_in, in_project, through_nginx

# systemd leaves out a line that it does not understand, and the fence has a hole.
NOT_UNDERSTOOD = "Unknown|Invalid|[Ff]ailed to parse"


def test_systemd_and_nginx_take_what_is_installed(tmp_path: Path) -> None:
    if why := missing():
        pytest.skip(why)
    copy_shipped(tmp_path / "opt" / "kredsblik-2026.11")
    with machine(tmp_path) as new:
        new.types("ln -s /opt/kredsblik-2026.11 /opt/kredsblik")
        filled_in(new)
        in_project(new, SERVICES)
        new.types(f"systemctl is-enabled {UNITS} nginx && systemctl is-active nginx kredsblik-udlevering.path")
        assert "Kredsblik svarer ikke lige nu" in through_nginx(new, COUNCIL, "/indbrud")
        assert not new.types(f"journalctl --quiet --identifier systemd --grep '{NOT_UNDERSTOOD}' || true")

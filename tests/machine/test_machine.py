"""docs/drift.md and docs/adgang.md, typed from top to bottom on a machine with a real systemd and a real nginx.

The machine has this one's programs, no network, and nothing of ours: see tests/harness/machine.py. Packages are fetched
as the page says, where a registry can be reached. The containers have a test beside this one.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.harness.machine import machine
from tests.harness.nginx import ANALYSTS, COUNCIL
from tests.machine import operation, work
from tests.machine.installed import installed
from tests.machine.people import browser_in, start_provider

EXTRACTS = ("*.csv", "*.covers.toml")


@pytest.mark.full
def test_what_an_administrator_is_told_makes_a_machine_that_works(
    folder: Path, demo_home: Path, playwright: Playwright
) -> None:
    extracts = sorted(path for pattern in EXTRACTS for path in (demo_home / "demo").glob(pattern))
    with machine(folder) as new:
        installed(new)
        operation.runs(new)
        start_provider(new)
        with browser_in(new, playwright) as browser:
            work.told_that_the_provider_cannot_be_asked(browser, ANALYSTS)
            work.told_that_the_provider_cannot_be_asked(browser, COUNCIL)
            operation.excepted(new)
            work.released(browser, extracts)
            new.waits_until("cmp /srv/kredsblik/releases/CURRENT /srv/kredsblik-raad/releases/CURRENT")
            work.asked(new, browser)
            work.frozen(new, browser)
            operation.types_the_rest(new)
            operation.copies_at_night(new)
            operation.begins_again_when_killed(new)
            operation.upgraded_and_taken_back(new)
            work.is_on_the_list(browser)
        operation.tells_nothing_of_anybody(new)

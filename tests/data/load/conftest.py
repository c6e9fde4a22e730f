"""Every load happens on the same day, in a home of its own."""

import pytest

from tests.data.load.extracts import TODAY


@pytest.fixture(autouse=True)
def _same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_TODAY", TODAY)

"""What a reader is told of an error: Danish, and nothing of the machine."""

from pathlib import Path

import pytest

from data.home import home
from pages.widgets.errors import without_folders


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("/srv/kredsblik/register.sqlite er beskadiget.", "register.sqlite er beskadiget."),
        ("Se »/srv/kredsblik/fil.csv«.", "Se »fil.csv«."),
        (r"C:\Data\kredsblik\fil.csv findes ikke.", "fil.csv findes ikke."),
        ("Kør: python -m data.publish", "Kør: python -m data.publish"),
        ("I 2025/2026 og/eller 1/2.", "I 2025/2026 og/eller 1/2."),
        ("Siden /om-tallene findes ikke.", "Siden /om-tallene findes ikke."),
    ],
)
def test_a_path_is_its_last_name(told: str, shown: str) -> None:
    assert without_folders(told) == shown


def test_the_home_is_never_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path / "en mappe" / "kredsblik"))
    assert without_folders(f"{home()}/register.sqlite kan ikke åbnes.") == "register.sqlite kan ikke åbnes."
    assert without_folders(f"Der kan ikke skrives i {home()}: er disken fuld?") == (
        "Der kan ikke skrives i kredsblik: er disken fuld?"
    )

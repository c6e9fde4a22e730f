"""How late reports came: days from the end of the window to the report, in the newest closed year."""

import datetime as dt
from pathlib import Path

import pytest

from analysis.answers import Delay
from analysis.delays import delays
from data.periods import Year
from data.publish import publish
from data.release import open_release
from tests.data.small_district import incident, load_district

BURGLARY = "indbrud_beboelse"


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def test_the_delay_is_counted_from_the_end_of_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path))
    reported = "2025-03-10T08:00"
    load_district(
        [
            incident(
                1, BURGLARY, reported, "217", gerning_fra=moment("2025-03-01"), gerning_til=moment("2025-03-09T23:59")
            ),
            incident(
                2, BURGLARY, reported, "217", gerning_fra=moment("2025-03-10T07:00"), gerning_til=None
            ),  # the same day
            incident(3, BURGLARY, reported, "157", gerning_fra=None, gerning_til=moment("2025-01-10")),  # 59 days
            incident(4, BURGLARY, reported, "157", gerning_fra=None, gerning_til=moment("2025-03-11")),  # cannot be
            incident(5, BURGLARY, reported, "157", gerning_fra=None, gerning_til=None),
            incident(
                6, BURGLARY, "2024-03-10", "157", gerning_fra=None, gerning_til=moment("2024-03-01")
            ),  # another year
        ]
    )
    publish()
    # 0, 1 and 59 days: the second of three is 1, nine tenths of three need all three, one came after a month
    assert delays(open_release()) == (Delay("Indbrud i privat beboelse", Year(2025), 3, 1, 59, 1),)

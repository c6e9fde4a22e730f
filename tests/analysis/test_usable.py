import datetime as dt

import pytest

from analysis.answers import Break
from analysis.usable import usable_periods
from data.periods import Month, Quarter

NEW_LAW = Break(dt.date(2018, 1, 1), None, "break", "")
NEW_UNIT = Break(dt.date(2018, 12, 3), None, "break", "")
COVID = Break(dt.date(2020, 3, 12), dt.date(2021, 6, 30), "exclude", "")
INTO_SUMMER = Break(dt.date(2020, 3, 12), dt.date(2021, 7, 1), "exclude", "")
ONE_DAY = Break(dt.date(2023, 5, 1), None, "exclude", "")
NOTE = Break(dt.date(2022, 1, 1), None, "mark", "")


@pytest.mark.parametrize(
    ("change", "quarter", "usable"),
    [
        (NEW_LAW, Quarter(2017, 4), False),
        (NEW_LAW, Quarter(2018, 1), True),  # begins on the day of the break
        (NEW_UNIT, Quarter(2018, 4), False),  # the break falls inside it: both meanings in one number
        (NEW_UNIT, Quarter(2019, 1), True),
        (COVID, Quarter(2019, 4), True),
        (COVID, Quarter(2020, 1), False),  # touched from 12 March
        (COVID, Quarter(2021, 2), False),
        (COVID, Quarter(2021, 3), True),
        (INTO_SUMMER, Quarter(2021, 3), False),  # its first day is touched
        (ONE_DAY, Quarter(2023, 1), True),
        (ONE_DAY, Quarter(2023, 2), False),
        (ONE_DAY, Quarter(2023, 3), True),
        (NOTE, Quarter(2021, 4), True),
        (NOTE, Quarter(2022, 1), True),
    ],
)
def test_what_a_change_leaves_usable(change, quarter, usable):
    assert usable_periods([quarter], [change]).tolist() == [usable]


def test_every_change_has_its_say():
    quarters = Quarter.span(Quarter(2017, 4), Quarter(2021, 3))
    usable = usable_periods(quarters, [NEW_LAW, COVID, NOTE])
    assert [quarter.code for quarter, kept in zip(quarters, usable, strict=True) if kept] == [
        "2018K1", "2018K2", "2018K3", "2018K4", "2019K1", "2019K2", "2019K3", "2019K4", "2021K3",
    ]  # fmt: skip


def test_months_are_periods_too():
    assert usable_periods([Month(2020, 2), Month(2020, 3), Month(2021, 7)], [COVID]).tolist() == [True, False, True]


def test_without_changes_everything_is_usable():
    assert usable_periods([Quarter(2020, 2)], []).tolist() == [True]

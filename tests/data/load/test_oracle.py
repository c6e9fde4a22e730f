"""Load against a slow and obvious reader, on extracts that fight back: every row is counted right or refused."""

import datetime as dt
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.contract import COLUMNS, ColumnKind
from data.errors import UserError
from tests.data.load.extracts import NAMES, load_one, refusals, row, stored
from tests.data.load.oracle import opinion

EXTRACTED = dt.date(2026, 1, 12)

ODD = [
    "", " ", "  x ", "-", "0", "-1", "007", "12.500", "12.50", "1.5", "1e3", "99999999999", "+3", "3,0", "ja", "JA",
    " nej ", "157", "0157", "998", "101", "57", "indbrud_beboelse", "Indbrud_beboelse", "2110625629",
    "21-10-62-5629", "40253112", "1km_6212_711", "1km_6212_7111", "100m_62121_7112", "a", "x" * 64, "x" * 65,
    "=cmd|' /C calc'!A0", "@SUM(A1)", "æøå", "05-11-2025 14:30", "05.11.2025 14:30", "05/11/2025 14.30",
    "2025-11-05 14:30", "2025-11-05T14:30:59", "5-1-2025 9:05", "05-11.2025 14:30", "05-11-25 14:30",
    "31-02-2025 10:00", "29-02-2024 10:00", "29-02-2025 10:00", "26-10-2025 02:30", "30-03-2025 02:30",
    "12-01-2026 23:59", "13-01-2026 00:00", "01-01-2052 10:00", "01-01-1900 00:00", "infinity", "epoch",
    "05-11-2025", "2025-11-05", "05.11.2025", "31.02.2025", "12-01-2026", "13-01-2026", "01-01-1970", "NULL", "nan",
    "?",
]  # fmt: skip
VALUES = st.one_of(
    st.sampled_from(ODD), st.text(st.characters(exclude_characters='";\t,\r\n\0\ufffd', codec="cp1252"), max_size=8)
)


def plausible(name: str) -> st.SearchStrategy[str]:
    """Return values that a column may well have."""
    column = COLUMNS[name]
    match column.kind:
        case ColumnKind.CODE:
            return st.sampled_from(["", *column.domain])
        case ColumnKind.COUNT:
            return st.one_of(st.just(""), st.integers(0, 20_000).map(str))
        case ColumnKind.TIMESTAMP:
            moments = st.datetimes(dt.datetime(2024, 1, 1), dt.datetime(2026, 1, 12, 23, 59))
            forms = st.sampled_from(
                ["%d-%m-%Y %H:%M", "%d.%m.%Y %H:%M", "%d/%m/%Y %H.%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M"]
            )
            return st.builds(dt.datetime.strftime, moments, forms)
        case ColumnKind.DATE:
            days = st.dates(dt.date(2024, 1, 1), dt.date(2026, 1, 12))
            return st.builds(dt.date.strftime, days, st.sampled_from(["%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"]))
        case ColumnKind.PSEUDONYM:
            return st.sampled_from(["", "s1", "f47ac10b-58cc-4372-a567-0e02b2c3d479"])
    return st.just("")


@st.composite
def extracts(draw: st.DrawFn) -> tuple[bytes, str, str]:
    """Return a mutated extract, its encoding and its separator. About half are plain: DuckDB reads those itself."""
    names = list(draw(st.permutations(NAMES)) if draw(st.booleans()) else NAMES)
    rows = [[row(number).get(name, "") for name in names] for number in range(draw(st.integers(1, 12)))]
    for fields in rows:
        for place in draw(st.lists(st.integers(0, len(names) - 1), max_size=4)):
            fields[place] = draw(st.one_of(plausible(names[place]), VALUES))
    plain = draw(st.booleans())
    for _ in range(draw(st.integers(0, 2))):  # a row cut, lengthened or repeated; a line without a row
        place = draw(st.integers(0, len(rows) - 1))
        fields = rows[place]
        changed = [fields[: len(names) // 2], [*fields, "x"], [*fields, ""], fields, *([] if plain else [[], [" "]])]
        rows.insert(place, draw(st.sampled_from(changed)))
    separator = draw(st.sampled_from(";\t"))
    quote = "" if plain else draw(st.sampled_from(["", '"']))
    lines = [names, *([f"{quote}{text}{quote}" for text in fields] for fields in rows)]
    ends = draw(st.lists(st.sampled_from(["\n", "\r\n", "\r"]), min_size=1, max_size=1 if plain else 2))
    text = "".join(separator.join(fields) + ends[place % len(ends)] for place, fields in enumerate(lines))
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig"] if plain else ["utf-8", "utf-8-sig", "utf-16", "cp1252"]))
    return text.encode(encoding), encoding, separator


def judged_alike(extract: tuple[bytes, str, str]) -> None:
    """Load the extract, and hold what became of it against the slow reader's opinion."""
    content, encoding, separator = extract
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", f"{folder}/home")
        path = Path(folder) / "udtraek_2026-01-12.csv"
        path.write_bytes(content)
        expected = opinion(path, encoding, separator, EXTRACTED)
        if not expected.accepted:
            with pytest.raises(UserError):
                load_one(path)
            return
        report = load_one(path)
        found = {
            values[0]: dict(zip(NAMES, values, strict=True))
            for values in stored(", ".join(f'"{name}"' for name in NAMES))
        }
        assert found == expected.accepted
        assert {line for line, _ in refusals(report)} == expected.refused
        assert report.refused == len(expected.refused)


FIGHT_BACK = settings(deadline=None, suppress_health_check=list(HealthCheck))


@settings(FIGHT_BACK, max_examples=100)
@given(extracts())
def test_every_row_is_counted_right_or_refused(extract: tuple[bytes, str, str]) -> None:
    judged_alike(extract)


@pytest.mark.full
@settings(FIGHT_BACK, max_examples=5000)
@given(extracts())
def test_every_row_is_counted_right_or_refused_in_many_more(extract: tuple[bytes, str, str]) -> None:
    judged_alike(extract)

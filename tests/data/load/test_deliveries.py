"""A delivery replaces exactly what it covers; what was never delivered stays missing."""

import datetime as dt
from pathlib import Path

import pytest

from data.coverage import covers_beside, read_covers
from data.errors import UserError
from data.incidents import incidents_path, open_incidents
from data.load import load
from tests.data.load.extracts import everything, load_one, refusals, row, stored, write
from tests.data.load.test_rules import covers


def coverage() -> list[tuple[str, str, str, int, bool]]:
    with open_incidents(read_only=True) as connection:
        return connection.execute("SELECT * FROM coverage ORDER BY ALL").fetchall()


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, [row(1), row(2, metode="x")])
    first = load_one(path)
    before = incidents_path().read_bytes()
    second = load_one(path)
    assert incidents_path().read_bytes() == before
    assert second.files[0].already_loaded
    assert not first.files[0].already_loaded
    assert (second.accepted, second.refused, refusals(second)) == (1, 1, [(3, "metode")])
    assert second.files[0].coverage == first.files[0].coverage


def test_the_same_rows_told_again_on_a_later_day_close_the_month(tmp_path: Path) -> None:
    rows = [row(1, anmeldt="05-12-2025 10:00")]
    assert load_one(write(tmp_path, rows, name="udtraek_2025-12-20.csv")).files[0].coverage.open_months == ("2025-12",)
    later = write(tmp_path, rows, name="udtraek_2026-01-05.csv")
    report = load_one(later).files[0]
    assert (report.already_loaded, report.coverage.open_months) == (False, ())
    assert [is_open for *_, is_open in coverage()] == [False]
    assert stored() == [("a-1",)]
    assert load_one(later).files[0].already_loaded
    copy = write(tmp_path, rows, name="udtraek_2026-01-05 (1).csv")
    assert load_one(copy).files[0].already_loaded


def test_a_copy_without_a_day_in_its_name_is_the_same_file_however_new(tmp_path: Path) -> None:
    rows = [row(1, anmeldt="05-12-2025 10:00")]
    load_one(write(tmp_path, rows, name="udtraek_2025-12-20.csv"))
    assert load_one(write(tmp_path, rows, name="kopi.csv")).files[0].already_loaded
    assert [is_open for *_, is_open in coverage()] == [True]


def test_the_same_file_with_another_coverage_is_another_delivery(tmp_path: Path) -> None:
    path = write(tmp_path, [row(1)])
    load_one(path)
    covers(path, "2025-10", "2025-11", places='["157"]', categories='["henvendelse"]')
    assert not load_one(path).files[0].already_loaded
    assert [month for _, month, *_ in coverage()] == ["2025-10", "2025-11"]


def test_a_file_that_was_replaced_in_part_can_be_loaded_again(tmp_path: Path) -> None:
    first = write(tmp_path, [row(1), row(2, anmeldt="01-10-2025 10:00")], name="a.csv")
    second = write(tmp_path, [row(3)], name="b.csv")
    load_one(first)
    load_one(second)
    assert stored() == [("a-2",), ("a-3",)]
    assert not load_one(first).files[0].already_loaded
    assert stored() == [("a-1",), ("a-2",)]


def test_a_correction_replaces_only_what_it_covers(tmp_path: Path) -> None:
    load_one(
        write(
            tmp_path,
            [
                row(1),
                row(2),
                row(3, anmeldt="30-11-2025 23:59"),
                row(4, anmeldt="31-10-2025 23:59"),  # another month
                row(5, kommunekode="217"),  # another municipality
                row(6, kategori="databedrageri"),  # another category
            ],
        )
    )
    load_one(write(tmp_path, [row(2, metode="vindue"), row(9)], name="rettet.csv"))
    assert stored("haendelse_id, metode") == [
        ("a-2", "vindue"),
        ("a-4", None),
        ("a-5", None),
        ("a-6", None),
        ("a-9", None),
    ]
    assert [cell[:4] for cell in coverage()] == [
        ("157", "2025-10", "henvendelse", 1),
        ("157", "2025-11", "databedrageri", 1),
        ("157", "2025-11", "henvendelse", 2),
        ("217", "2025-11", "henvendelse", 1),
    ]


def test_a_correction_with_covers_may_say_none(tmp_path: Path) -> None:
    load_one(write(tmp_path, [row(1), row(2, anmeldt="31-10-2025 23:59"), row(3, kommunekode="217")]))
    corrected = write(tmp_path, [row(4, kommunekode="217")], name="rettet.csv")
    covers(corrected, "2025-11", "2025-11", places='["157", "0217"]', categories='["henvendelse"]')
    load_one(corrected)
    assert stored() == [("a-2",), ("a-4",)]
    assert ("157", "2025-11", "henvendelse", 2, False) in coverage()


def test_what_is_not_delivered_is_missing(tmp_path: Path) -> None:
    rows = [
        row(1, anmeldt="01-01-2025 10:00"),
        row(2, anmeldt="01-03-2025 10:00"),
        row(3, metode="x", kommunekode="217"),
    ]
    load_one(write(tmp_path, rows))
    assert [cell[:3] for cell in coverage()] == [("157", "2025-01", "henvendelse"), ("157", "2025-03", "henvendelse")]


def test_a_month_is_open_until_the_extract_is_from_after_it(tmp_path: Path) -> None:
    rows = [row(1, anmeldt="31-12-2025 10:00"), row(2, anmeldt="12-01-2026 10:00")]
    report = load_one(write(tmp_path, rows, name="udtraek_20260112.csv"))
    assert [(month, is_open) for _, month, _, _, is_open in coverage()] == [("2025-12", False), ("2026-01", True)]
    assert report.files[0].coverage.open_months == ("2026-01",)


@pytest.mark.parametrize(("day", "is_open"), [("2025-11-29", True), ("2025-11-30", True), ("2025-12-01", False)])
def test_the_last_day_of_a_month_is_not_over(tmp_path: Path, day: str, is_open: bool) -> None:
    load_one(write(tmp_path, [row(1)], name=f"udtraek-{day}.csv"))
    assert [cell[4] for cell in coverage()] == [is_open]


def test_a_pseudonym_of_another_delivery_is_refused_unless_its_incident_is_replaced(tmp_path: Path) -> None:
    load_one(write(tmp_path, [row(1), row(2, kommunekode="217"), row(3)]))
    report = load_one(write(tmp_path, [row(9), row(2), row(3)], name="rettet.csv"))
    assert refusals(report) == [(3, "haendelse_id")]
    assert stored("haendelse_id, kommunekode") == [("a-2", "217"), ("a-3", "157"), ("a-9", "157")]


def test_a_refused_row_does_not_replace(tmp_path: Path) -> None:
    load_one(write(tmp_path, [row(1), row(2, kommunekode="217"), row(3, kommunekode="173")]))
    # The row in 217 is refused since 173 has its pseudonym; so 217 keeps what it had.
    load_one(write(tmp_path, [row(9), row(3, kommunekode="217")], name="rettet.csv"))
    assert stored("haendelse_id, kommunekode") == [("a-2", "217"), ("a-3", "173"), ("a-9", "157")]


def test_rows_that_cannot_be_told_apart_from_kept_ones_refuse_the_file(tmp_path: Path) -> None:
    load_one(write(tmp_path, [row(1), row(2, kommunekode="217"), row(3, kommunekode="173")]))
    # a-2 moves to 157; 217 would be replaced, but its only row is refused (a-3 is in 173).
    before = everything()
    with pytest.raises(UserError, match="--covers"):
        load_one(write(tmp_path, [row(2), row(3, kommunekode="217")], name="rettet.csv"))
    assert everything() == before


def test_several_files_are_one_step_and_each_its_own_delivery(tmp_path: Path) -> None:
    report = load(
        [write(tmp_path, [row(1)], name="a.csv"), write(tmp_path, [row(2, anmeldt="01-10-2025 10:00")], name="b.csv")]
    )
    assert (report.accepted, len(report.files)) == (2, 2)
    assert [cell[3] for cell in coverage()] == [2, 1]


@pytest.mark.parametrize(
    ("name", "newest", "expected"),
    [
        ("udtraek_2025-11-30.csv", "29-11-2025 10:00", dt.date(2025, 11, 30)),
        ("udtraek_20251130.csv", "30-11-2025 23:59", dt.date(2025, 11, 30)),
        ("udtraek_20251130.csv", "01-12-2025 00:00", None),  # before the newest report
        ("udtraek_20260113.csv", "01-12-2025 00:00", None),  # after today
        ("udtraek_20160101_20251231.csv", "01-12-2025 00:00", dt.date(2025, 12, 31)),
        ("udtraek_2025-13-99.csv", "01-11-2025 00:00", None),  # no such day
        ("udtraek_320251130.csv", "01-11-2025 00:00", None),  # a number
    ],
)
def test_the_day_of_the_extract(tmp_path: Path, name: str, newest: str, expected: dt.date | None) -> None:
    report = load_one(write(tmp_path, [row(1, anmeldt=newest), row(2, anmeldt="01-06-2052 10:00"), row(3)], name=name))
    assert report.files[0].extracted == (expected or dt.date(2026, 1, 12))  # written after "today"


def test_the_covers_tell_the_day_of_the_extract(tmp_path: Path) -> None:
    path = write(tmp_path, [row(1)], name="udtraek_2026-01-01.csv")
    covers(path, "2025-11", "2025-11", "extracted = 2025-12-24")
    assert load_one(path).files[0].extracted == dt.date(2025, 12, 24)


SOUND = {"municipalities": '"alle"', "from": '"2025-11"', "to": '"2025-11"', "categories": '"alle"'}


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"municipalities": None}, "municipalities"),
        ({"municipalities": '["101"]'}, "101"),
        ({"from": '"2025-13"'}, "from"),
        ({"from": '"2025-12"'}, "før"),
        ({"categories": '["x"]'}, "x"),
        ({"categories": "[]"}, "categories"),
        ({"other": "1"}, "other"),
        ({"extracted": '"i går"'}, "extracted"),
        ({"to": '"2026-02"', "extracted": "2026-01-12"}, "februar"),
        ({"extracted": "2026-01-13"}, "13.01.2026"),
        ({"to": "= ="}, "TOML"),
    ],
)
def test_covers_that_are_not_sound(tmp_path: Path, change: dict[str, str | None], word: str) -> None:
    path = write(tmp_path, [row(1)])
    lines = [f"{key} = {value}" for key, value in (SOUND | change).items() if value is not None]
    path.with_suffix(".covers.toml").write_text("\n".join(lines))
    with pytest.raises(UserError, match=word):
        load_one(path)


def test_covers_lie_beside_the_file_under_either_name(tmp_path: Path) -> None:
    path = write(tmp_path, [row(1)])
    assert covers_beside(path) is None
    covers(path, "2025-11", "2025-11")
    beside = covers_beside(path)
    assert beside == tmp_path / "udtraek.covers.toml"
    (tmp_path / "udtraek.csv.covers.toml").write_text(beside.read_text())
    assert covers_beside(path) == tmp_path / "udtraek.csv.covers.toml"
    assert read_covers(beside).municipalities[-1] == "998"


def test_demo_rows_mark_their_delivery(tmp_path: Path) -> None:
    assert load_one(write(tmp_path, [row(1), row(haendelse_id="demo-1")], name="a.csv")).files[0].demo
    assert not load_one(write(tmp_path, [row(3, kommunekode="217")], name="b.csv")).files[0].demo

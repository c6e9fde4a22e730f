"""The plan's goals as one table: baseline, latest four quarters, and the exact change."""

from collections.abc import Sequence

from analysis.danish import NO_BREAK, interval, number
from analysis.plan import BASELINE, Progress
from analysis.tables import Cell, Column, Table
from analysis.unanswered import extract_source
from data.periods import Quarter, Year
from data.release import Release

NOT_ESTABLISHED = "Ikke større, end tilfældige udsving kan forklare"


def plan_table(release: Release, found: Sequence[Progress]) -> Table:
    """Return a row for each goal that has an indicator."""
    columns = (
        Column("Mål i planen"),
        Column("Følges med"),
        Column(f"Udgangspunkt {BASELINE.name}", 0),
        Column("Seneste fire kvartaler", 0),
        Column("Periode"),
        Column("Forskel"),
        Column("Hvad kan tallene bære?"),
    )
    rows = tuple(map(_row, found))
    return Table(f"Planens mål, {found[0].place}", columns, rows, extract_source(release))


def plan_title(found: Sequence[Progress]) -> str:
    """Return how many of the goals have moved for certain since the baseline."""
    compared = [progress for progress in found if progress.change is not None]
    moved = [progress for progress in compared if progress.is_established]
    numbers = f"af planens {number(len(compared))} sammenlignelige tal er"
    if not moved:
        return f"{found[0].place}: ingen {numbers} sikkert ændret siden {BASELINE.name}"
    return f"{found[0].place}: {number(len(moved))} {numbers} ændret siden {BASELINE.name}"


def _row(progress: Progress) -> tuple[Cell, ...]:
    return (
        progress.goal.aim,
        f"{progress.name} (aktivitet)" if progress.goal.is_activity else progress.name,
        progress.baseline,
        progress.latest,
        _span(progress.quarters),
        _difference(progress),
        progress.reason or _finding(progress),
    )


def _span(quarters: tuple[Quarter, ...]) -> str:
    """Return `4. kvt. 2024 – 3. kvt. 2025`, or the year when they make one."""
    if not quarters:
        return ""
    if quarters == Year(quarters[0].year).quarters:
        return Year(quarters[0].year).name
    return f"{quarters[0].short_name} – {quarters[-1].short_name}"


def _difference(progress: Progress) -> str:
    if progress.baseline is None or progress.latest is None:
        return ""
    more = progress.latest - progress.baseline
    return "lige mange" if more == 0 else f"{number(abs(more))}{NO_BREAK}{'flere' if more > 0 else 'færre'}"


def _finding(progress: Progress) -> str:
    """Return whether the change is established, with the ratio's interval."""
    change = progress.change
    if change is None or change.ratio is None or change.low is None or change.high is None:
        return "Ingen tal at sammenligne"
    ratio = f"{number(change.ratio, 2)} gange ({interval(change.low, change.high, 2)})"
    if not progress.is_established:
        return f"{NOT_ESTABLISHED}: {ratio}"
    return f"{'Flere' if change.ratio > 1 else 'Færre'}: {ratio}"

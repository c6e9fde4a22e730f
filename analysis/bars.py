"""Breakdowns as bars: each is a table whose third column is drawn, so that the figure can be read by anyone."""

from collections.abc import Sequence

from markupsafe import Markup

from analysis.answers import Breakdown
from analysis.danish import MISSING, number, percent
from analysis.pictures import Picture
from analysis.tables import Cell, Column, Table

READING = (
    "Hver bjælke er en gruppes andel af de anmeldelser i året, hvor oplysningen findes. Fordelinger vises kun, når "
    "hver gruppe har mindst 5 sager; ellers er grupper, år eller kommuner lagt sammen. Antal pr. kommune og kvartal "
    "er offentlige tal og vises uændret."
)


def breakdown_bars(title: str, breakdowns: Sequence[Breakdown]) -> Picture:
    """Return the breakdowns of one category, place and year as bars; one that is held back says why."""
    return Picture(
        figure=Markup('<div class="kb-bars">{}</div>').format(Markup("").join(map(_bars, breakdowns))),
        table=_table(title, breakdowns),
        alt=f"Bjælker. {title}. " + " ".join(map(_finding, breakdowns)),
        reading=READING,
    )


def _bars(breakdown: Breakdown) -> Markup:
    heading = Markup("<h4>{}</h4>").format(breakdown.title)
    if breakdown.groups is None:
        return Markup('<section>{}<p class="kb-note">{}</p></section>').format(heading, breakdown.reason or MISSING)
    total = _total(breakdown)
    rows = Markup("").join(_bar(label, count, total) for label, count in breakdown.groups)
    return Markup("<section>{}<table><tbody>{}</tbody></table>{}</section>").format(
        heading, rows, _unknown(breakdown.unknown)
    )


def _bar(label: str, count: int, total: int) -> Markup:
    share = count / total if total else None
    return Markup(
        '<tr><th scope="row">{}</th><td class="kb-bar"><span style="width:{:.1f}%"></span></td>'
        '<td class="kb-number">{}</td><td class="kb-number">{}</td></tr>'
    ).format(label, 100 * (share or 0), number(count), percent(share))


def _unknown(count: int | None) -> Markup:
    return Markup('<p class="kb-note">Uoplyst: {}.</p>').format(number(count)) if count else Markup("")


def _total(breakdown: Breakdown) -> int:
    return sum(count for _, count in breakdown.groups or ())


def _table(title: str, breakdowns: Sequence[Breakdown]) -> Table:
    return Table(
        title=title,
        columns=(Column("Gruppe"), Column("Fordeling"), Column("Antal", 0), Column("Andel (%)", 1)),
        rows=tuple(row for breakdown in breakdowns for row in _rows(breakdown)),
        source=breakdowns[0].source if breakdowns else "",
    )


def _rows(breakdown: Breakdown) -> list[tuple[Cell, ...]]:
    if breakdown.groups is None:
        return [(breakdown.reason, breakdown.title, None, None)]
    total = _total(breakdown)
    rows: list[tuple[Cell, ...]] = [
        (label, breakdown.title, count, 100 * count / total if total else None) for label, count in breakdown.groups
    ]
    return [*rows, ("Uoplyst", breakdown.title, breakdown.unknown, None)] if breakdown.unknown else rows


def _finding(breakdown: Breakdown) -> str:
    if not breakdown.groups:
        return f"{breakdown.title}: {breakdown.reason or MISSING}"
    total = _total(breakdown)
    label, count = max(breakdown.groups, key=lambda group: group[1])
    return f"{breakdown.title}: flest i gruppen {label} med {number(count)} af {number(total)}."

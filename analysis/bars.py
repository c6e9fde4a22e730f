"""Breakdowns as bars: each is a table whose third column is drawn, so that the figure can be read by anyone."""

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup

from analysis.answers import Breakdown
from analysis.danish import MISSING, enumeration, number, percent
from analysis.pictures import PICTURES_KEPT, Picture
from analysis.tables import Cell, Column, Table

READING = (
    "Hver bjælke er en gruppes antal; procenten er dens andel af dem, hvor oplysningen findes. Længderne kan "
    "sammenlignes inden for samme fordeling. Fordelinger vises kun, når hver gruppe har mindst 5 sager; ellers er "
    "grupper, år eller kommuner lagt sammen. Antal pr. kommune og kvartal er offentlige tal og vises uændret."
)

HELD_BACK = (
    "Vises ikke for {place} i {year}: {names}. En fordeling vises kun, når hver gruppe har mindst fem sager, så ingen "
    "enkelt sag kan genkendes."
)


@lru_cache(maxsize=PICTURES_KEPT)
def breakdown_bars(title: str, breakdowns: tuple[Breakdown, ...]) -> Picture:
    """Return the breakdowns of one category, place and year as bars; what is held back is named with the reason."""
    shown = [each for each in breakdowns if each.groups is not None]
    held_back = [each for each in breakdowns if each.groups is None]
    return Picture(
        figure=Markup('<div class="kb-bars">{}</div>{}').format(
            Markup("").join(map(_bars, shown)), _held_back(held_back, bool(shown))
        ),
        table=_table(title, breakdowns),
        alt=f"Bjælker. {title}. " + " ".join(map(_finding, breakdowns)),
        reading=READING,
    )


def bar_list(heading: str, rows: Sequence[tuple[str, float, str, str]]) -> Markup:
    """Return one list of bars, the longest as long as there is room; a row is label, value and two written numbers."""
    longest = max((value for _, value, _, _ in rows), default=0) or 1
    body = Markup("").join(
        Markup(
            '<tr><th scope="row">{}</th><td class="kb-bar"><span style="width:{:.1f}%"></span></td>'
            '<td class="kb-number">{}</td><td class="kb-number">{}</td></tr>'
        ).format(label, 100 * value / longest, *written)
        for label, value, *written in rows
    )
    return Markup("<section><h3>{}</h3><table><tbody>{}</tbody></table></section>").format(heading, body)


def _bars(breakdown: Breakdown) -> Markup:
    total = _total(breakdown)
    groups = breakdown.groups or ()
    rows = [(label, count, number(count), percent(count / total if total else None)) for label, count in groups]
    heading = f"{breakdown.title} ({number(breakdown.unknown)} uoplyst)" if breakdown.unknown else breakdown.title
    return bar_list(heading, rows)


def _held_back(held_back: Sequence[Breakdown], beside_others: bool) -> Markup:
    if not held_back:
        return Markup("")
    if len(held_back) == 1:
        text = held_back[0].reason or MISSING
    else:
        names = enumeration([each.title.lower() for each in held_back])
        text = f"{HELD_BACK.format(names=names, place=held_back[0].place, year=held_back[0].period.name)}"
    return Markup('<p class="kb-note{}">{}</p>').format(" kb-held-back" if beside_others else "", text)


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

"""Breakdowns as bars: each is a table whose third column is drawn, so that the figure can be read by anyone."""

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup

from analysis.answers import Breakdown
from analysis.danish import MISSING, enumeration, number, percent
from analysis.pictures import PICTURES_KEPT, Picture
from analysis.rate_bars import PER_GROUP, RATE_COLUMNS, UNKNOWN_LEFT_OUT, highest_rate, rate_cells, rate_rows
from analysis.reasons import FIVE_IN_EACH
from analysis.tables import Cell, Column, Table
from data.periods import Years

READING = (
    "Hver bjælke er en gruppes antal; procenten er dens andel af dem, hvor oplysningen findes. Længderne kan "
    "sammenlignes inden for samme fordeling. Fordelinger vises kun, når hver gruppe har mindst 5 sager; ellers er "
    "grupper, år eller kommuner lagt sammen. Antal pr. kommune og kvartal er offentlige tal og vises uændret."
)

POOLED = (
    "Fordelinger for {span} er for årene lagt sammen, for i et enkelt år er der for få til, at hver gruppe når fem. De "
    "enkelte år vises ikke for sig: så kunne de andre regnes ud. Den næste periode vises, når alle dens år er endelige."
)

Groups = tuple[tuple[str, tuple[Breakdown, ...]], ...]


@lru_cache(maxsize=PICTURES_KEPT)
def breakdown_bars(title: str, groups: Groups) -> Picture:
    """Return breakdowns as bars; a group is a heading and its breakdowns, of one place and period.

    What is held back is named with the reason.
    """
    return Picture(
        figure=Markup("").join(_group(heading, breakdowns) for heading, breakdowns in groups) + _rule(groups),
        table=_table(title, groups),
        alt=f"Bjælker. {title}. "
        + " ".join(f"{heading}. {_finding(each)}" for heading, breakdowns in groups for each in breakdowns),
        reading=" ".join([READING, *_counting(groups)]),
    )


def _counting(groups: Groups) -> list[str]:
    """Return how groups are counted, where that is not plain, what rates lack, and why years are added; each once."""
    every = [each for _, breakdowns in groups for each in breakdowns]
    pooled = [POOLED.format(span=each.period.name) for each in every if isinstance(each.period, Years)]
    too_low = [UNKNOWN_LEFT_OUT for each in every if each.rates and each.unknown]
    return list(dict.fromkeys([*(each.note for each in every if each.groups and each.note), *too_low, *pooled]))


def _group(heading: str, breakdowns: Sequence[Breakdown]) -> Markup:
    """Return a group's bars; what is not shown stands where its bars would have been."""
    notes = Markup("").join(
        Markup('<p class="kb-note kb-held-back">{}</p>').format(note)
        for note in _not_shown([each for each in breakdowns if each.groups is None])
    )
    shown = Markup("").join(_bars(each) for each in breakdowns if each.groups is not None)
    return Markup('<h3 class="kb-group">{}</h3><div class="kb-bars">{}{}</div>').format(heading, shown, notes)


def _not_shown(missing: Sequence[Breakdown]) -> list[str]:
    """Return what a group lacks: the names that one rule holds back together, every other reason by itself."""
    names = enumeration([each.title.lower() for each in missing if each.held_back])
    others = [each.reason or MISSING for each in missing if not each.held_back]
    return [*([f"Vises ikke: {names}."] if names else []), *others]


def _rule(groups: Groups) -> Markup:
    """Return the rule once, however many distributions it holds back."""
    if any(each.held_back for _, breakdowns in groups for each in breakdowns):
        return Markup('<p class="kb-note kb-held-back">{}</p>').format(FIVE_IN_EACH)
    return Markup("")


def bar_list(heading: str, rows: Sequence[tuple[str, float, str, str]], full: float | None = None) -> Markup:
    """Return one list of bars; a row is label, value and two written numbers.

    As long as there is room is `full`, or the longest.
    """
    longest = full or max((value for _, value, _, _ in rows), default=0) or 1
    body = Markup("").join(
        Markup(
            '<tr><th scope="row">{}</th><td class="kb-bar"><span style="width:{:.1f}%"></span></td>'
            '<td class="kb-number">{}</td><td class="kb-number">{}</td></tr>'
        ).format(label, 100 * value / longest, *written)
        for label, value, *written in rows
    )
    return Markup('<section><h3>{0}</h3><table aria-label="{0}"><tbody>{1}</tbody></table></section>').format(
        heading, body
    )


def _bars(breakdown: Breakdown) -> Markup:
    total = _total(breakdown)
    groups = breakdown.groups or ()
    rows = [(label, count, number(count), percent(count / total if total else None)) for label, count in groups]
    without = f" ({number(breakdown.unknown)} {breakdown.unknown_is})" if breakdown.unknown else ""
    rates = rate_rows(breakdown)
    return bar_list(f"{breakdown.title}{without}", rows) + (
        bar_list(f"{breakdown.title}, {PER_GROUP}", rates) if rates else Markup("")
    )


def _total(breakdown: Breakdown) -> int:
    return sum(count for _, count in breakdown.groups or ())


def _table(title: str, groups: Groups) -> Table:
    every = [(heading, each) for heading, breakdowns in groups for each in breakdowns]
    columns = (Column("Gruppe"), Column("Fordeling"), Column("Hvad"), Column("Antal", 0), Column("Andel (%)", 1))
    rows = tuple(row for heading, each in every for row in _rows(heading, each))
    if any(each.rates for _, each in every):
        beside = [cells for heading, each in every for cells in rate_cells(each, len(_rows(heading, each)))]
        with_rates = tuple((*row, *cells) for row, cells in zip(rows, beside, strict=True))
        return Table(title, (*columns, *RATE_COLUMNS), with_rates, every[0][1].source)
    return Table(title, columns, rows, every[0][1].source if every else "")


def _rows(heading: str, breakdown: Breakdown) -> list[tuple[Cell, ...]]:
    where = (breakdown.title, heading)
    if breakdown.groups is None:
        return [(breakdown.reason, *where, None, None)]
    total = _total(breakdown)
    rows: list[tuple[Cell, ...]] = [
        (label, *where, count, 100 * count / total if total else None) for label, count in breakdown.groups
    ]
    without = breakdown.unknown_is.capitalize()
    return [*rows, (without, *where, breakdown.unknown, None)] if breakdown.unknown else rows


def _finding(breakdown: Breakdown) -> str:
    if not breakdown.groups:
        return f"{breakdown.title}: {breakdown.reason or MISSING}"
    total = _total(breakdown)
    label, count = max(breakdown.groups, key=lambda group: group[1])
    return (
        f"{breakdown.title}: flest i gruppen {label} med {number(count)} af {number(total)}.{highest_rate(breakdown)}"
    )

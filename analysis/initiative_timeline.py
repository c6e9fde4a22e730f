"""The initiatives as a timeline: when each began, how long it ran, and which have no known beginning."""

import datetime as dt
from collections.abc import Sequence

from markupsafe import Markup

from analysis.danish import enumeration
from analysis.initiative_tables import initiatives_table
from analysis.initiatives import NOT_KNOWN
from analysis.pictures import Picture
from data.home import today
from data.register.initiative import Initiative
from data.register.initiative_rows import InitiativeEntry

READING = (
    "Hver linje er en indsats. Bjælken går fra den dag, den begyndte, til den sluttede; når den til højre kant, er den "
    "ikke slut. En dato, der kun er kendt som måned, kvartal eller år, begynder med den første dag. Indsatser uden "
    "kendt startdato har ingen bjælke. En bjælke siger ikke, at indsatsen virkede."
)
_LEAST_WIDTH = 1.0  # per cent: an initiative of a week is still there to be seen


def initiative_timeline(entries: Sequence[InitiativeEntry], title: str) -> Picture:
    """Return a row for each initiative in the order given, on one axis of whole years up to the present one."""
    all_asked = [entry.content for entry in entries]
    starts = [asked.start.first_day for asked in all_asked if asked.start]
    first = dt.date(min(starts, default=today()).year, 1, 1)
    last = dt.date(max([today(), *starts]).year, 12, 31)
    rows = Markup("").join(_row(asked, first, last) for asked in all_asked)
    axis = Markup('<p class="kb-timeline-axis"><span>{}</span><span>{}</span></p>').format(first.year, last.year)
    return Picture(
        figure=Markup('<div class="kb-timeline">{}{}</div>').format(axis, rows),
        table=initiatives_table(entries, title),
        alt=f"Tidslinje. {title}. {_finding(all_asked)}",
        reading=READING,
    )


def _row(asked: Initiative, first: dt.date, last: dt.date) -> Markup:
    label = Markup("<p><b>{}</b> <span>{}, {}</span></p>").format(asked.what, asked.place_name, _when(asked))
    if asked.start is None:
        return Markup("<div>{}</div>").format(label)
    left = _share(asked.start.first_day, first, last)
    right = _share(min(asked.end.last_day, last), first, last) if asked.end else 100.0
    bar = Markup('<div class="kb-timeline-track"><i style="left:{:.1f}%;width:{:.1f}%"></i></div>').format(
        min(left, 100 - _LEAST_WIDTH), max(right - left, _LEAST_WIDTH)
    )
    return Markup("<div>{}{}</div>").format(label, bar)


def _share(day: dt.date, first: dt.date, last: dt.date) -> float:
    return 100 * (day - first).days / ((last - first).days + 1)


def _when(asked: Initiative) -> str:
    begun = f"fra {asked.start.name}" if asked.start else f"startdato {NOT_KNOWN}"
    return f"{begun} til {asked.end.name}, {asked.status}" if asked.end else f"{begun}, {asked.status}"


def _finding(all_asked: Sequence[Initiative]) -> str:
    return f"{enumeration([f'{asked.what} ({_when(asked)})' for asked in all_asked])}." if all_asked else "Ingen."

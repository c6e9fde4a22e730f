"""Activities that were typed in: how many meetings and talks, whom they reached, and of gangs and PSP nothing more."""

from collections import Counter
from collections.abc import Sequence

from analysis.danish import number
from analysis.tables import Column, Table
from analysis.typed import typed
from data.municipalities import DISTRICT
from data.register.activity import ACTIVITY_FORM, ActivityEntry, order
from data.register.themes import THEMES, Theme

SOURCE = "Registeret over møder og oplæg"
WHY_NO_NUMBERS = (
    "Om rocker- og bandegrupperinger og om psykisk uligevægtige borgere viser Kredsblik ingen tal for sager, personer "
    "eller grupper, hverken for kredsen eller for en kommune. Så få mennesker kan kendes, også i et tal, og de "
    "borgere, PSP handler om, drøftes efter retsplejelovens § 115. Et udtræk, der har dem med, bliver afvist. Her står "
    "kun, hvad myndighederne gør sammen: møder og indsatser for hele kredsen."
)
CENTRES = (
    "PSP er politiets samarbejde med kommunernes socialforvaltninger og psykiatrien: Psykiatrisk Center Ballerup og "
    "Psykiatrisk Center Hillerød."
)


def closed_themes() -> tuple[Theme, ...]:
    """Return the themes of which nothing is counted but what is done in the whole district."""
    return tuple(theme for theme in THEMES.values() if theme.district_only)


def activities_of(place: str) -> tuple[ActivityEntry, ...]:
    """Return a municipality's activities and the whole district's, the newest period first; the district's are all.

    Those of the closed themes are not among them.
    """
    closed = {theme.code for theme in closed_themes()}
    found = [entry for entry in typed(ACTIVITY_FORM) if entry.content.theme not in closed]
    seen = [entry for entry in found if place == DISTRICT or entry.content.place in (place, DISTRICT)]
    return tuple(sorted(seen, key=order, reverse=True))


def activities_table(entries: Sequence[ActivityEntry], title: str) -> Table:
    """Return period, place, theme, kind, audience, how many and whom they reached, a row for each activity."""
    heads = (Column("Periode"), Column("Sted"), Column("Indsatsområde"), Column("Hvad"), Column("Målgruppe"))
    rows = tuple(
        (
            done.period.short_name,
            done.place_name,
            done.theme_name,
            str(done.kind),
            str(done.audience or "alle"),
            done.count,
            done.reached,
        )
        for done in (entry.content for entry in entries)
    )
    return Table(title, (*heads, Column("Antal", 0), Column("Deltagere", 0)), rows, SOURCE)


def meetings_held() -> Table:
    """Return the meetings held about each closed theme in the whole district, by period, as far as is known."""
    counts: Counter[tuple[str, str]] = Counter()
    for entry in typed(ACTIVITY_FORM):
        counts[entry.content.theme, entry.content.period.short_name] += entry.content.count
    rows = tuple(
        (theme.name, period, count)
        for theme in closed_themes()
        for (code, period), count in sorted(counts.items(), reverse=True)
        if code == theme.code
    )
    return Table("Møder, der er holdt", (Column("Tema"), Column("Periode"), Column("Møder", 0)), rows, SOURCE)


def meetings_sentence() -> str:
    """Return how many meetings are registered in all, or that none are."""
    held = sum(int(row[2] or 0) for row in meetings_held().rows)
    return f"Registeret har {number(held)} møder." if held else "Der er ikke skrevet møder ind i registeret endnu."

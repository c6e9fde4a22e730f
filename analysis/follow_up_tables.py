"""Follow-ups as bars, and charges by cohort as a figure: each a picture with its table."""

from collections.abc import Sequence
from functools import lru_cache

import plotly.graph_objects as go
from markupsafe import Markup

from analysis.bars import bar_list
from analysis.danish import interval, number, percent
from analysis.follow_up import Followed, FollowedUp
from analysis.palette import BLUE, INK, PALE_BLUE, TEMPLATE
from analysis.pictures import PICTURES_KEPT, Picture
from analysis.tables import Cell, Column, Table
from data.periods import Period, Quarter

HEIGHT = 260
COHORTS_SHOWN = 20  # five years of quarters
HEADROOM = 1.1
GROWING = "Foreløbig: ikke alle sager er fulgt i et år."
COLUMNS = (
    *(Column("Antal", 0), Column("Af", 0), Column("Andel (%)", 1), Column("Fra (%)", 1), Column("Til (%)", 1)),
    *(Column("Uoplyst", 0), Column("Bemærkning")),
)
READING_REACHED = (
    "Hver bjælke er andelen af de anmeldelser, hvor oplysningen findes. Tallene i parentes er usikkerheden: 95 af 100 "
    "sådanne intervaller rummer den sande andel. Uoplyst tæller hverken som ja eller nej."
)
READING_COHORTS = (
    "Hver søjle er de sager, der blev anmeldt i et kvartal: andelen, hvor der blev rejst sigtelse inden for et år. "
    "Stregen er usikkerheden. Skraverede søjler er de kvartaler, hvor ikke alle sager er fulgt et helt år: de vokser "
    "endnu og kan ikke sammenlignes med de andre. En sigtelse er ikke en dom."
)


@lru_cache(maxsize=PICTURES_KEPT)
def reached_picture(title: str, every: tuple[FollowedUp, ...], period: Period) -> Picture:
    """Return how many were reached in a period, a bar for each follow-up; what is not known says why."""
    found = [(each, each.at(period)) for each in every]
    shown = [_bar(each, at) for each, at in found if at.share]
    reasons = [at.reason for _, at in found if at.reason]
    heading = f"{every[0].category.name}, {every[0].place}, {period.name}"
    notes = Markup("").join(Markup('<p class="kb-note">{}</p>').format(reason) for reason in reasons)
    return Picture(
        figure=Markup('<div class="kb-bars">{}</div>{}').format(bar_list(heading, shown, full=1.0), notes),
        table=_table(title, "Opfølgning", [(each.follow_up.name, at) for each, at in found], every[0].source),
        alt=f"Bjælker. {title}. {' '.join(_said(each, at) for each, at in found)}",
        reading=READING_REACHED,
    )


@lru_cache(maxsize=PICTURES_KEPT)
def cohorts_picture(title: str, charged: FollowedUp) -> Picture:
    """Return the share of every quarter's cases as columns, hatched where it still grows."""
    cohorts = [each for each in charged.periods if isinstance(each.period, Quarter)][-COHORTS_SHOWN:]
    final = [each for each in cohorts if each.share and not each.provisional]
    last = f"{_said(charged, final[-1])} " if final else ""
    return Picture(
        figure=_figure(cohorts),
        table=_table(
            title, "Anmeldt i", [(each.period.short_name, each) for each in reversed(cohorts)], charged.source
        ),
        alt=f"Søjler. {title}. {last}De nyeste kvartaler er foreløbige.",
        reading=READING_COHORTS,
    )


def _bar(each: FollowedUp, at: Followed) -> tuple[str, float, str, str]:
    assert at.share is not None
    without = f"; {number(at.unknown)} uoplyst" if at.unknown else ""
    label = f"{each.follow_up.name} ({number(at.kept)} af {number(at.counted)}{without})"
    return label, at.share.value, percent(at.share.value), f"({_bounds(at)})"


def _bounds(at: Followed) -> str:
    return interval(100 * at.share.low, 100 * at.share.high) if at.share else ""


def _said(each: FollowedUp, at: Followed) -> str:
    if at.share is None:
        return at.reason or ""
    text = f"I {at.period.name} {each.follow_up.done}: {number(at.kept)} af {number(at.counted)}"
    return f"{text} ({percent(at.share.value)}, usikkerhed {_bounds(at)})."


def _figure(cohorts: Sequence[Followed]) -> go.Figure:
    shares = [100 * each.share.value if each.share else None for each in cohorts]
    patterns = ["/" if each.provisional else "" for each in cohorts]
    bars = go.Bar(
        x=[each.period.short_name for each in cohorts],
        y=shares,
        marker={
            "color": [PALE_BLUE if each.provisional else BLUE for each in cohorts],
            "pattern": {"shape": patterns, "fgcolor": BLUE, "fillmode": "overlay", "size": 6, "solidity": 0.3},
        },
        error_y={
            "type": "data",
            "symmetric": False,
            "array": [100 * (each.share.high - each.share.value) if each.share else 0 for each in cohorts],
            "arrayminus": [100 * (each.share.value - each.share.low) if each.share else 0 for each in cohorts],
            "color": INK,
            "thickness": 1,
            "width": 3,
        },
        customdata=[f"{each.period.short_name}: {number(each.kept)} af {number(each.counted)}" for each in cohorts],
        hovertemplate="%{customdata}<extra></extra>",
    )
    return go.Figure(bars, _layout(cohorts))


def _layout(cohorts: Sequence[Followed]) -> go.Layout:
    top = max((100 * each.share.high for each in cohorts if each.share), default=10) * HEADROOM
    firsts = [each.period for each in cohorts if isinstance(each.period, Quarter) and each.period.number == 1]
    return go.Layout(
        template=TEMPLATE,
        height=HEIGHT,
        bargap=0.25,
        xaxis={"tickvals": [each.short_name for each in firsts], "ticktext": [str(each.year) for each in firsts]},
        yaxis={"range": [0, top], "nticks": 5, "ticksuffix": " %"},
    )


def _table(title: str, first: str, rows: Sequence[tuple[str, Followed]], source: str) -> Table:
    return Table(title, (Column(first), *COLUMNS), tuple((name, *_cells(at)) for name, at in rows), source)


def _cells(at: Followed) -> tuple[Cell, ...]:
    limits = [100 * part for part in (at.share.value, at.share.low, at.share.high)] if at.share else [None] * 3
    return (at.kept, at.counted, *limits, at.unknown, at.reason or (GROWING if at.provisional else ""))

"""How often a promise was kept, over time: a share with its interval for each quarter, and when the guarantee began."""

import math
from collections.abc import Sequence
from functools import lru_cache

import plotly.graph_objects as go

from analysis.danish import number, percent
from analysis.figure_size import PAGE, FigureSize
from analysis.marks import decimal_year
from analysis.palette import BLUE, BLUES, GRID, INK, TEMPLATE
from analysis.pictures import PICTURES_KEPT, Picture
from analysis.promise import promise_answer
from analysis.promise_answer import PromiseAnswer
from analysis.promise_counts import shown_counts
from analysis.promise_sentences import share_with_interval
from analysis.promise_tables import periods_table
from data.catalogue import promise
from data.municipalities import DISTRICT
from data.periods import Period, Quarter
from data.promises import GUARANTEED_SINCE
from data.release import Release

HEIGHT = 330
PALER_BLUE = BLUES[3]
SINCE = "November 2021: politigarantierne begynder."
READING = (
    "Hver prik er andelen i et kvartal, og den lodrette linje er usikkerheden: med få sager er den lang. Den store "
    "prik er den valgte periode; de lyse er fra før garantien. Aksen begynder ikke ved 0. Tallet over figuren henviser "
    "til noten under den."
)


@lru_cache(maxsize=PICTURES_KEPT)
def promise_picture(release: Release, code: str, place: str, chosen: Period, size: FigureSize = PAGE) -> Picture:
    """Return the quarters of a promise with a limit, up to the newest there is."""
    asked, _ = promise(code)
    periods = [each.period for each in shown_counts(release, code, place) if isinstance(each.period, Quarter)]
    answers = [promise_answer(release, code, place, period) for period in periods]
    last = periods[-1] if periods else chosen
    return Picture(
        figure=_figure(answers, chosen, size, begins=asked.guarantee),
        table=periods_table(release, code, place, last),
        alt=_finding(answers, chosen, asked.name),
        reading=READING,
        notes=(SINCE,) if asked.guarantee else (),
    )


def _figure(answers: Sequence[PromiseAnswer], chosen: Period, size: FigureSize, *, begins: bool) -> go.Figure:
    before = [each for each in answers if begins and each.period.last_day < GUARANTEED_SINCE]
    since = [each for each in answers if each not in before]
    traces = [_shares(before, PALER_BLUE, size.dot), _shares(since, BLUE, size.dot)]
    return go.Figure(
        [*traces, _shares([each for each in answers if each.period == chosen], BLUE, 2 * size.dot + 1)],
        go.Layout(
            template=TEMPLATE,
            height=HEIGHT,
            font={"size": size.text},
            xaxis={"tickformat": "d", "tickangle": 0, "ticklabeloverflow": "allow"},
            yaxis=_percent_axis(answers),
            **(_beginning(size) if begins else {}),
        ),
    )


def _percent_axis(answers: Sequence[PromiseAnswer]) -> dict[str, object]:
    """Return an axis from the whole ten per cent below the lowest limit, its labels in Danish."""
    lowest = min((answer.share.low for answer in answers if answer.share), default=0.0)
    steps = [step / 10 for step in range(math.floor(lowest * 10), 11)]
    return {
        "range": [steps[0], 1.015],  # the dots at 100 % are whole
        "tickvals": steps,
        "ticktext": [percent(step) for step in steps],
        "ticklabeloverflow": "allow",
        "automargin": True,  # on a slide "100 %" is wider than the figure's edge
    }


def _beginning(size: FigureSize) -> dict[str, object]:
    """Return the line where the guarantees begin, and the number of its note."""
    begun = decimal_year(GUARANTEED_SINCE)
    line = {"type": "line", "x0": begun, "x1": begun, "y0": 0, "y1": 1, "yref": "paper", "layer": "below"}
    label = {"x": begun, "y": 1, "yref": "paper", "yanchor": "bottom", "text": "<b>1</b>", "showarrow": False}
    return {
        "shapes": [{**line, "line": {"color": BLUE, "width": 1}}],
        "annotations": [{**label, "font": {"color": INK, "size": size.note}, "bgcolor": GRID, "borderpad": 2}],
    }


def _shares(answers: Sequence[PromiseAnswer], colour: str, size: int) -> go.Scatter:
    known = [(answer, answer.share, answer.count) for answer in answers if answer.share and answer.count]
    return go.Scatter(
        x=[_middle(answer.period) for answer, _, _ in known],
        y=[share.value for _, share, _ in known],
        error_y={
            "array": [share.high - share.value for _, share, _ in known],
            "arrayminus": [share.value - share.low for _, share, _ in known],
            "color": colour,
            "thickness": 1.5 if size < 10 else 2.5,
            "width": 0,
        },
        mode="markers",
        marker={"size": size, "color": colour},
        customdata=[
            f"{answer.period.short_name}: {number(count.kept)} af {number(count.counted)} "
            f"({share_with_interval(share)})"
            for answer, share, count in known
        ],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _middle(period: Period) -> float:
    return (decimal_year(period.first_day) + decimal_year(period.last_day)) / 2


def _finding(answers: Sequence[PromiseAnswer], chosen: Period, name: str) -> str:
    known = [(answer, answer.share) for answer in answers if answer.share]
    if not known:
        return f"{name}: ingen tal."
    place = "hele kredsen" if known[0][0].municipality == DISTRICT else known[0][0].name
    lowest = min(known, key=lambda each: each[1].value)
    said = [
        f"{share_with_interval(share)} i {answer.period.short_name}."
        for answer, share in known
        if answer.period == chosen
    ]
    return " ".join(
        (
            f"Prikker med usikkerhed. {name}, {place}, {_span(known[0][0], known[-1][0])}.",
            *said,
            f"Lavest {percent(lowest[1].value)} i {lowest[0].period.short_name}.",
        )
    )


def _span(first: PromiseAnswer, last: PromiseAnswer) -> str:
    return f"{first.period.short_name} til {last.period.short_name}"

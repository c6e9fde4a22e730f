"""A tile of the overview: the number, the verdict with its range, what it is set against, and how often it is."""

from markupsafe import Markup

from analysis.answers import Situation
from analysis.comparison import Comparison
from analysis.danish import interval, number
from analysis.headlines import compared, rate_line, tone
from analysis.phrases import when
from analysis.range_scale import range_scale
from analysis.signal import Verdict
from analysis.verdict_texts import VERDICT_ICONS
from data.catalogue import AREAS


def tile(answer: Situation, against: Comparison) -> Markup:
    """Return one focus area's tile."""
    area = AREAS[answer.question.area]
    lines = [answer.reason, compared(answer, against), rate_line(answer.rate) if answer.rate else None]
    return Markup(
        '<article class="kb-tile kb-tone-{tone}"><h2>{menu}</h2><p class="kb-big">{count}</p>'
        '<p class="kb-unit">{noun} {span}</p>{verdict}{bar}<div class="kb-tile-rest">{lines}</div></article>'
    ).format(
        tone=tone(answer),
        menu=area.menu,
        count=number(answer.observed),
        noun=area.noun.singular if answer.observed == 1 else area.noun.plural,
        span=when(answer),
        verdict=verdict(answer),
        bar=range_bar(answer),
        lines=Markup("").join(Markup("<p>{}</p>").format(line) for line in lines if line),
    )


def verdict(answer: Situation) -> Markup:
    """Return the verdict: an icon and words, never a colour alone; a provisional number says so instead."""
    if answer.verdict is None or answer.provisional:
        return Markup('<p class="kb-verdict">Foreløbigt tal</p>' if answer.provisional else "")
    return Markup('<p class="kb-verdict"><span aria-hidden="true">{}</span> {}</p>').format(
        VERDICT_ICONS[Verdict(answer.verdict)], answer.verdict_text
    )


def range_bar(answer: Situation) -> Markup:
    """Return the expected range as a bar with the count on it; nothing when there is no range."""
    if answer.expected is None or answer.observed is None:
        return Markup("")
    scale = range_scale(answer.observed, answer.expected.low, answer.expected.high)
    return Markup(
        '<div class="kb-range"><div class="kb-range-bar"><i style="left:{low:.1f}%;width:{width:.1f}%"></i>'
        '<b style="left:{at:.1f}%"></b></div>'
        "<p><span>0</span><span>ventet {range}</span><span>{top}</span></p></div>"
    ).format(
        low=scale.low,
        width=scale.high - scale.low,
        at=scale.observed,
        range=interval(answer.expected.low, answer.expected.high),
        top=number(scale.top),
    )

"""The small cards beside a series: how much, and what the next quarter may bring."""

from markupsafe import Markup

from analysis.answers import Situation
from analysis.backtest import forecast_coverage
from analysis.choice import Choice
from analysis.comparison import Comparison
from analysis.danish import interval, number
from analysis.headlines import compared, denominator_line, district_line, tone
from analysis.indicator import indicator
from analysis.national import national_line
from analysis.short_texts import forecast_sentence
from analysis.situation import situation
from data.catalogue import Area
from data.municipalities import DISTRICT
from pages.widgets.text import show_html
from pages.widgets.tile import range_bar, verdict


def size_card(area: Area, answer: Situation, against: Comparison, choice: Choice) -> None:
    """Show count, verdict, rate with its interval and named denominator, and the district beside."""
    whole = situation(choice.release, choice.question(area.code, municipality=DISTRICT))
    lines = [
        answer.reason,
        compared(answer, against) if answer.observed is not None else None,
        against.caution,
        district_line(whole) if _tells_more(whole, answer) else None,
        national_line(choice.release, area, answer.question.period),
        f"Kilde: {answer.source}.",
    ]
    show_html(
        Markup('<section class="kb-card kb-tone-{}"><h2>Omfang</h2>{}{}{}{}{}</section>').format(
            tone(answer),
            _count(area, answer),
            verdict(answer),
            range_bar(answer),
            _rate(answer),
            Markup("").join(Markup('<p class="kb-quiet">{}</p>').format(line) for line in lines if line),
        )
    )


def _tells_more(whole: Situation, answer: Situation) -> bool:
    return answer.question.municipality != DISTRICT and whole.observed is not None


def _count(area: Area, answer: Situation) -> Markup:
    if answer.observed is None:
        return Markup('<p class="kb-verdict">Intet tal</p>')
    noun = area.noun.singular if answer.observed == 1 else area.noun.plural
    return Markup('<p><b class="kb-big">{}</b> {}</p>').format(number(answer.observed), noun)


def forecast_card(answer: Situation, choice: Choice) -> None:
    """Show where the next quarter lies if the level goes on, and how often such forecasts held."""
    if answer.forecast is None:
        return
    question = answer.question
    asked = indicator(question.area, question.category, question.series)
    record = forecast_coverage(choice.release, asked, answer.forecast.period.plus(-1))
    show_html(
        Markup('<section class="kb-card"><h2>Næste kvartal</h2><p>{}</p></section>').format(
            forecast_sentence(answer, record)
        )
    )


def _rate(answer: Situation) -> Markup:
    rate = answer.rate
    if rate is None:
        return Markup("")
    return Markup('<p><b>{}</b> {}</p><p class="kb-quiet">Usikkerhed {}. {}</p>').format(
        number(rate.value, 1), rate.unit, interval(rate.low, rate.high, 1), denominator_line(rate)
    )

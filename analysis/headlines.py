"""The plain words of a page's top and tiles: counts first, verdicts only where a rule has given one."""

import datetime as dt
from collections.abc import Sequence

from analysis.answers import OtherCrime, Rate, Situation
from analysis.comparison import Comparison
from analysis.danish import enumeration, interval, number, sentence
from analysis.signal import Verdict
from analysis.verdict_texts import VERDICT_TEXTS
from data.catalogue import AREAS, CATEGORIES, Area, Noun, Polarity
from data.municipalities import DISTRICT, municipality
from data.periods import danish_long_date

ALL_OFFENCES = "TOT"
YEARLY = " om året"  # how the unit of a yearly rate over several years ends
MORE = (Verdict.MARKEDLY_MORE, Verdict.MORE)
FEWER = (Verdict.MARKEDLY_FEWER, Verdict.FEWER)


def place_phrase(code: str) -> str:
    """Return `i Helsingør`, `i hele kredsen`."""
    return "i hele kredsen" if code == DISTRICT else municipality(code).place


def district_line(district: Situation) -> str:
    """Return the district's own number and rate, to see the municipality's beside."""
    rate = f" ({number(district.rate.value, 1)} {district.rate.unit})" if district.rate else ""
    return f"{district.name}: {number(district.observed)}{rate}."


def comparison_title(area: Area, answers: Sequence[Situation]) -> str:
    """Return which municipalities are outside their expected range, in alphabetical order; else that none is."""
    inside = [answer for answer in answers if answer.question.municipality != DISTRICT]
    when = f"{area.menu}, {answers[0].span.replace('-', '–')}"
    found = [
        f"{enumeration([answer.name for answer in inside if answer.verdict == verdict])} har {_lowered(verdict)}"
        for verdict in (*MORE, *FEWER)
        if any(answer.verdict == verdict for answer in inside)
    ]
    if found:
        return f"{when}: {enumeration(found)}"
    expected = sum(answer.verdict == Verdict.EXPECTED for answer in inside)
    if expected == 0:
        return when
    return f"{when}: {'alle' if expected == len(inside) else 'de vurderede'} kommuner er inden for det forventede"


def compared(answer: Situation, against: Comparison) -> str:
    """Return `142 i samme kvartal året før, altså 21 flere.`, or why there is nothing to set it against."""
    if against.value is None:
        return against.reason or ""
    text = f"{number(against.value, 0 if float(against.value).is_integer() else 1)} {against.label}"
    if answer.observed is not None and not answer.provisional:
        text += f": {_difference(answer.observed - against.value)}"
    return sentence(text)


def rate_line(rate: Rate) -> str:
    """Return `5,3 pr. 1.000 husstande (usikkerhed 4,5–6,1)`."""
    return f"{number(rate.value, 1)} {rate.unit} (usikkerhed {interval(rate.low, rate.high, 1)})"


def denominator_line(rate: Rate) -> str:
    """Return `Sat i forhold til 30.945 husstande 1. januar 2026.`"""
    size = f"Sat i forhold til {number(rate.denominator)}"
    unit = rate.unit.split(" ", 2)[2]
    if YEARLY in unit:
        return f"{size} {unit.removesuffix(YEARLY)}, tre år lagt sammen."
    return f"{size} {unit}, {dates_written(rate.date)}."


def dates_written(dates: str) -> str:
    """Return a denominator's day, or `gennemsnit af` its two days."""
    days = [danish_long_date(dt.date.fromisoformat(day)) for day in dates.split("/")]
    return days[0] if len(days) == 1 else f"gennemsnit af {enumeration(days)}"


def tone(answer: Situation) -> str:
    """Return `more`, `fewer` or `plain`; an area where a rise can be a success is always plain."""
    if AREAS[answer.question.area].polarity is Polarity.NEUTRAL:
        return "plain"
    return "more" if answer.verdict in MORE else "fewer" if answer.verdict in FEWER else "plain"


def noun_of(answer: Situation) -> Noun:
    """Return the noun of what is counted."""
    category = answer.question.category
    return CATEGORIES[category].noun if category else AREAS[answer.question.area].noun


def _lowered(verdict: Verdict) -> str:
    return VERDICT_TEXTS[verdict].lower()


def _difference(difference: float) -> str:
    if difference == 0:
        return "lige så mange"
    decimals = 0 if float(difference).is_integer() else 1
    return f"{number(abs(difference), decimals)} {'flere' if difference > 0 else 'færre'}"


def other_crime_title(found: OtherCrime, municipality: str) -> str:
    """Return the total of all reports in one sentence."""
    total = next((row for row in found.rows if row.code == ALL_OFFENCES), None)
    where = f"{place_phrase(municipality)} i {found.period.name}"
    if total is None or total.counts[0] is None:
        return f"Kriminalitet i øvrigt {where}"
    before = f" mod {number(total.counts_last_year[0])} året før" if total.counts_last_year[0] is not None else ""
    return sentence(f"{number(total.counts[0])} anmeldte forbrydelser {where}{before}")

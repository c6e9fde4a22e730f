"""The pieces of Danish sentences: how many of what, where and when, each in its right form."""

from analysis.answers import Situation
from analysis.danish import number
from analysis.indicator import Indicator, indicator
from analysis.question import SeriesName
from analysis.signal import Verdict
from data.catalogue import CATEGORIES, Kind, Noun
from data.municipalities import COUNTRY, DISTRICT, REGION, REGION_NAME, UNKNOWN, municipality
from data.periods import Quarter

MORE = (Verdict.MARKEDLY_MORE, Verdict.MORE)
FEWER = (Verdict.MARKEDLY_FEWER, Verdict.FEWER)
MARKED = (Verdict.MARKEDLY_MORE, Verdict.MARKEDLY_FEWER)
OUTSIDE = (*MORE, *FEWER)


def asked_about(answer: Situation) -> Indicator:
    """Return what the answer counts."""
    asked = answer.question
    return indicator(asked.area, asked.category, asked.series)


def quantity(count: int, noun: Noun) -> str:
    """Return `163 indbrud`, `1 sag`, `ingen sager`; nothing of two kinds is `ingen a eller b`."""
    if count == 0:
        return f"ingen {none_of(noun)}"
    return f"{number(count)} {noun.singular if count == 1 else noun.plural}"


def none_of(noun: Noun) -> str:
    """Return the plural as it stands after a negation."""
    return noun.plural.replace(" og ", " eller ")


def alone(count: int, noun: Noun) -> str:
    """Return a count that stands without its noun: `ingen`, `ét` or `én`, `31`."""
    return "ingen" if count == 0 else _one(noun) if count == 1 else number(count)


def difference(now: int, before: int, noun: Noun) -> str:
    """Return `60 flere`, `17 færre`, `ét mere`, `én færre`, or `lige så mange`."""
    size = abs(now - before)
    if size == 0:
        return "lige så mange"
    if now > before:
        return f"{_one(noun)} mere" if size == 1 else f"{number(size)} flere"
    return f"{alone(size, noun)} færre"


def where(answer: Situation) -> str:
    """Return `i Helsingør`, `i hele kredsen`, `uden oplyst kommune`.

    Statistics Denmark's reports of unknown municipality belong to the whole country.
    """
    place = answer.question.municipality
    if place == UNKNOWN:
        national = answer.question.series is SeriesName.PUBLISHED
        return "uden oplyst kommune i hele landet" if national else "uden oplyst kommune"
    wider = {DISTRICT: "i hele kredsen", COUNTRY: "i hele landet", REGION: f"i {REGION_NAME}"}
    return wider.get(place) or municipality(place).place


def place_genitive(answer: Situation) -> str:
    """Return `Helsingørs`, `Halsnæs'`, `hele kredsens`."""
    place = answer.question.municipality
    return "hele kredsens" if place == DISTRICT else municipality(place).genitive


def when(answer: Situation) -> str:
    """Return `i 4. kvartal 2025`, `i 2025`, `i årene 2022–2024`."""
    return years_phrase(answer.span)


def years_phrase(span: str) -> str:
    """Return a span with its preposition; a sum of years is written with a dash."""
    return f"i årene {span.replace('-', '–')}" if "-" in span else f"i {span}"


def what(answer: Situation, count: int) -> str:
    """Return `163 indbrud i Helsingør i 4. kvartal 2025`."""
    return f"{quantity(count, asked_about(answer).noun)} {where(answer)} {when(answer)}"


def year_before(answer: Situation) -> str:
    """Return what `observed_last_year` covers: `i samme kvartal året før`, `i 2024`, `i årene 2021–2023`."""
    if "-" in answer.span:
        first, last = answer.span.split("-")
        return years_phrase(f"{int(first) - 1}-{int(last) - 1}")
    period = answer.question.period
    return "i samme kvartal året før" if isinstance(period, Quarter) else f"i {period.year_before.name}"


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def joined(*parts: str) -> str:
    """Return the sentences that say something, one after the other."""
    return " ".join(part for part in parts if part)


def happened(answer: Situation, count: int) -> str:
    """Return `blev der anmeldt 202 indbrud`, `blev der ikke anmeldt indbrud`, `var der 31 uheld med personskade`."""
    noun = asked_about(answer).noun
    # Only crime is reported as crime; and "der blev anmeldt anmeldelser" says it twice.
    if _kind(answer) is not Kind.CRIME or noun.singular.startswith("anmeldelse"):
        return f"var der {quantity(count, noun)}"
    return f"blev der anmeldt {quantity(count, noun)}" if count else f"blev der ikke anmeldt {none_of(noun)}"


def _kind(answer: Situation) -> Kind:
    return CATEGORIES[asked_about(answer).categories[0]].kind


def _one(noun: Noun) -> str:
    return "ét" if noun.article == "et" else "én"

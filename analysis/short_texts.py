"""The short lines of a page: its headline, the line under it, a tile, a rate, a forecast, how a range is meant."""

from analysis.answers import Rate, Situation
from analysis.backtest import Coverage
from analysis.danish import interval, number
from analysis.danish import sentence as written
from analysis.last_year import NOTHING_MORE, Background, change_since, count_before, refused
from analysis.phrases import (
    OUTSIDE,
    alone,
    asked_about,
    capital,
    joined,
    place_genitive,
    quantity,
    when,
    where,
    year_before,
)
from analysis.sentences import district_opening, provisional_said, verdict_said
from analysis.signal import Verdict
from data.municipalities import DISTRICT, municipality_codes
from data.periods import Quarter

SINGLE_YEAR = "Et enkelt år siger for lidt om en kommune."
HOLDS = "99 af 100 tal falder inden for området, når niveauet er uændret."
FOUR_IN_FIVE = "I fire af fem kvartaler ligger det rigtige tal i et sådant interval"


def headline(situation: Situation) -> str:
    """Return `163 indbrud i Helsingør. Ventet var 48–155.`; the page says which quarter, a longer span is written."""
    count, expected = situation.observed, situation.expected
    asked = asked_about(situation)
    if count is None:
        return f"{asked.name} {where(situation)}: intet tal."
    period = "" if situation.span == situation.question.period.name and _quarterly(situation) else when(situation)
    told = written(joined(quantity(count, asked.noun), where(situation), period))
    if situation.provisional:
        return f"Foreløbigt tal: {told[:1].lower()}{told[1:]}"
    if expected is not None:
        return f"{told} Ventet var {interval(expected.low, expected.high)}."
    return joined(told, written(situation.verdict_text or "") if situation.verdict else "")


def subline(situation: Situation, district: Situation | None = None, background: Background = NOTHING_MORE) -> str:
    """Return what stands under the headline: the district, the verdict or why there is none, the year before."""
    opening = district_opening(situation, district)
    verdict = verdict_said(situation, f"{capital(where(situation))} er det" if opening else "Det er")
    if situation.observed is None:
        return joined(opening, situation.reason or "")
    if situation.provisional:
        return joined(opening, provisional_said(situation))
    if situation.verdict in OUTSIDE:
        return joined(opening, verdict, change_since(situation, background))
    if situation.verdict == Verdict.NOT_COMPARABLE:
        return joined(opening, situation.reason or "")
    return joined(opening, verdict or situation.reason or "", count_before(situation, background))


def tile_text(situation: Situation, district: Situation | None = None, background: Background = NOTHING_MORE) -> str:
    """Return `142 i samme kvartal året før. Hele kredsen: 1.056 mod 890.`, or why nothing is set beside the number."""
    if situation.provisional:
        return provisional_said(situation)
    if situation.observed is None or situation.verdict == Verdict.NOT_COMPARABLE:
        return situation.reason or ""
    judged = situation.reason if situation.verdict == Verdict.TOO_FEW and situation.reason else ""
    single = SINGLE_YEAR if _is_sum_of_a_municipality(situation) and not judged else ""
    return joined(judged, refused(situation, background) or _before(situation), _beside(situation, district), single)


def rate_sentence(situation: Situation, district: Situation | None = None) -> str:
    """Return the rate with its interval, and the district's beside it; empty without a denominator."""
    rate = situation.rate
    if rate is None:
        return ""
    unit = f"{rate.unit} {_per_span(situation)}".rstrip()
    if situation.observed == 0:
        told = f"Usikkerheden går fra 0 til {_rate(rate, rate.high)} {unit}."
    else:
        low, high = (_rate(rate, limit) for limit in (rate.low, rate.high))
        told = f"Det svarer til {_rate(rate, rate.value)} {unit} (usikkerhed {low}–{high})."
    beside = district.rate if district and situation.question.municipality != DISTRICT else None
    return joined(told, f"Hele kredsen: {_rate(beside, beside.value)}." if beside else "")


def forecast_sentence(situation: Situation, coverage: Coverage | None = None) -> str:
    """Return the 80 % interval of the next quarter and how often such intervals held; empty without a forecast."""
    forecast = situation.forecast
    if forecast is None:
        return ""
    held = f" (dækning: {number(coverage.held)} af {number(coverage.made)})" if coverage and coverage.made else ""
    return (
        f"Fortsætter niveauet, venter vi {interval(forecast.low80, forecast.high80)} "
        f"{asked_about(situation).noun.plural} i {forecast.period.name}. {FOUR_IN_FIVE}{held}."
    )


def family_sentence(numbers: int) -> str:
    """Return `39 tal er gennemgået.`: how many a paper went through, so that chance can be weighed."""
    return f"{'Ét' if numbers == 1 else number(numbers)} tal er gennemgået."


def expected_sentence(situation: Situation) -> str:
    """Return what the expected range is made of; empty where there is none."""
    if situation.expected is None:
        return ""
    own, whole = place_genitive(situation), situation.question.municipality == DISTRICT
    if asked_about(situation).counts_casualties:
        moved = "" if whole else ", rettet for udviklingen i resten af kredsen"
        return f"Det ventede er {own} tal for de tre år før{moved}. {HOLDS}"
    trend = "udviklingen" if whole else "kredsens udvikling"
    return f"Det ventede er {own} eget niveau de seneste tre år, rettet for årstiden og {trend}. {HOLDS}"


def _before(situation: Situation) -> str:
    before = situation.observed_last_year
    if before is None:
        return ""
    return f"{capital(alone(before, asked_about(situation).noun))} {year_before(situation)}."


def _beside(situation: Situation, district: Situation | None) -> str:
    if district is None or district.observed is None or situation.question.municipality == DISTRICT:
        return ""
    before = district.observed_last_year
    told = number(district.observed) + (f" mod {number(before)}" if before is not None else "")
    return f"{district.name}: {told}."


def _is_sum_of_a_municipality(situation: Situation) -> bool:
    return asked_about(situation).counts_casualties and situation.question.municipality in municipality_codes()


def _quarterly(situation: Situation) -> bool:
    return isinstance(situation.question.period, Quarter)


def _per_span(situation: Situation) -> str:
    """Return what the rate covers, where its unit does not say so: a quarter's rate is not made yearly."""
    if asked_about(situation).counts_casualties:
        return ""
    return "i kvartalet" if _quarterly(situation) else when(situation)


def _rate(scale: Rate, value: float) -> str:
    """Return a rate with the decimals that the first one needs."""
    return number(value, 1 if scale.value >= 1 else 2)

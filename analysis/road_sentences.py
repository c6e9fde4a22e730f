"""The trial of lower speed limits in Danish: counts first, then what was expected, then how sure it is."""

from analysis.danish import interval, number
from analysis.effect_answer import Finding
from analysis.effect_sentences import FINDING_TEXTS
from analysis.indicator import indicator
from analysis.phrases import alone, quantity
from analysis.question import SeriesName
from analysis.road_effect import TRAFFIC, RoadEffect
from data.periods import danish_long_date
from data.register.when import parse_day

_HEADS = FINDING_TEXTS | {
    Finding.FEWER: "Færre uheld end ventet",
    Finding.MORE: "Flere uheld end ventet",
}
_UNSURE = "Forskellen er ikke større, end tilfældige udsving kan forklare."


def road_sentences(found: RoadEffect) -> tuple[str, ...]:
    """Return what is known of the trial, counts first."""
    head = f"{_HEADS[found.finding]}."
    if found.trial is None or found.comparison is None or found.expected is None or found.index is None:
        return (head, found.reason or "")
    noun = indicator(TRAFFIC.headline[0], None, SeriesName.EXTRACT).noun
    begun = f"{danish_long_date(parse_day(found.first_change))} til {danish_long_date(parse_day(found.last_change))}"
    assert found.low is not None and found.high is not None
    return (
        head,
        f"På {number(found.trial.sections)} strækninger ({number(found.trial.km, 1)} km) blev hastighedsgrænsen sat "
        f"ned fra {begun}.",
        f"I {_years(found.years_after)} var der {quantity(found.trial.after, noun)} på dem; uden lavere grænse var "
        f"{number(found.expected, 1)} ventet.",
        f"I {_years(found.years_before)} var der {alone(found.trial.before, noun)}.",
        # Hauer's index is a little below the quotient of the two: a reader who divides should know why.
        f"Det er {number(found.index, 2)} gange det ventede (usikkerhed {interval(found.low, found.high, 2)}), når der "
        "tages højde for, at også det ventede er usikkert.",
        *(() if found.finding in (Finding.FEWER, Finding.MORE) else (_UNSURE,)),
        f"Ventet er regnet af strækningernes egne tal og af {number(found.comparison.sections)} andre strækninger med "
        f"lignende trafik ({number(found.comparison.after)} mod {number(found.comparison.before)} uheld). At de valgte "
        "strækninger kan have haft usædvanligt mange uheld før, er regnet med.",
        "Tallene er politiregistrerede uheld på alle strækninger i kredsen tilsammen; en enkelt strækning har for få.",
    )


def _years(years: tuple[int, ...]) -> str:
    in_row = len(years) > 1 and years[-1] - years[0] == len(years) - 1
    return f"{years[0]}–{years[-1]}" if in_row else " og ".join(map(str, years))

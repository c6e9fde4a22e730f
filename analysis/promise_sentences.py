"""What is said of a promise, in Danish: counts first, then the share with its interval, then all that is not known."""

from analysis.danish import MINUS, NO_BREAK, enumeration, interval, number, percent
from analysis.danish import sentence as written
from analysis.headlines import place_phrase
from analysis.phrases import capital
from analysis.promise_answer import Compared, PromiseAnswer, PromiseCount, ShareVerdict
from analysis.rates import Interval
from data.periods import Period, Quarter
from data.promises import Measured, Promise

NO_LIMIT = (
    "»Med det samme« er ikke et tal i garantien, og udtrækket viser, hvornår patruljen kom frem, ikke hvornår den "
    "kørte. Derfor vises ingen andel, men hvor længe der gik."
)
ASKED_FOR = "Henvendelser fra borgere viser, hvor trafikken opleves som utryg, ikke hvor risikoen er størst."
WHY_TOGETHER = "De deles ikke op, fordi en af delene er under fem."
SAME_SIZE = "Forskellen er ikke større, end tilfældige udsving kan forklare."
FEW_FOR_TIMES = "Der er for få besøg til at vise, hvor længe der gik: det kræver mindst 20 på et år."
_UNDATED = {
    Measured.VISIT: "uden en kendt tid",
    Measured.REPLY: "uden en dato for svaret",
    Measured.ACTION: "uden en dato for udførelsen",
}
MINUTES_IN_HOUR = 60
LONG = 2 * MINUTES_IN_HOUR
# Where the true share may be this far below "all", it is said.
MUCH_LOWER = 0.9


def promise_headline(answer: PromiseAnswer) -> str:
    """Return how many of how many, with the share and its interval; else why there is no number."""
    count, share = answer.count, answer.share
    if count is None:
        return f"{answer.promise.name}: {answer.reason}"
    if share is None or count.kept is None:
        return written(
            f"{answer.promise.name}: {number(count.counted)} {answer.promise.cases} {_where_and_when(answer)}"
        )
    return written(
        f"{_kept_of(count)} {answer.promise.cases} {answer.promise.kept} {_where_and_when(answer)} "
        f"({share_with_interval(share)})"
    )


def share_with_interval(share: Interval) -> str:
    """Return `97 %, usikkerhed 87–100`."""
    return f"{percent(share.value)}, usikkerhed {interval(100 * share.low, 100 * share.high)}"


def promise_lead(answer: PromiseAnswer) -> str:
    """Return the line below the headline: the year before, or why there is no comparison."""
    if answer.count is None:
        return ""
    return compared_said(answer.compared) if answer.compared else answer.not_compared or ""


def promise_sentences(answer: PromiseAnswer) -> tuple[str, ...]:
    """Return everything that is said of the answer, a sentence or two for each thing."""
    lead = promise_lead(answer) if answer.share else ""
    return (promise_headline(answer), *((lead,) if lead else ()), *promise_details(answer))


def promise_details(answer: PromiseAnswer) -> tuple[str, ...]:
    """Return what stands below the headline and its lead: what was left out, how sure it is, how long it took."""
    count = answer.count
    if count is None:
        return _speed_said(answer)
    told = (
        _all_kept(answer),
        *left_out(answer.promise, count),
        _bounds_said(answer),
        _next_case_said(answer),
        *_speed_said(answer),
    )
    return tuple(filter(None, told))


def compared_said(found: Compared) -> str:
    """Return the same period a year before, the difference with its interval, and the verdict."""
    before, difference = found.before, found.difference
    share = before.kept / before.counted if before.kept is not None else None
    when = "I samme kvartal året før" if isinstance(before.period, Quarter) else f"I {before.period.name}"
    told = f"{when} var det {_kept_of(before)} ({percent(share)})."
    between = f"{_points(difference.low)} til {_points(difference.high)}"
    points = f"{_points(difference.value)} procentpoint (usikkerhed {between})"
    if found.verdict is ShareVerdict.HIGHER:
        return f"{told} Andelen er højere: forskellen er {points}."
    if found.verdict is ShareVerdict.LOWER:
        return f"{told} Andelen er lavere: forskellen er {points}."
    if found.first_sure is None:
        return f"{told} {SAME_SIZE}"
    return f"{told} {SAME_SIZE} Først ved {number(found.first_sure)} af {number(found.counted)} ville den være sikker."


def left_out(promise: Promise, count: PromiseCount) -> tuple[str, ...]:
    """Return who is not part of the count, and why; where a part may not be told, all of them as one number."""
    if count.unknown is None or count.excluded is None or count.elsewhere is None:
        return (
            f"Ikke regnet med: {number(count.other)}, holdt ude eller {_UNDATED[promise.measured]}. {WHY_TOGETHER}",
        )
    return tuple(filter(None, (_excluded(promise, count.excluded, count.elsewhere), _unknown(promise, count.unknown))))


def _excluded(promise: Promise, excluded: int, elsewhere: int) -> str:
    postponed = excluded - elsewhere
    if excluded == 0:
        return ""
    if promise.measured is not Measured.VISIT:
        return f"{number(excluded)} er holdt ude: fristen var ikke udløbet, da udtrækket blev lavet."
    parts = [f"{number(postponed)} gange ønskede borgeren selv besøget senere"] if postponed else []
    parts += [f"{number(elsewhere)} gange var gerningsmanden til stede"] if elsewhere else []
    return f"{number(excluded)} er holdt ude: {enumeration(parts)}."


def _unknown(promise: Promise, unknown: int) -> str:
    if unknown == 0:
        return f"Ingen {promise.cases} er {_UNDATED[promise.measured]}."
    return f"{number(unknown)} {promise.cases} er {_UNDATED[promise.measured]} og er ikke regnet med."


def _bounds_said(answer: PromiseAnswer) -> str:
    """Return worst and best case; nothing where every case is known."""
    count, bounds = answer.count, answer.bounds
    if bounds is None or count is None or count.other == 0 or count.unknown == 0:
        return ""
    number_unsure = count.other if count.unknown is None else count.unknown
    unsure = "den ene" if number_unsure == 1 else f"alle {number(number_unsure)}"
    return (
        f"Selv hvis {unsure} havde ventet for længe, ville andelen være {percent(bounds.worst)}; "
        f"hvis ingen havde, {percent(bounds.best)}."
    )


def _next_case_said(answer: PromiseAnswer) -> str:
    if answer.next_case is None:
        return ""
    return f"Næste sag ville flytte andelen op til {number(100 * answer.next_case, 1)} procentpoint."


def _all_kept(answer: PromiseAnswer) -> str:
    share = answer.share
    if share is None or share.value < 1 or share.low >= MUCH_LOWER:
        return ""
    return f"Med så få sager kan den sande andel godt være {percent(share.low)}."


def _speed_said(answer: PromiseAnswer) -> tuple[str, ...]:
    """Return how long half and nine tenths of the visits took; why no share is told where there is no limit."""
    if answer.promise.measured is not Measured.VISIT:
        return ()
    told = speed_sentence(answer.speed) if answer.speed else FEW_FOR_TIMES
    return (told,) if answer.promise.at_most is not None else (told, NO_LIMIT)


def speed_sentence(count: PromiseCount) -> str:
    """Return `I 2025 kom halvdelen på under 11 minutter og ni ud af ti på under 22 (79 besøg).`"""
    half, most = (duration(minutes) for minutes in (count.median_minutes, count.nine_tenths_minutes))
    return (
        f"{capital(_when(count.period))} kom halvdelen på under {half} og ni ud af ti på under {most} "
        f"({number(count.counted)} besøg)."
    )


def elsewhere_in_district(answer: PromiseAnswer, district: PromiseAnswer) -> tuple[str, ...]:
    """Return how long it took in the whole district, beside a municipality's own."""
    if answer.municipality == district.municipality or district.speed is None:
        return ()
    return (f"Hele kredsen: {speed_sentence(district.speed)[0].lower()}{speed_sentence(district.speed)[1:]}",)


def duration(minutes: int | None) -> str:
    """Return whole minutes, begun ones counted as whole: `11 minutter`, from two hours on `5,2 timer`."""
    if minutes is None:
        return number(None)
    begun = minutes + 1
    if begun < LONG:
        return f"{number(begun)}{NO_BREAK}{'minut' if begun == 1 else 'minutter'}"
    return f"{number(begun / MINUTES_IN_HOUR, 1)}{NO_BREAK}timer"


def _points(difference: float) -> str:
    """Return a difference of shares in points: `1,9`, `−3,1`."""
    return number(100 * difference, 1).replace("-", MINUS)


def _kept_of(count: PromiseCount) -> str:
    return f"{number(count.kept) if count.kept else 'ingen'} af {number(count.counted)}"


def _where_and_when(answer: PromiseAnswer) -> str:
    return f"{place_phrase(answer.municipality)} {_when(answer.period)}"


def _when(period: Period) -> str:
    return f"i {period.name}"

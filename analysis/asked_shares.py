"""The share of a yes among those where it is known, and how many are not known: alcohol, drugs, attempts."""

from collections.abc import Sequence

from analysis.answers import Breakdown
from analysis.bars import Groups
from analysis.danish import number, percent
from analysis.promise_sentences import share_with_interval
from analysis.proportions import wilson
from data.attributes import ATTRIBUTES

YES_OR_NO = {"ja", "nej"}


def asked_share_sentences(breakdowns: Sequence[Breakdown], dated: bool = True) -> tuple[str, ...]:
    """Return a sentence for each shown breakdown of a question that is answered yes or no; `dated` names its period."""
    asked = (each for each in breakdowns if each.attribute in ATTRIBUTES and _is_asked(each.attribute))
    return tuple(text for each in asked if (text := _sentence(each, dated)))


def asked_shares_of(groups: Groups) -> tuple[str, ...]:
    """Return the sentences of all groups, each told by its group's heading where more than one has any."""
    if sum(bool(asked_share_sentences(breakdowns)) for _, breakdowns in groups) <= 1:
        return tuple(text for _, breakdowns in groups for text in asked_share_sentences(breakdowns))
    # The heading names the period already.
    found = ((heading, asked_share_sentences(breakdowns, dated=False)) for heading, breakdowns in groups)
    return tuple(f"{heading}. {text}" for heading, texts in found for text in texts)


def _is_asked(attribute: str) -> bool:
    return set(ATTRIBUTES[attribute].values) == YES_OR_NO


def _sentence(found: Breakdown, dated: bool) -> str | None:
    counts = dict(found.groups or ())
    yes = next(group.label for group in ATTRIBUTES[found.attribute].ladder[0] if group.values == ("ja",))
    known = sum(counts.values())
    share = wilson(counts[yes], known) if yes in counts else None
    if share is None:
        return None
    when = f" i {found.period.name}" if dated else ""
    counted = f"{yes}{when}: {number(counts[yes])} af {number(known)}"
    told = f"{counted}, hvor det er oplyst ({share_with_interval(share)})."
    if not found.unknown:
        return told
    every = known + found.unknown
    return f"{told} Ikke oplyst for {number(found.unknown)} af {number(every)} ({percent(found.unknown / every)})."

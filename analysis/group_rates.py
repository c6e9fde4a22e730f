"""A group of victims set against the inhabitants of the same age or sex: rates, and what is said of them.

Rates are made of a breakdown that has been released and of Statistics Denmark's population, of nothing else: they tell
no count that the breakdown does not.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from analysis.answers import Breakdown, Rate
from analysis.danish import enumeration
from analysis.denominators import Size, rate_against
from analysis.headlines import dates_written
from data.attributes import Attribute, Grouping
from data.population import TABLES, VICTIM_AGE, VICTIM_SEX
from data.reference import reference_source
from data.release import Release

PER = 1000
UNIT = "indbyggere i gruppen"
SPLIT = {VICTIM_AGE: "alder", VICTIM_SEX: "køn"}

RATES = (
    "{name}: pr. 1.000 er anmeldelser i forhold til de indbyggere, der er i samme gruppe ({source}, {dates}), med den "
    "usikkerhed, tilfældigheder alene giver (95 %, Poisson). Tallet er anmeldelser, ikke personer."
)
NOT_OF = " Folketal mangler for {groups}."
NO_RATES = (
    "{name}: antal og andele, ikke antal pr. indbygger i gruppen, for folketal efter {split} mangler for grupperne. En "
    "stor gruppe kan være stor, fordi der er mange i den."
)
WITHOUT = (
    "Forurettedes {split} er antal og andele, ikke antal pr. indbygger i gruppen: folketal efter {split} mangler for "
    "grupperne."
)


def without_population(breakdowns: Iterable[Breakdown]) -> tuple[str, ...]:
    """Return what of the victims is not set against inhabitants; nothing where all of it is."""
    missing = {each.attribute for each in breakdowns if each.groups and not each.rates}
    splits = [split for attribute, split in SPLIT.items() if attribute in missing]
    return (WITHOUT.format(split=enumeration(splits)),) if splits else ()


def group_rates(
    release: Release, attribute: str, grouping: Grouping, place: str, years: Sequence[int], counts: Mapping[str, int]
) -> tuple[Rate | None, ...]:
    """Return the rate of each group per 1,000 inhabitants of it (code -> count), in the grouping's order.

    None where its population is not known in every year; empty where it is of no group, or the attribute is not of
    people who live there.
    """
    if attribute not in TABLES:
        return ()
    found = tuple(group_rate(release, attribute, each.code, place, years, counts[each.code]) for each in grouping)
    return found if any(found) else ()


def group_rate(
    release: Release, attribute: str, group: str, place: str, years: Sequence[int], count: int
) -> Rate | None:
    """Return the rate of a group (its code), with its interval; None where the population is not known."""
    found = [_people(release, attribute).get((group, place, year)) for year in reversed(years)]
    known = [size for size in found if size is not None]
    return rate_against(count, known, PER) if len(known) == len(found) else None


def together(count: int, rates: Sequence[Rate | None]) -> Rate | None:
    """Return the rate of several groups as one, in which there were so many; None where one has no known population."""
    known = [rate for rate in rates if rate is not None]
    if not known or len(known) < len(rates):
        return None
    return rate_against(count, [Size(sum(rate.denominator for rate in known), known[0].date, UNIT)], PER)


def rates_note(attribute: Attribute, grouping: Grouping, rates: Sequence[Rate | None]) -> str:
    """Return how the rates are counted, or that there are none; empty where there never are."""
    if attribute.code not in TABLES:
        return ""
    known = [rate for rate in rates if rate is not None]
    if not known:
        return NO_RATES.format(name=attribute.name, split=SPLIT[attribute.code])
    missing = [group.label for group, rate in zip(grouping, rates, strict=True) if rate is None]
    source = reference_source(TABLES[attribute.code])
    said = RATES.format(name=attribute.name, source=source, dates=dates_written(known[0].date))
    return said + (NOT_OF.format(groups=enumeration(missing)) if missing else "")


@lru_cache(maxsize=16)
def _people(release: Release, attribute: str) -> dict[tuple[str, str, int], Size]:
    """Return (group, place, year) -> how many inhabitants."""
    return {
        (value, place, year): Size(people, date, UNIT)
        for value, place, year, people, date in release.rows("population_group", attribute=attribute)
    }

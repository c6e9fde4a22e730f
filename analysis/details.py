"""`python -m analysis.details`: what a page tells below an area's number, for scripts.

Its distributions, what was done after the report, cases and reports, what was lost, and what stands beside it.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from analysis.answers import Breakdown, Rate, Situation
from analysis.character import breakdowns
from analysis.details_beside import details_beside
from analysis.follow_up import Followed, FollowedUp, followed_up
from analysis.losses import loss_of, loss_year
from analysis.question import Question
from analysis.reports_beside import beside, closed_years
from analysis.situation import situation
from data.catalogue import AREAS, CATEGORIES, Unit
from data.command_line import DanishParser
from data.errors import run_command
from data.municipalities import DISTRICT
from data.periods import Period, parse_period
from data.release import Release, open_release

USAGE = f"""Brug: python -m analysis.details --area OMRÅDE --municipality KOMMUNE --period PERIODE [--json]

  Viser et områdes fordelinger, opfølgning, sager og forhold, og tab.
  --area           {", ".join(AREAS)}
  --municipality   trecifret kode eller kreds
  --period         fx 2025K4 eller 2025
  --json           skriv svaret som JSON på standard output"""


def details(release: Release, area: str, place: str, period: Period) -> dict[str, Any]:
    """Return all of it as JSON's own types; null is not delivered or may not be shown, 0 is none.

    Raises UserError for an area or a place that there is not.
    """
    answer = situation(release, Question(area, place, period))
    categories = (*AREAS[area].headline, *AREAS[area].beside)
    return {
        "area": area,
        "municipality": place,
        "name": answer.name,
        "period": period.code,
        "release": release.id,
        "breakdowns": [
            _breakdown(code, each) for code in categories for each in breakdowns(release, _of(answer, code))
        ],
        "follow_ups": [
            _followed(code, each, at)
            for code in categories
            for each in followed_up(release, code, place)
            for at in _periods(each, period)
        ],
        "reports": _reports(release, categories, place, period),
        "losses": _losses(release, categories, place, period),
        **details_beside(release, area, place, period),
    }


def _of(answer: Situation, category: str) -> Question:
    asked = answer.question
    place = DISTRICT if CATEGORIES[category].district_only else asked.municipality
    return Question(asked.area, place, asked.period, asked.series, category)


def _breakdown(category: str, each: Breakdown) -> dict[str, Any]:
    rates = each.rates or [None] * len(each.groups or ())
    groups = each.groups and [
        {"group": label, "count": count, **_rate(rate)} for (label, count), rate in zip(each.groups, rates, strict=True)
    ]
    return {
        "category": category,
        "attribute": each.attribute,
        "place": each.place,
        "period": each.period.code,
        "groups": groups,
        "unknown": each.unknown,
        "unknown_is": each.unknown_is,
        "reason": each.reason,
        "source": each.source,
    }


def _rate(rate: Rate | None) -> dict[str, float | None]:
    """Return the rate per 1,000 inhabitants of the group, where their number is known."""
    found = (rate.value, rate.low, rate.high) if rate else (None, None, None)
    return dict(zip(("rate", "rate_low", "rate_high"), found, strict=True))


def _periods(each: FollowedUp, period: Period) -> tuple[Followed, ...]:
    """Return the period asked for; of what grows, every one that is told: they are only read beside each other."""
    return each.periods if each.follow_up.within_days is not None else (each.at(period),)


def _followed(category: str, each: FollowedUp, at: Followed) -> dict[str, Any]:
    share = {key: value for key, value in asdict(at).items() if key not in ("period", "share")}
    bounds = (at.share.value, at.share.low, at.share.high) if at.share else (None, None, None)
    return {
        "category": category,
        "follow_up": each.follow_up.code,
        "period": at.period.code,
        **share,
        **dict(zip(("share", "low", "high"), bounds, strict=True)),
        "source": each.source,
    }


def _reports(release: Release, categories: Sequence[str], place: str, period: Period) -> list[dict[str, Any]]:
    """Return cases and reports of the newest closed year, no later than the period's."""
    counted = [code for code in categories if CATEGORIES[code].unit is Unit.CASES]
    years = [year for year in closed_years(release) if year.year <= period.year]
    found = [beside(release, code, place, max(years)) for code in counted] if years else []
    return [
        {"category": each.category, "year": each.year.year, "cases": each.cases, "reports": each.reports}
        for each in found
    ]


def _losses(release: Release, categories: Sequence[str], place: str, period: Period) -> list[dict[str, Any]]:
    lost = tuple(code for code in categories if CATEGORIES[code].losses)
    year = loss_year(release, lost, period.year)
    return [] if year is None else [asdict(loss_of(release, code, place, year)) for code in lost]


def main(arguments: Sequence[str]) -> int:
    """Print one place's details: as JSON, or the distributions as plain lines."""
    parser = DanishParser(USAGE)
    for name in ("--area", "--municipality", "--period"):
        parser.add_argument(name, required=True)
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args(arguments)
    found = details(open_release(), wanted.area, wanted.municipality, parse_period(wanted.period))
    if wanted.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        print("\n".join(_line(each) for each in found["breakdowns"]), file=sys.stderr)
    return 0


def _line(each: dict[str, Any]) -> str:
    told = ", ".join(f"{group['group']} {group['count']}" for group in each["groups"] or [])
    return f"{CATEGORIES[each['category']].name}, {each['attribute']}, {each['period']}: {told or each['reason']}"


if __name__ == "__main__":
    run_command(main)

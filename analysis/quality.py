"""What the analyst must know of a release: what was delivered, what is missing, and whether the sums agree."""

from functools import lru_cache

from analysis.answers import Agreement, Balance, CoverageCell, CoverageRow, Delivery, Quality
from analysis.delays import delays
from analysis.grid import grid
from analysis.indicator import Indicator
from analysis.question import SeriesName
from data.catalogue import AREAS, CATEGORIES
from data.errors import UserError
from data.municipalities import DISTRICT, UNKNOWN, area_name, municipality_codes
from data.periods import Quarter
from data.release import Release

MONTHS = 12


@lru_cache(maxsize=8)
def quality(release: Release) -> Quality:
    """Return what the analyst must know. Raises UserError where only the council's room is open."""
    if not release.internal:
        raise UserError("Datakvalitet vises kun for analytikere.")
    return Quality(
        deliveries=tuple(Delivery(*row) for row in release.rows("deliveries")),
        coverage=_coverage(release),
        delays=delays(release),
        balances=_balances(release),
        agreements=_agreements(release),
    )


def _coverage(release: Release) -> tuple[CoverageRow, ...]:
    cells: dict[str, list[CoverageCell]] = {}
    for category, year, delivered, provisional in release.rows(
        "coverage_years", municipalities=list(municipality_codes())
    ):
        whole = MONTHS * len(municipality_codes())
        cells.setdefault(category, []).append(CoverageCell(year, delivered, provisional, whole))
    return tuple(
        CoverageRow(code, category.name, tuple(cells[code])) for code, category in CATEGORIES.items() if code in cells
    )


def _balances(release: Release) -> tuple[Balance, ...]:
    """Return, for each category's latest final quarter, the municipalities, `998` and the district."""
    found = []
    for asked in _indicators():
        counts = grid(release, asked)
        final = [] if counts is None else [q for q in counts.quarters if counts.is_final(DISTRICT, q)]
        if counts is None or not final or asked.category is None or asked.category.district_only:
            continue
        own = [counts.count(place, final[-1]) for place in municipality_codes()]
        known = [count for count in own if count is not None]
        found.append(
            Balance(
                name=asked.name,
                period=final[-1],
                municipalities=sum(known) if len(known) == len(own) else None,
                unknown=counts.count(UNKNOWN, final[-1]),
                district=counts.count(DISTRICT, final[-1]),
            )
        )
    return tuple(found)


def _agreements(release: Release) -> tuple[Agreement, ...]:
    """Return the extract beside Statistics Denmark's figures for each twin, in the newest quarter that both have."""
    found = []
    for asked in _indicators():
        if not asked.codes:
            continue
        extract, published = (
            grid(release, asked),
            grid(release, Indicator(asked.area, asked.category, SeriesName.PUBLISHED)),
        )
        if extract is None or published is None:
            continue
        quarter = _newest_shared([q for q in extract.quarters if extract.is_final(DISTRICT, q)], published.quarters)
        if quarter is not None:
            found += [
                Agreement(
                    asked.name,
                    area_name(place),
                    quarter,
                    extract.count(place, quarter),
                    published.count(place, quarter),
                )
                for place in (*municipality_codes(), DISTRICT)
            ]
    return tuple(found)


def _newest_shared(quarters: list[Quarter], others: tuple[Quarter, ...]) -> Quarter | None:
    return max(set(quarters) & set(others), default=None)


def _indicators() -> list[Indicator]:
    """Return every category of every area, each once."""
    found: dict[str, Indicator] = {}
    for area in AREAS.values():
        for code in (*area.headline, *area.beside, *area.activity):
            found.setdefault(code, Indicator(area, CATEGORIES[code], SeriesName.EXTRACT))
    return list(found.values())

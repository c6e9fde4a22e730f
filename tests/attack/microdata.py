"""Random districts to attack: two years of thirteen municipalities, often and nearly never, complexes and gaps."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from data.attributes import ACT_BANDS, ATTRIBUTES, UNKNOWN_VALUE
from data.catalogue import CATEGORIES, Unit
from data.contract import COLUMNS
from data.municipalities import UNKNOWN, municipality_codes

YEARS = (2024, 2025)
QUARTERS = (1, 2, 3, 4)
PLACES = (*municipality_codes(), UNKNOWN)

# Cases a quarter in one group of one municipality (METHODS, 11.6).
RAREST, MOST_FREQUENT = 0.02, 5.0
WITHOUT_ANY = 0.08  # share of municipalities in which a category never occurs
UNKNOWN_SHARES = (0.0, 0.02, 0.15)
COMPLEX_SHARES = (0.0, 0.1, 0.4)
LARGEST_COMPLEX = 12

# How many of the same kind come late, for each kind.
LATE_REPORTS = (1, 1, 1, 2, 3, 5, 8)

ATTACKED = (
    "indbrud_beboelse",  # plain reports, and the map
    "databedrageri",  # cases beside reports, age x sex, money
    "utryghed_offentligt_rum",
    "narkotikasalg_skole",  # outside the quarterly grid
    "vold_naere_relationer",  # sensitive
    "digital_afpresning",  # sensitive, cases beside reports
)

# Derived columns are not part of an extract: they follow from `anmeldt`.
OF_THE_CLOCK = ("weekday", "hour")
# Nor is this: it follows from the window of the act. Here every window lies inside one part of the day: that is the
# most that a window can tell, for only then are the shares whole cases.
OF_THE_ACT = "gerningstid"
BAND_HOURS = 24 // len(ACT_BANDS)
DERIVED = ("year", "quarter", "first", *OF_THE_CLOCK, OF_THE_ACT)

Rng = np.random.Generator


@dataclass(frozen=True)
class District:
    """Its incidents, one a row: the contract's columns, and for the attacker the derived ones.

    `first`: whether the incident is the first report of its case.
    """

    incidents: pd.DataFrame

    def loaded(self) -> list[dict[Any, Any]]:
        """Return the rows as load would store them."""
        columns = [name for name in self.incidents.columns if name not in DERIVED]
        rows = self.incidents[columns].astype(object)
        return rows.where(rows.notna(), None).to_dict("records")


def random_district(rng: Rng, categories: tuple[str, ...] = ATTACKED, years: Sequence[int] = YEARS) -> District:
    """Return a district in which every number may be small."""
    return District(with_derived(pd.concat([_category(rng, code, years) for code in categories], ignore_index=True)))


def with_late_reports(rng: Rng, district: District) -> District:
    """Return the district with a few more incidents of earlier years: one here, three or eight of a kind there."""
    known = district.incidents
    likes = known.iloc[rng.permutation(len(known))[: len(LATE_REPORTS)]]
    late = likes.loc[likes.index.repeat(LATE_REPORTS)]
    day = pd.Timedelta(days=1)
    last_seconds = late["anmeldt"].dt.to_period("Q").dt.end_time.dt.floor("s")
    late = late.assign(anmeldt=(late["anmeldt"] + day).where(late["anmeldt"] + day < last_seconds, last_seconds))
    contract = [name for name in known.columns if name not in DERIVED]
    return District(with_derived(pd.concat([known[contract], late[contract]])))


def with_second_delivery(district: District, category: str) -> District:
    """Return the district with every incident of one category a second time, a second later: a file that was half."""
    known = district.incidents[[name for name in district.incidents.columns if name not in DERIVED]]
    again = known[known["kategori"] == category]
    again = again.assign(anmeldt=again["anmeldt"] + pd.Timedelta(seconds=1), sag_id=None)
    return District(with_derived(pd.concat([known, again])))


def with_derived(incidents: pd.DataFrame) -> pd.DataFrame:
    """Return the incidents with ids, and with what the publisher and the attacker derive from them."""
    frame = incidents.reset_index(drop=True)
    frame["haendelse_id"] = [f"h-{number}" for number in frame.index]
    reported = frame["anmeldt"].dt
    frame = frame.assign(year=reported.year, quarter=reported.quarter, delivery=1)
    frame = frame.assign(weekday=(reported.day_of_week + 1).astype("str"), hour=reported.hour.astype("str"))
    if "gerning_fra" in frame:
        band = (frame["gerning_fra"].dt.hour // BAND_HOURS).map(dict(enumerate(ACT_BANDS)))
        frame[OF_THE_ACT] = band.fillna(UNKNOWN_VALUE)
    case = frame["sag_id"].fillna(frame["haendelse_id"])
    ordered = frame.assign(case=case).sort_values(["anmeldt", "haendelse_id"])
    return frame.assign(first=~ordered.duplicated(["kategori", "case"]).sort_index())


def _category(rng: Rng, code: str, span: Sequence[int]) -> pd.DataFrame:
    places, years, quarters = zip(*product(PLACES, span, QUARTERS), strict=True)
    groups = int(rng.integers(2, 8))
    rates = 10 ** rng.uniform(np.log10(RAREST), np.log10(MOST_FREQUENT), (len(PLACES), groups))
    rates *= rng.random((len(PLACES), 1)) > WITHOUT_ANY
    counts = rng.poisson(np.repeat(rates.sum(axis=1), len(span) * len(QUARTERS)))
    days = [dt.datetime(year, 3 * quarter - 2, 1) for year, quarter in zip(years, quarters, strict=True)]
    first_days = pd.Series(np.repeat(pd.DatetimeIndex(days), counts))
    seconds = rng.integers(0, 90 * 86_400, len(first_days))  # the shortest quarter has 90 days
    frame = pd.DataFrame(
        {
            "kategori": code,
            "kommunekode": np.repeat(places, counts),
            "anmeldt": first_days + pd.to_timedelta(seconds, unit="s"),
            "sag_id": _complexes(rng, code, len(first_days)),
        }
    )
    for attribute in CATEGORIES[code].breakdowns:
        if attribute == OF_THE_ACT:
            frame = frame.assign(**_window(rng, frame))
        elif attribute not in OF_THE_CLOCK:
            frame[attribute] = _values(rng, attribute, frame["kommunekode"])
    return frame


def _complexes(rng: Rng, code: str, number: int) -> pd.Series:
    """Return which case complex each report belongs to; None: it is a case of its own."""
    cases = pd.Series([None] * number, dtype=object)
    if CATEGORIES[code].unit is Unit.CASES:
        members = rng.permutation(number)[: int(number * rng.choice(COMPLEX_SHARES))]
        sizes = rng.integers(1, LARGEST_COMPLEX + 1, len(members) + 1)
        cases[members] = [f"{code}-{case}" for case in np.repeat(np.arange(len(sizes)), sizes)[: len(members)]]
    return cases


def _window(rng: Rng, frame: pd.DataFrame) -> dict[str, pd.Series]:
    """Return both ends of the window of each act, the day before its report; what has no band has no window."""
    number = _values(rng, OF_THE_ACT, frame["kommunekode"]).map({band: at for at, band in enumerate(ACT_BANDS)})
    longest = BAND_HOURS * 60
    begin, end = np.sort(rng.integers(0, longest, (2, len(frame))), axis=0)
    midnight = frame["anmeldt"].dt.floor("D") - pd.Timedelta(days=1)
    opens = midnight + pd.to_timedelta(number * longest, unit="min")
    return {
        "gerning_fra": opens + pd.to_timedelta(begin, unit="min"),
        "gerning_til": opens + pd.to_timedelta(end, unit="min"),
    }


def _values(rng: Rng, attribute: str, places: pd.Series) -> pd.Series:
    """Return a value for each incident; every municipality has its own shares, some of them next to nothing."""
    coded = attribute in COLUMNS and UNKNOWN_VALUE in COLUMNS[attribute].domain
    missing = UNKNOWN_VALUE if coded else None
    values = np.array([*ATTRIBUTES[attribute].values, missing], dtype=object)
    unknown = rng.choice(UNKNOWN_SHARES)
    found = pd.Series([None] * len(places), index=places.index, dtype=object)
    for _, rows in places.groupby(places):
        shares = rng.lognormal(0, 1.5, len(values) - 1)
        shares = np.append(shares / shares.sum() * (1 - unknown), unknown)
        found[rows.index] = rng.choice(values, len(rows), p=shares)
    return found

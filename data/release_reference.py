"""The reference tables of a release: what it counts against and stands beside, frozen with it."""

from collections.abc import Iterable

import pandas as pd

from data.catalogue import Denominator
from data.denominators import denominators
from data.municipalities import COUNTRY, REGION, UNKNOWN, municipality_codes
from data.population import POPULATION_GROUP, population_groups
from data.reference import VALUE, reference_table, structural_breaks, three_year_casualties

Tables = dict[str, pd.DataFrame]


def reference_tables(incident_years: Iterable[int]) -> Tables:
    """Return the reference tables by name; everything in them is public.

    straf11            area, year, quarter, code, count: Statistics Denmark's reported offences
    denominator        kind, municipality, year, value, date, unit: for every year of the incidents and of straf11
    population_group   attribute, value, municipality, year, people, date: inhabitants by age group and by sex
    structural_break   first_day, last_day (missing: a point in time), affects, effect, text, source
    published_casualties   area, first_year, last_year, killed_and_injured
    """
    offences = _offences()
    years = sorted({*incident_years, *offences["year"].tolist()})
    return {
        "straf11": offences,
        "denominator": pd.concat(
            [denominators(kind, years).assign(kind=kind.value) for kind in Denominator], ignore_index=True
        ),
        POPULATION_GROUP: population_groups(years),
        "structural_break": _breaks(),
        "published_casualties": three_year_casualties(),
    }


def _offences() -> pd.DataFrame:
    rows = reference_table("straf11")
    rows = rows[rows["area"].isin([*municipality_codes(), COUNTRY, REGION, UNKNOWN])]
    return pd.DataFrame(
        {
            "area": rows["area"],
            "year": rows["period"].str[:4].astype("int64"),
            "quarter": rows["period"].str[5:].astype("int64"),
            "code": rows["code"],
            "count": rows[VALUE],
        }
    )


def _breaks() -> pd.DataFrame:
    found = [(b.start, b.end, ";".join(b.affects), b.effect, b.text, b.source) for b in structural_breaks()]
    columns = ["first_day", "last_day", "affects", "effect", "text", "source"]
    frame = pd.DataFrame(found, columns=columns)
    return frame.astype({"first_day": "datetime64[s]", "last_day": "datetime64[s]"})

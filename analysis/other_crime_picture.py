"""Other crime as a picture: how often, beside larger places; the counts are in its table."""

from functools import lru_cache

from markupsafe import Markup

from analysis.answers import OffenceRow, OtherCrime
from analysis.bars import bar_list
from analysis.danish import enumeration, interval, number
from analysis.pictures import PICTURES_KEPT, Picture
from analysis.tables import Cell, Column, Table

READING = (
    "Hver bjælke er antal anmeldelser pr. 1.000 indbyggere i perioden; tallene efter den er raten og dens usikkerhed. "
    "Længderne kan sammenlignes inden for samme lovovertrædelse, ikke på tværs. Steder uden kendt folketal har ingen "
    "bjælke; deres antal står i tabellen."
)


@lru_cache(maxsize=PICTURES_KEPT)
def other_crime_bars(found: OtherCrime) -> Picture:
    """Return reports per 1,000 inhabitants, one list of bars for each offence group that is published."""
    rows = [row for row in found.rows if any(row.rates)]
    return Picture(
        figure=Markup('<div class="kb-bars">{}</div>').format(
            Markup("").join(_bars(row, found.places) for row in rows)
        ),
        table=_rate_table(found),
        alt=f"Bjælker. Anmeldte forbrydelser pr. 1.000 indbyggere, {found.period.name}. "
        + " ".join(_finding(row, found.places) for row in rows),
        reading=READING,
        notes=_without_rates(found),
    )


def _without_rates(found: OtherCrime) -> tuple[str, ...]:
    """Return a note on the places whose number of inhabitants is not known."""
    unknown = [place for at, place in enumerate(found.places) if not any(row.rates[at] for row in found.rows)]
    if not unknown:
        return ()
    named = enumeration(unknown).replace("Hele ", "hele ")  # a name of its own in a table, not in a sentence
    return (f"Folketallet er ikke indlæst for {named}; deres antal står i tabellen nedenfor.",)


def _rate_table(found: OtherCrime) -> Table:
    rows = tuple(
        (row.name, *(rate.value if rate else None for rate in row.rates)) for row in found.rows if any(row.rates)
    )
    columns = (Column("Lovovertrædelse"), *(Column(place, 2) for place in found.places))
    return Table(f"Anmeldte forbrydelser pr. 1.000 indbyggere, {found.period.name}", columns, rows, found.source)


def other_crime_table(found: OtherCrime) -> Table:
    """Return counts and the counts a year before at each place, a row for each offence group that is published."""
    columns = [Column("Lovovertrædelse")]
    for place in found.places:
        columns += [Column(place, 0), Column(f"{place}, året før", 0)]
    rows = []
    for row in found.rows:
        pairs = zip(row.counts, row.counts_last_year, strict=True)
        cells: list[Cell] = [row.name, *(count for pair in pairs for count in pair)]
        if any(count is not None for count in row.counts):
            rows.append(tuple(cells))
    return Table(f"Anmeldte forbrydelser, {found.period.name}", tuple(columns), tuple(rows), found.source)


def unpublished(found: OtherCrime) -> str | None:
    """Return which offence groups have no number for the period, in a sentence; None when all have."""
    names = [row.name for row in found.rows if all(count is None for count in row.counts)]
    return f"Ikke offentliggjort eller indlæst for {found.period.name}: {enumeration(names)}." if names else None


def _bars(row: OffenceRow, places: tuple[str, ...]) -> Markup:
    known = [(place, rate) for place, rate in zip(places, row.rates, strict=True) if rate]
    return bar_list(
        row.name,
        [(place, rate.value, number(rate.value, 1), interval(rate.low, rate.high, 1)) for place, rate in known],
    )


def _finding(row: OffenceRow, places: tuple[str, ...]) -> str:
    said = [f"{place} {number(rate.value, 1)}" for place, rate in zip(places, row.rates, strict=True) if rate]
    return f"{row.name}: {', '.join(said)}."

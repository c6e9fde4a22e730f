"""What the analyst must know of a release, as tables: deliveries, coverage, delay, and both reconciliations."""

from analysis.answers import Agreement, Balance, CoverageCell, Quality
from analysis.danish import number
from analysis.delays import MONTH_DAYS
from analysis.tables import Cell, Column, Table
from data.municipalities import DISTRICT_NAME
from data.periods import danish_date

EXTRACT = "Politiets udtræk"
BOTH = "Politiets udtræk og Danmarks Statistik"
FULL = "alt"


def delivery_table(found: Quality) -> Table:
    """Return the loaded files, the newest first."""
    columns = ("Fil", "Udtræk af", "Indlæst")
    rows = tuple(
        (
            f"{each.file_name}{' (demodata)' if each.is_demo else ''}",
            danish_date(each.extracted),
            f"{danish_date(each.loaded_at.date())} kl. {each.loaded_at:%H.%M}",
            each.accepted,
            each.refused,
        )
        for each in found.deliveries
    )
    counts = (Column("Rækker indlæst", 0), Column("Rækker afvist", 0))
    return Table("Indlæste filer", (*map(Column, columns), *counts), rows, EXTRACT)


def coverage_table(found: Quality) -> Table:
    """Return how much of each category and year was delivered; what was never delivered is missing, not zero."""
    years = sorted({cell.year for row in found.coverage for cell in row.cells})
    rows = []
    for row in found.coverage:
        cells = {cell.year: cell for cell in row.cells}
        rows.append((row.name, *(_delivered(cells.get(year)) for year in years)))
    columns = (Column("Kategori"), *(Column(str(year)) for year in years))
    return Table("Leverede måneder i alle kommuner", columns, tuple(rows), EXTRACT)


def delay_table(found: Quality) -> Table:
    """Return how long after the act the reports came."""
    columns = (
        Column("Kategori"),
        Column("Periode"),
        Column("Anmeldelser med kendt tidspunkt", 0),
        Column("Halvdelen anmeldt inden for (dage)", 0),
        Column("9 af 10 anmeldt inden for (dage)", 0),
        Column(f"Anmeldt efter mere end {MONTH_DAYS} dage", 0),
    )
    rows = tuple(
        (each.name, each.period.short_name, each.dated, each.median_days, each.nine_tenths_days, each.after_a_month)
        for each in found.delays
    )
    return Table("Fra gerning til anmeldelse", columns, rows, EXTRACT)


def balance_table(found: Quality) -> Table:
    """Return the municipalities and the unknown beside the district; the difference should be 0."""
    columns = (
        Column("Kategori"),
        Column("Periode"),
        *(Column(title, 0) for title in ("Kommunerne", "Uoplyst kommune", "Hele kredsen", "Forskel")),
    )
    rows = tuple(
        (each.name, each.period.short_name, each.municipalities, each.unknown, each.district, _imbalance(each))
        for each in found.balances
    )
    return Table("Kommunerne og uoplyst mod hele kredsen", columns, rows, EXTRACT)


def agreement_table(found: Quality) -> Table:
    """Return the extract beside the published figures, with the difference.

    The district differs by the incidents of unknown municipality: the published district is its municipalities.
    """
    columns = (
        Column("Sted"),
        Column("Lovovertrædelse"),
        Column("Periode"),
        *(Column(title, 0) for title in ("Udtræk", "Danmarks Statistik", "Forskel")),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (each.place, each.name, each.period.short_name, each.extract, each.published, _disagreement(each))
        for each in found.agreements
    )
    return Table(
        "Udtrækket mod Danmarks Statistik (hele kredsen: udtrækket tæller uoplyst kommune med)", columns, rows, BOTH
    )


def quality_title(found: Quality) -> str:
    """Return in one sentence whether the numbers agree."""
    even = [each for each in found.balances if _imbalance(each) == 0]
    # The published district is its municipalities; the extract's also holds those of unknown municipality.
    compared = [each for each in found.agreements if each.place != DISTRICT_NAME]
    equal = [each for each in compared if _disagreement(each) == 0]
    return (
        f"Kommunerne og uoplyst giver hele kredsen i {_share(len(even), len(found.balances))} kategorier. "
        f"{_share(len(equal), len(compared)).capitalize()} tal er de samme som Danmarks Statistiks."
    )


def _share(part: int, whole: int) -> str:
    return f"alle {number(whole)}" if part == whole else f"{number(part)} af {number(whole)}"


def _delivered(cell: CoverageCell | None) -> str | None:
    if cell is None or cell.delivered == 0:
        return None
    amount = FULL if cell.delivered == cell.of else f"{number(cell.delivered)} af {number(cell.of)}"
    return f"{amount}, {number(cell.provisional)} foreløbige" if cell.provisional else amount


def _imbalance(each: Balance) -> int | None:
    if each.municipalities is None or each.district is None:
        return None
    return each.municipalities + (each.unknown or 0) - each.district


def _disagreement(each: Agreement) -> int | None:
    return None if each.extract is None or each.published is None else each.extract - each.published

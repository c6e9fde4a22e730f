"""What a load did, for people: a line for each file, and the refused rows as a table, never what stood in them."""

from analysis.danish import enumeration, number
from analysis.tables import Column, Table
from data.coverage import Coverage
from data.load_report import FileReport, LoadReport
from data.periods import danish_date, parse_month

WHOLE_ROW = "hele rækken"


def load_lines(report: LoadReport) -> tuple[str, ...]:
    """Return a line for each file, and one when nothing was stored."""
    lines = tuple(_line(file, "i orden" if report.check else "indlæst") for file in report.files)
    return (*lines, "Filerne er kun undersøgt. Intet er gemt.") if report.check else lines


def refusal_table(report: LoadReport) -> Table:
    """Return the refused rows: file, line, column and reason; the first of them when there are very many."""
    rows = tuple(
        (file.name, refusal.line, refusal.column or WHOLE_ROW, refusal.reason)
        for file in report.files
        for refusal in file.refusals
    )
    shown = f", de første {number(len(rows))} vises" if len(rows) < report.refused else ""
    columns = (Column("Fil"), Column("Linje", 0), Column("Kolonne"), Column("Årsag"))
    return Table(f"Afviste rækker: {number(report.refused)}{shown}", columns, rows, "Indlæsningen")


def _line(file: FileReport, done: str) -> str:
    if file.same_as:
        return f"{file.name}: den samme fil som {file.same_as}. Den tæller én gang."
    if file.already_loaded:
        return f"{file.name}: allerede indlæst. Intet er ændret."
    if file.coverage is None:
        return f"{file.name}: {_counted(file.accepted, 'række', 'rækker')}."
    accepted = f"{_counted(file.accepted, 'hændelse', 'hændelser')} {done}"
    refused = f"{_counted(file.refused, 'række', 'rækker')} afvist"
    parts = [f"{file.name}: {accepted}, {refused}", f"dækker {_span(file.coverage)}"]
    if file.coverage.open_months:
        parts.append(f"foreløbig: {enumeration([parse_month(month).name for month in file.coverage.open_months])}")
    if file.extracted:
        parts.append(f"udtrækkets dato {danish_date(file.extracted)}")
    if file.demo:
        parts.append("demodata: syntetiske hændelser")
    return "; ".join(parts) + "."


def _counted(count: int, one: str, several: str) -> str:
    return f"{number(count)} {one if count == 1 else several}"


def _span(coverage: Coverage) -> str:
    first, last = parse_month(coverage.first).name, parse_month(coverage.last).name
    return first if first == last else f"{first} til {last}"

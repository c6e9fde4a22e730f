"""What a load did, in Danish lines for people."""

from babel.numbers import format_decimal

from data.coverage import Coverage
from data.load_report import FileReport, LoadReport
from data.periods import danish_date, parse_month
from data.refusals import LISTED, Refusal

_SHOWN = 20


def as_text(report: LoadReport) -> str:
    """Return the report in Danish, a few lines per file."""
    lines = [line for file in report.files for line in _lines(file)]
    return "\n".join([*lines, "Kun undersøgt: intet er gemt."] if report.check else lines)


def _lines(file: FileReport) -> list[str]:
    if file.same_as:
        return [f"{file.name}: den samme fil som {file.same_as}. Den tæller én gang."]
    if file.already_loaded:
        return [f"{file.name}: allerede indlæst. Intet er ændret."]
    if file.coverage is None:
        return [f"{file.name}: {_rows(file.accepted)}."]
    told = [f"{file.name}: {_counted(file.accepted, 'hændelse', 'hændelser')} indlæst, {_rows(file.refused)} afvist."]
    if file.demo:
        told.append("  Demodata: syntetiske hændelser.")
    told += [f"  Dækker {_span(file.coverage)}." + _open(file.coverage)]
    told += [f"  Udtrækkets dato: {danish_date(file.extracted)}."] if file.extracted else []
    told += [f"  {_told(refusal)}" for refusal in file.refusals[:_SHOWN]]
    more = file.refused - min(file.refused, _SHOWN)
    return [*told, f"  … og {_number(more)} rækker mere (--json viser de første {_number(LISTED)})."] if more else told


def _rows(count: int) -> str:
    return _counted(count, "række", "rækker")


def _counted(count: int, one: str, several: str) -> str:
    return f"{_number(count)} {one if count == 1 else several}"


def _number(count: int) -> str:
    return format_decimal(count, locale="da")


def _told(refusal: Refusal) -> str:
    return f"Linje {refusal.line}: " + (
        f"{refusal.column} {refusal.reason}." if refusal.column else f"{refusal.reason}."
    )


def _span(coverage: Coverage) -> str:
    municipalities = f"{len(coverage.municipalities)} kommunekoder"
    return f"{parse_month(coverage.first).name} til {parse_month(coverage.last).name}, {municipalities}, " + (
        f"{len(coverage.categories)} kategorier"
    )


def _open(coverage: Coverage) -> str:
    names = [parse_month(month).name for month in coverage.open_months]
    return f" Foreløbig: {', '.join(names)}." if names else ""

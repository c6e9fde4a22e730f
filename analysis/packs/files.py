"""A pack in the formats that were asked for."""

from collections.abc import Callable, Sequence
from importlib import import_module

from analysis.packs.content import Pack
from analysis.packs.csv_files import csv_files
from analysis.packs.facts import file_name
from data.errors import UserError
from data.personal.exports import personal_data_in_export

# Module and function by ending. Read with the first pack: the libraries of the three weigh 20 MB in every process.
_MAKERS = {"pptx": ("slides", "pptx_bytes"), "docx": ("word", "docx_bytes"), "pdf": ("pdf", "pdf_bytes")}
CSV = "csv"
FORMATS = (*_MAKERS, CSV)


def pack_files_of(pack: Pack, formats: Sequence[str] = FORMATS) -> dict[str, bytes]:
    """Return file name -> content in these formats. Raises UserError for a format that is not known."""
    require_known(formats)
    files = {file_name(pack, ending): _maker(ending)(pack) for ending in formats if ending != CSV}
    return files | (csv_files(pack) if CSV in formats else {})


def _maker(ending: str) -> Callable[[Pack], bytes]:
    module, function = _MAKERS[ending]
    made: Callable[[Pack], bytes] = getattr(import_module(f"analysis.packs.{module}"), function)
    return made


def require_known(formats: Sequence[str]) -> None:
    """Raise UserError for a format that is not known."""
    if unknown := sorted(set(formats) - set(FORMATS)):
        raise UserError(f"Formatet {', '.join(unknown)} kendes ikke. Brug {', '.join(FORMATS)}.")


def require_no_personal_data(files: dict[str, bytes]) -> None:
    """Raise UserError where a finished file seems to hold personal data; what it is is never repeated."""
    found = [(name, each) for name, content in files.items() for each in personal_data_in_export(name, content)]
    if found:
        name, first = found[0]
        raise UserError(f"Mødepakken er ikke frosset: {name} ser ud til at indeholde {first.kind}. Ret teksten.")

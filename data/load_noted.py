"""What a load stored, in the log: each delivery by the beginning of its file's fingerprint, never by its name."""

from data.audit.entry import Event, What
from data.audit.note import note_done
from data.load_report import LoadReport

# As many as tell two files apart; the delivery's whole fingerprint stands beside it in the incidents.
_DIGITS = 12


def load_noted(report: LoadReport) -> str | None:
    """Note what was stored and not there before, and return what to tell when that could not be noted."""
    new = () if report.check else [file for file in report.files if not file.already_loaded and not file.same_as]
    return note_done(Event.LOADED, *(What(about=f"leverance-{file.sha256[:_DIGITS]}") for file in new))

"""The verdict in one line: an icon and words, never a colour alone; a provisional number says so instead."""

from analysis.answers import Situation
from analysis.signal import Verdict
from analysis.verdict_texts import VERDICT_ICONS

PROVISIONAL = "Foreløbigt tal"


def verdict_line(answer: Situation) -> str:
    """Return `▲ Markant flere end ventet`, or `Foreløbigt tal`; empty where there is no verdict."""
    if answer.provisional:
        return PROVISIONAL
    if answer.verdict is None:
        return ""
    return f"{VERDICT_ICONS[Verdict(answer.verdict)]} {answer.verdict_text}"

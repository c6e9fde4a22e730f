"""A section's verdict in every file: its words with their icon, and the colour of its tone."""

from analysis.palette import BLUE, INK, ORANGE
from analysis.signal import Verdict
from analysis.verdict_texts import VERDICT_ICONS, VERDICT_TEXTS

TONES = {"more": ORANGE, "fewer": BLUE, "plain": INK}


def verdict_words(code: str | None) -> str:
    """Return `▲ Markant flere end ventet`; empty where there is no verdict."""
    if not code:
        return ""
    verdict = Verdict(code)
    return f"{VERDICT_ICONS[verdict]} {VERDICT_TEXTS[verdict]}"

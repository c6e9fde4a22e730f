"""An edited text against the verdict it stands beside: what the numbers do not carry is pointed out, not refused."""

import re

from analysis.headlines import FEWER, MORE
from analysis.packs.content import Pack, Section, Text
from analysis.signal import Verdict

_UP = re.compile(
    r"\b(flere|stiger|steg|steget|stigning\w*|stigende|øge[rst]?|øget|vokse[rt]?|vækst|højere|opad\w*|mere)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(færre|falder|faldt|faldet|fald|faldende|lavere|nedad\w*|mindre|reduce\w+|mindske\w*|nedgang\w*|halver\w+)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(r"\b(markant|kraftig\w*|voldsom\w*|dramatisk\w*|betydelig\w*|massiv\w*)\b", re.IGNORECASE)
_CAUSE = re.compile(
    r"på grund af|skyldes|på baggrund af|takket være|\bfordi\b|som følge af|årsag\w*|\bvirke(de|r|t)\b|\beffekt",
    re.IGNORECASE,
)
# UX: words that the text never uses.
_NEVER = re.compile(r"eksplo[dsv]\w*|kurven er knækket|\brekord\w*|\bbedste?\b|\bværste?\b", re.IGNORECASE)
_COMPARED_WITH_EXPECTED = re.compile(r"\b(flere|færre|mere|mindre)\b[^.]*?\bend\b[^.]*?\bventet\b", re.IGNORECASE)
_PERCENT = re.compile(r"\d\s*(%|procent)")
_MARKED_VERDICTS = (Verdict.MARKEDLY_MORE, Verdict.MARKEDLY_FEWER)


def edit_warnings(pack: Pack) -> dict[str, tuple[str, ...]]:
    """Return, by the key of each edited text that says more than its verdict, what is wrong with it."""
    found = {text.key: contradictions(text.edited, section.verdict) for section, text in _edited(pack)}
    return {key: warnings for key, warnings in found.items() if warnings}


def contradictions(edited: str, verdict: str | None) -> tuple[str, ...]:
    """Return what an edited text says against the verdict beside it, or with words that the numbers never carry.

    What is said of the year before may go either way and is left alone; only a direction in itself is judged.
    """
    if not edited:
        return ()
    found = [f"»{match[0]}« bruges ikke: tallene kan ikke bære det." for match in _NEVER.finditer(edited)]
    found += [f"»{match[0]}« er en årsag, og årsager kan tallene ikke vise." for match in _CAUSE.finditer(edited)]
    return tuple(dict.fromkeys((*found, *_against(edited, verdict))))


def _against(edited: str, verdict: str | None) -> list[str]:
    up, down = _directions(edited)
    if verdict is None or verdict in (Verdict.TOO_FEW, Verdict.NOT_COMPARABLE):
        return ["Teksten siger en retning, men tallet er ikke vurderet."] if up or down else []
    found = []
    if verdict == Verdict.EXPECTED and (up or down):
        found.append("Teksten siger en retning, men tallet er inden for det forventede.")
    if verdict in MORE and down and not up:
        found.append("Teksten siger færre, men vurderingen er flere end ventet.")
    if verdict in FEWER and up and not down:
        found.append("Teksten siger flere, men vurderingen er færre end ventet.")
    if _MARKED.search(edited) and verdict not in _MARKED_VERDICTS:
        found.append("Teksten siger markant, men det er vurderingen ikke.")
    if _PERCENT.search(edited) and verdict not in _MARKED_VERDICTS:
        found.append("Teksten siger procent. Det gør vi kun, når ændringen er markant.")
    return found


def _directions(edited: str) -> tuple[bool, bool]:
    """Return whether the text says up and down. "X flere end året før" is a difference, not a judgement."""
    judged = " ".join(
        part
        for part in re.split(r"(?<=[.!?;])\s+", edited)
        if _COMPARED_WITH_EXPECTED.search(part) or not re.search(r"\bend\b[^.]*\båret\b|\bend i\b", part, re.IGNORECASE)
    )
    return bool(_UP.search(judged)), bool(_DOWN.search(judged))


def _edited(pack: Pack) -> list[tuple[Section, Text]]:
    return [(section, text) for section in pack.sections for text in (section.title, *section.body) if text.edited]

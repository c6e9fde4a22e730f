"""Forhåndstjek: seven questions that are answered before a pack is frozen, each with what the numbers say to it."""

from collections.abc import Callable, Mapping

from analysis.answers import Break
from analysis.breaks import breaks_of
from analysis.danish import enumeration, number
from analysis.grid import grid
from analysis.headlines import FEWER, MORE
from analysis.indicator import headline_of
from analysis.packs.archive import claims_of, previous_pack
from analysis.packs.checks import Answer, Check, Status, unanswered
from analysis.packs.content import Pack
from analysis.packs.scoring import Outcome, score
from analysis.packs.statements import Claim
from data.catalogue import AREAS, Area
from data.errors import UserError
from data.municipalities import DISTRICT, UNKNOWN, area_name, municipality_codes
from data.periods import danish_date
from data.personal.kinds import told
from data.personal.text import personal_kinds


def preflight(pack: Pack) -> tuple[Check, ...]:
    """Return the seven checks of a pack, in the order they are answered."""
    return tuple(Check(code, question, *found(pack)) for code, (question, found) in CHECKS.items())


def require_answers(pack: Pack, answers: Mapping[str, Answer]) -> None:
    """Raise UserError, with every finding, while the check is not answered."""
    if missing := unanswered(preflight(pack), answers):
        raise UserError(
            f"Mødepakken {pack.subject.code} er ikke frosset: forhåndstjekket mangler svar.\n" + "\n".join(missing)
        )


def _fresh(pack: Pack) -> tuple[Status, str]:
    release, period = pack.choice.release, pack.choice.period
    until = f"Data til og med {danish_date(release.data_until)}, udtræk af {danish_date(release.extracted)}."
    return (Status.FINE if release.data_until >= period.last_day else Status.LOOK), until


def _adds_up(pack: Pack) -> tuple[Status, str]:
    """Compare the municipalities and the reports of unknown municipality with the district."""
    wrong: list[str] = []
    incomplete: list[str] = []
    for area in _areas(pack):
        counts = grid(pack.choice.release, headline_of(area))
        if counts is None or headline_of(area).counts_casualties:
            continue
        period = pack.subject.meeting.period
        parts = [counts.count(place, period) for place in (*municipality_codes(), UNKNOWN)]
        whole = counts.count(DISTRICT, period)
        if whole is None or any(part is None for part in parts[:-1]):
            incomplete.append(area.menu)
        elif sum(part or 0 for part in parts) != whole:
            wrong.append(area.menu)
    if wrong:
        return Status.LOOK, f"Det passer ikke for {enumeration(wrong)}."
    if incomplete:
        return Status.LOOK, f"Det kan ikke regnes efter for {enumeration(incomplete)}: der mangler tal."
    return Status.FINE, f"Det passer for {pack.subject.meeting.period.name}."


def _breaks(pack: Pack) -> tuple[Status, str]:
    """Name the breaks and unusual times inside the quarter or between it and the same quarter a year before."""
    period = pack.subject.meeting.period
    first, last = period.year_before.first_day, period.last_day
    every = (mark for area in _areas(pack) for mark in breaks_of(pack.choice.release, headline_of(area)))
    found = [mark for mark in dict.fromkeys(every) if mark.start <= last and (mark.end or mark.start) >= first]
    if not found:
        return Status.FINE, "Der er ingen databrud i perioden eller året før."
    return Status.LOOK, " ".join(f"{_when(mark)}: {mark.text}" for mark in found)


def _discreet(pack: Pack) -> tuple[Status, str]:
    """Look for personal data in what people typed; numbers come from the published tables alone."""
    kinds = {kind for text in pack.texts for kind in personal_kinds(text.edited)}
    if kinds:
        return Status.STOP, f"En rettet tekst ser ud til at indeholde {told(tuple(sorted(kinds)))}."
    edited = sum(bool(text.edited) for text in pack.texts)
    typed = f"{number(edited)} rettede tekster er læst igennem for personoplysninger." if edited else ""
    return Status.FINE, f"Alle tal er fra de offentlige tabeller i udgave #{pack.choice.release.id}. {typed}".strip()


def _signals(pack: Pack) -> tuple[Status, str]:
    outside = [claim for claim in pack.statements if claim.verdict in (*MORE, *FEWER)]
    if not outside:
        return Status.FINE, "Ingen tal i pakken er uden for det ventede."
    names = [f"{AREAS[claim.area].menu.lower()} i {area_name(claim.municipality)}" for claim in outside]
    return Status.LOOK, f"Uden for det ventede: {enumeration(names)}. Er signalerne gennemgået?"


def _since_last(pack: Pack) -> tuple[Status, str]:
    """Name the numbers and verdicts of the previous pack that are others today."""
    previous = previous_pack(pack.subject)
    if previous is None:
        return Status.FINE, "Der er ingen tidligere pakke at sammenligne med."
    outcomes = [score(pack.choice.release, claim) for claim in claims_of(previous) if claim.claim is not Claim.FORECAST]
    moved = [each for each in outcomes if each.today.observed not in (None, each.statement.count) or _turned(each)]
    if not moved:
        return Status.FINE, f"Tallene fra {previous.content.meeting} er uændrede."
    return Status.LOOK, " ".join(f"{_about(each)}: {each.said} sidst, {each.found} nu." for each in moved)


def _provisional(pack: Pack) -> tuple[Status, str]:
    open_claims = [claim for claim in pack.statements if claim.claim is Claim.PROVISIONAL]
    if not open_claims:
        return Status.FINE, "Ingen vurderede tal i pakken er foreløbige."
    return Status.LOOK, f"{number(len(open_claims))} tal er foreløbige; hvert af dem er mærket, hvor det står."


Finding = Callable[[Pack], tuple[Status, str]]
CHECKS: dict[str, tuple[str, Finding]] = {
    "friske_data": ("Er data friske?", _fresh),
    "sum_stemmer": ("Er kommunerne plus uoplyst lig med hele kredsen?", _adds_up),
    "brud": ("Er der brud i perioden?", _breaks),
    "diskretion": ("Kan pakken deles uden at røbe nogen?", _discreet),
    "signaler": ("Er signalerne gennemgået?", _signals),
    "afvigelse": ("Er afvigelser fra sidste pakke forklaret?", _since_last),
    "foreloebige": ("Er foreløbige tal markeret?", _provisional),
}


def _areas(pack: Pack) -> tuple[Area, ...]:
    return tuple(AREAS[code] for code in dict.fromkeys(claim.area for claim in pack.statements))


def _when(mark: Break) -> str:
    return f"{danish_date(mark.start)}–{danish_date(mark.end)}" if mark.end else f"Fra {danish_date(mark.start)}"


def _turned(outcome: Outcome) -> bool:
    return outcome.statement.claim is Claim.VERDICT and outcome.today.verdict != outcome.statement.verdict


def _about(outcome: Outcome) -> str:
    claim = outcome.statement
    return f"{AREAS[claim.area].menu} i {area_name(claim.municipality)}, {claim.question.period.short_name}"

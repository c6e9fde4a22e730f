"""From a label or a code, Danish or English, to the code that Kredsblik uses."""

import re
from difflib import get_close_matches
from functools import cache

from data.municipalities import municipalities
from data.reference import offence_codes, project_rows
from data.statbank.text import plain

# A misspelt municipality of ours must not be taken for a place elsewhere.
_LOOKS_LIKE = 0.85

_YEAR = r"(?:19|20)\d\d"
_PERIOD = re.compile(rf"({_YEAR})(?:[KQ]([1-4]))?", re.IGNORECASE)
_OTHER_PERIOD = re.compile(rf"{_YEAR}(?:[MU]\d\d(?:D\d\d)?|H[12]|[KQ]\d|[:/-]{_YEAR})", re.IGNORECASE)
_CODE_AND_LABEL = re.compile(r"(\S+) (.+)")
_CHARGED = re.compile(r"(?:sig|sigt).*|.*\b(?:sigtelse|sigtede|charge).*")
_REPORTED = re.compile(r"anm(?:eld.*)?|anm .*|report.*")
_SEVERITIES = (
    (
        "0",
        re.compile(r"(?:0 )?(?:personskade i alt|.*(?:injur|casualt|killed).*total|total.*(?:injur|casualt|killed).*)"),
    ),
    ("1", re.compile(r"(?:1 )?(?:draebte?|killed|fatalities)")),
    ("2", re.compile(r"(?:2 )?(?:alvorligt tilskadekomne?|(?:seriously|severely) injured)")),
    ("3", re.compile(r"(?:3 )?(?:let(?:tere)? tilskadekomne?|slightly injured)")),
)
_OFFENCE = re.compile(r"\d{4}")


def area_code(label: str) -> str | None:
    """Return the code of an area; None when it is no area that StatBank names."""
    return _coded(label, _area_codes(), _area_labels())


def misspelt_municipality(label: str) -> str | None:
    """Return the municipality of ours that the unknown label looks like, None when it is like none."""
    names = {plain(member.name): member.name for member in municipalities()}
    close = get_close_matches(plain(label), names, n=1, cutoff=_LOOKS_LIKE)
    return names[close[0]] if close else None


def offence_code(label: str) -> str | None:
    """Return the code of an offence; None when STRAF11 has no such offence."""
    return _coded(label, {code.code.casefold(): code.code for code in offence_codes()}, _offence_labels())


def offences_named_in(text: str) -> set[str]:
    """Return the codes of the offences whose whole label stands in a text; the longest label wins where two overlap."""
    rest, found = f" {plain(text)} ", set()
    for label, code in sorted(_offence_labels().items(), key=lambda item: -len(item[0])):
        pattern = rf"(?<![a-z0-9]){re.escape(label)}(?![a-z0-9])"
        if re.search(pattern, rest):
            found.add(code)
            rest = re.sub(pattern, " ", rest)
    return found


def period_code(label: str) -> str | None:
    """Return `2025K1` or `2025` for a quarter or a year (also `2025Q1`, `2025k1`, `2025K1 2025Q1`), else None."""
    codes = {
        match[1] + (f"K{match[2]}" if match[2] else "") if match else None
        for match in map(_PERIOD.fullmatch, label.split())
    }
    return codes.pop() if len(codes) == 1 else None


def is_other_period(label: str) -> bool:
    """Return whether the label is a period of a kind that none of our tables has: month, week, half-year, interval."""
    return _OTHER_PERIOD.fullmatch(label.strip()) is not None


def measure_code(label: str) -> str | None:
    """Return `anm` for reported offences, `sig` for those with a charge."""
    text = plain(label)
    if _CHARGED.fullmatch(text):
        return "sig"
    return "anm" if _REPORTED.fullmatch(text) else None


def severity_code(label: str) -> str | None:
    """Return `1` killed, `2` seriously, `3` slightly injured, `0` all of them."""
    text = plain(label)
    return next((code for code, pattern in _SEVERITIES if text == code or pattern.fullmatch(text)), None)


def resident_code(label: str) -> str | None:
    """Return `1000` lived in, `2000` not lived in, `5000` a holiday cottage that nobody lives in."""
    text = plain(label)
    if text in {"1000", "2000", "5000"}:
        return text
    if re.search(r"fritidshus|cottage", text):
        return "5000"
    if re.search(r"ubeboe|uden cpr|without|unoccupied", text):
        return "2000"
    return "1000" if re.search(r"beboede bolig|med cpr|with registered|occupied", text) else None


@cache
def _area_codes() -> dict[str, str]:
    """Return what is accepted as an area code: `157`, `0157`, and `0` and `84`, where a program took the zeros off."""
    codes = [row["code"] for row in project_rows("statbank_areas")]
    longer = {code.zfill(4): code for code in codes if len(code) == 3}
    shorter = {code.lstrip("0") or "0": code for code in codes if len(code) == 3}
    return longer | shorter | {code: code for code in codes}


@cache
def _area_labels() -> dict[str, str]:
    labels: dict[str, str] = {}
    for row in project_rows("statbank_areas"):
        for label in (row["name"], *filter(None, row["other_names"].split("|"))):
            labels[plain(label)] = row["code"]
            labels[f"{plain(label)} kommune"] = row["code"]
    return labels


@cache
def _offence_labels() -> dict[str, str]:
    labels: dict[str, str] = {}
    for code in offence_codes():
        for label in (plain(code.label_da), plain(code.label_en)):
            labels[label] = code.code
            # What the criminal code was called in older English exports.
            labels[label.replace("criminal code", "penal code")] = code.code
    return labels


def _coded(label: str, codes: dict[str, str], labels: dict[str, str]) -> str | None:
    """Return the code that a label means; where code and label stand together they must agree.

    Beside a four-digit offence or an area code the label may be one that we do not know: wordings change.
    """
    text = plain(label)
    if text in labels:
        return labels[text]
    if text in codes:
        return codes[text]
    joined = _CODE_AND_LABEL.fullmatch(text)
    if not joined or joined[1] not in codes:
        return None
    code = codes[joined[1]]
    said = labels.get(joined[2], code if len(joined[1]) >= 3 else None)
    return code if said == code else None

"""Where a person can be found: e-mail and addresses."""

import re
from functools import cache

from data.municipalities import municipalities
from data.personal.writing import plain_writing

_EMAIL = re.compile(r"[\w.+-]+ ?(?:@|[\[(] ?(?:at|snabel-?a) ?[\])]) ?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)

# What a street's name ends in. The first are hardly anything else; the others are words too, and must be part of a
# longer name that is written as a name.
_ENDS = "vej|vejen|veje|gade|gaden|allé|alle|alléen|alleen|stræde|strædet|vænge|vænget|boulevard|boulevarden|plads"
_WEAK_ENDS = (
    "pladsen|torv|torvet|parken|park|have|haven|haver|bakken|bakke|bakker|vang|vangen|toft|toften|ager|ageren|"
    "lunden|krog|krogen|sti|stien|kaj|kajen|gården|skrænt|skrænten|mose|mosen|kær|kæret|dalen|høj|højen|"
    "høje|eng|engen|mark|marken|strand|bro|broen|bue|buen|lykke|udsigten|holmen|skel|skellet|hegn|hegnet|skov|"
    "skoven|led|ledet|leddet|hus|huse|husene|banke|banken|vase|vasen|dam|dammen|bro|minde|ås|åsen|krat|krattet|alle"
)
# What ends as streets do and is none: a kind of dwelling with its count ("Rækkehus 52"), "Hvis alle 2 kom for sent".
_NO_STREET = (
    r"(?!(?i:rækkehuse?|fritidshuse?|sommerhuse?|parcelhuse?|dobbelthuse?|kolonihavehuse?|kædehuse?)\b)"
    r"(?!(?i:hvis|når|at|af|er|for|i|kom|med|og|selv|til|var|ved) alle\b)"
)
_LETTER = r"[^\W\d_]"
_NUMBER = r"(?:nr\.? ?)?\d{1,3}(?: ?[a-zæøå])?"
# A number of something, an ordinal or a span is no house.
_NO_UNIT = (
    r"(?![\d%])(?! ?[-/] ?\d+ ?(?:km|pct|%))(?!\.? ?(?:km|m|meter|kr|pct|procent|promille|%|‰|år|årig|gange|gang|uheld|"
    r"sager|sag|anmeldelser|indbrud|personer|person|biler|bilister|køretøjer|dage|timer|min|minutter|uger|måneder|"
    r"stykker|steder|kvartal|kvt|kl|hændelser|hastighed\w*|ud af|af|til|mod|og|procentpoint|besøg|møder|kontroller)\b)"
    r"(?!\. ?(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal)\b)"
    r"(?![.,]\d)"
)
_STREET = re.compile(
    rf"(?<![\w-])(?:{_LETTER}[\w.'-]*?(?<!motor)(?:{_ENDS})|{_LETTER}[\w.'-]*[ ](?!alle\b)(?:{_ENDS})),? "
    rf"{_NUMBER}\b{_NO_UNIT}",
    re.IGNORECASE,
)
_CAPITAL_STREET = re.compile(rf"(?<![\w-]){_NO_STREET}[A-ZÆØÅÉ][\w.'-]*[ ]?(?i:{_WEAK_ENDS}),? {_NUMBER}\b{_NO_UNIT}")
# A house or flat behind any name: "Broholm 7, 3400 Hillerød", "nr. 12, st. tv".
_POSTED = re.compile(
    r"[^\W\d_]{3,} \d{1,3}(?: ?[A-Za-z])?(?:[ ,]+(?:st|kl|\d{1,2})\.?(?:[ ,.]*(?:tv|th|mf|dør \d+))?\.?)?"
    r"(?:,[ \n]*2000|[ ,\n]+(?:DK-? ?)?(?!19\d\d|20[0-3]\d)[1-9]\d{3}) [A-ZÆØÅ][a-zæøå]{2,}"
)
_FLOOR = re.compile(
    r"(?<!\d)\d{1,3}(?: ?[A-Za-z])?,? (?:st|kl|stuen|\d{1,2})\.?[ ,]{0,2}(?:sal)?[ ,.]{0,3}(?:tv|th|mf)\b",
    re.IGNORECASE,
)  # noqa: E501


def has_email(text: str) -> bool:
    """Return whether an e-mail address stands in the text."""
    return _EMAIL.search(plain_writing(text)) is not None


def has_address(text: str) -> bool:
    """Return whether a street with a house number, a floor or a postcode stands in the text; a street alone is none."""
    normal = plain_writing(text)
    return any(pattern.search(normal) for pattern in (_STREET, _POSTED, _FLOOR)) or any(
        not match[0].startswith(_municipality_names()) for match in _CAPITAL_STREET.finditer(normal)
    )


@cache
def _municipality_names() -> tuple[str, ...]:
    """Return what ends as streets do and is none: "Rudersdal 12"."""
    return tuple(f"{each.name} " for each in municipalities())

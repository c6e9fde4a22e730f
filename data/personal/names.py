"""Names of persons in text: a first name of the lists, followed by a word that is written as a name."""

import re

from data.personal.first_names import name_lists
from data.personal.writing import plain_writing

_WORD = r"[^\W\d_]+(?:[-'´’][^\W\d_]+)*"
_WORDS = re.compile(rf"{_WORD}\.?")
# Between the words of one name stand blanks alone; a line end stands between two things.
_BLANKS = re.compile(r"[ ]{1,2}")
_SURNAME_FIRST = re.compile(rf"\b({_WORD}), ?({_WORD})")
# Danish surnames that no list holds all of.
_SURNAME_END = re.compile(r".{2,}(?:sen|ssen|gaard|strup|sson)s?")
# Danish words that are names too: only with a surname behind them do they make a person.
_ALSO_WORDS = frozenset(
    ("ask", "august", "bent", "bo", "dag", "dan", "danish", "del", "else", "juni", "kaj", "line", "liv", "love", "maj")
    + (
        "man",
        "mark",
        "max",
        "meta",
        "odd",
        "per",
        "roman",
        "rosa",
        "rose",
        "said",
        "sand",
        "sine",
        "sky",
        "sol",
        "sten",
    )
    + ("stig", "storm", "tone", "tor", "us", "vide", "ville")
)
# What a name is part of when it is a place, a house or an office.
_NOT_PERSONS = re.compile(
    r".*(?:vej|vejen|gade|gaden|allé|alle|plads|pladsen|torv|torvet|stræde|skole|skolen|gymnasium|gymnasiet|kirke|"
    r"kirken|hospital|hospitalet|center|centret|centeret|fond|fonden|kollegium|park|parken|kommune|kommunes|bibliotek|"
    r"museum|museet|slot|hus|huset|bro|havn|stiftelse|minde|hjem|hjemmet|station|police|stadion|kaj|aften|dag|gård|"
    r"gården|vænge|have|haven|boulevard|by|råd|rådet|politi|kreds|aps|a/s|i/s|forlag|institut|instituttet)s?",
    re.IGNORECASE,
)
_PLACE_BEFORE = frozenset(("sankt", "skt", "skt.", "sct.", "st.", "kong", "dronning", "prins", "prinsesse"))
_ROMAN = re.compile(r"[IVX]+")
_LONGEST_NAME = 5


def has_name(text: str) -> bool:
    """Return whether the name of a person stands in the text; a first name alone is none."""
    normal = plain_writing(text)
    words = list(_WORDS.finditer(normal))
    return any(_begins_a_person(normal, words, place) for place in range(len(words) - 1)) or any(
        _is_first(match[2]) and _is_surname(match[1]) for match in _SURNAME_FIRST.finditer(normal)
    )


def _begins_a_person(text: str, words: list[re.Match[str]], place: int) -> bool:
    first = words[place][0]
    if not _is_first(first) or first.endswith("."):
        return False
    followers = _joined(text, words, place)
    if not followers or (place and words[place - 1][0].casefold() in _PLACE_BEFORE):
        return False
    if first[0].islower():
        return followers[0].islower() and _is_surname(followers[0]) and _is_sure(followers[0])
    names = [word for word in followers if not word.endswith(".") and len(word) > 1]
    capital = [word for word in names if word[0].isupper() and not _ROMAN.fullmatch(word)]
    if any(_NOT_PERSONS.fullmatch(word) for word in capital) or not capital:
        return False
    if any(map(_is_surname, capital)):
        return True
    return first.casefold() not in _ALSO_WORDS and not (first.isupper() and len(first) > 1)


def _joined(text: str, words: list[re.Match[str]], place: int) -> list[str]:
    """Return the words behind the first that are written as parts of the same name, or one in small letters."""
    found: list[str] = []
    for here, after in zip(words[place:], words[place + 1 : place + _LONGEST_NAME], strict=False):
        if not _BLANKS.fullmatch(text[here.end() : after.start()]) or (found and after[0][0].islower()):
            break
        if here[0].endswith(".") and len(here[0]) > 2:  # the end of a sentence, not an initial
            break
        found.append(after[0])
    return [word.rstrip(".") if len(word) > 2 else word for word in found]


def _is_first(word: str) -> bool:
    name = word.rstrip(".").casefold()
    return name in name_lists().first or ("-" in name and name.split("-")[0] in name_lists().danish)


def _is_surname(word: str) -> bool:
    name = word.casefold()
    return name in name_lists().last or name.removesuffix("s") in name_lists().last or _is_sure(word)


def _is_sure(word: str) -> bool:
    return _SURNAME_END.fullmatch(word.casefold()) is not None

"""First names and surnames: the lists that the library Faker carries, of Denmark and of where its people come from."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module

_DANISH = "da_DK"
_LOCALES = (_DANISH, "no_NO", "sv_SE", "de_DE", "en_GB", "pl_PL", "tr_TR", "en_PK", "fr_DZ")
_SHORTEST = 2


@dataclass(frozen=True)
class NameLists:
    """Names in lower case. `danish`: of Denmark alone; `first`: of all; `last`: Danish surnames."""

    danish: frozenset[str]
    first: frozenset[str]
    last: frozenset[str]


@cache
def name_lists() -> NameLists:
    """Return the lists. Loaded when a text first asks for them: they cost a quarter of a second."""
    danish = _names(_DANISH, "first_names")
    return NameLists(
        danish=danish,
        first=danish.union(*(_names(locale, "first_names") for locale in _LOCALES)),
        last=_names(_DANISH, "last_names"),
    )


def _names(locale: str, prefix: str) -> frozenset[str]:
    provider = import_module(f"faker.providers.person.{locale}").Provider
    lists = (getattr(provider, prefix + end, ()) for end in ("", "_male", "_female"))
    return frozenset(name.casefold() for names in lists for name in names if len(name) >= _SHORTEST)

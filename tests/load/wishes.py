"""What people look at, and what each of them must be told: the same, word by word, that a lone reader is told."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random

from tests.bench.choices import SEED, choices
from tests.bench.client import Reader

# The line that says who is looking is hers alone.
OWN_LINE = "Log ud"


@dataclass(frozen=True)
class Wish:
    """A page and a choice; hashable, so that it names the answer."""

    page: str
    place: str
    period: str
    release: str

    @property
    def choice(self) -> dict[str, str]:
        return {"kommune": self.place, "periode": self.period, "udgave": self.release}


Answers = Mapping[Wish, str]


def wishes(pages: Sequence[str], release: str, number: int) -> list[Wish]:
    """Return so many wishes: the pages in turn, each with choices of its own."""
    mind = Random(SEED)
    order = mind.sample(list(pages), len(pages))
    found = islice(choices(), number)
    return [Wish(order[at % len(order)], each["kommune"], each["periode"], release) for at, each in enumerate(found)]


async def lone_answers(reader: Reader, wanted: Sequence[Wish]) -> Answers:
    """Return what somebody alone is told to each wish."""
    answers = {}
    for wish in wanted:
        await reader.look(wish.page, wish.choice)
        answers[wish] = fingerprint(reader)
    return answers


def fingerprint(reader: Reader) -> str:
    """Return the fingerprint of all that the last answer wrote and drew, but for the reader's own line."""
    texts = [text for _, text in sorted(reader.shown.items()) if OWN_LINE not in text]
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def is_told_as(reader: Reader, name: str) -> bool:
    """Return whether the last answer says that this person is looking."""
    (line,) = [text for text in reader.shown.values() if OWN_LINE in text]
    return f">{name} <" in line

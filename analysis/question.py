"""What is asked: one area or category, one place, one period, one series."""

from dataclasses import dataclass
from enum import StrEnum

from data.periods import Period


class SeriesName(StrEnum):
    """Where the counts come from: the police's extract or Statistics Denmark's published series."""

    EXTRACT = "udtraek"
    PUBLISHED = "dst"


@dataclass(frozen=True)
class Question:
    """One question. `municipality` is a code or `kreds`; `category` narrows the area to one category."""

    area: str
    municipality: str
    period: Period
    series: SeriesName = SeriesName.EXTRACT
    category: str | None = None

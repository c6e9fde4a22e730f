"""Refused rows: where and why, never what stood there."""

from dataclasses import dataclass, field

# A file in a wrong form refuses every row; nobody reads further than this, all are counted.
LISTED = 1000

MISSING = "mangler"
REASONS = {
    MISSING: "mangler, men skal være udfyldt",
    "pseudonym": "er ikke et pseudonym: kun A-Z, a-z, 0-9, - og _, højst 64 tegn",
    "code": "har en værdi, som kontrakten ikke kender",
    "municipality": "er ikke en af kredsens kommunekoder (tre cifre) eller 998",
    "cell": "er ikke en celle i det danske kvadratnet",
    "timestamp": "er ikke et tidspunkt, der findes (skriv fx 12-01-2026 14:30)",
    "date": "er ikke en dato, der findes (skriv fx 12-01-2026)",
    "count": "er ikke et helt tal på mindst 0",
    "past": "ligger før 1970 eller er en pladsholder for en ukendt dato",
    "future": "ligger efter udtrækkets dato",
    "uncovered": "ligger uden for de kommuner, måneder og kategorier, som filen dækker",
    "repeated": "står også tidligere i filen",
    "reused": "bruges allerede af en hændelse i en anden leverance, som denne fil ikke erstatter",
    "width": "Linjen har et andet antal felter end overskriften",
    "header": "Linjen gentager overskriften",
}


@dataclass(frozen=True)
class Refusal:
    """A refused row: the line where it starts (the header is line 1), the first column at fault, and why, in Danish.

    `column` is None when the whole row is at fault. In a workbook the line is the sheet's row; in Parquet it is the
    row's number plus one.
    """

    line: int
    column: str | None
    reason: str


@dataclass
class Refusals:
    """The refused rows of a file: all are counted, the first are listed."""

    count: int = 0
    _listed: list[Refusal] = field(default_factory=list)

    def add(self, line: int, column: str | None, reason: str) -> None:
        self.count += 1
        self._listed.append(Refusal(line, column, reason))
        if len(self._listed) > 4 * LISTED:
            self._listed = list(self.listed)

    @property
    def listed(self) -> tuple[Refusal, ...]:
        """Return the first refused rows in the order of the file, at most `LISTED`."""
        return tuple(sorted(self._listed, key=lambda refusal: refusal.line)[:LISTED])

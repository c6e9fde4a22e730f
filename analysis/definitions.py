"""What each area's number is, where it comes from and what is held back: read out of the catalogue and the release."""

from dataclasses import dataclass

from analysis.breaks import breaks_of
from analysis.danish import enumeration, number
from analysis.denominators import sizes
from analysis.headlines import dates_written
from analysis.indicator import Indicator
from analysis.marks import note
from analysis.question import SeriesName
from analysis.unanswered import source_of
from data.catalogue import AREAS, CATEGORIES, THREE_YEARS, Area, Measure, Unit
from data.municipalities import DISTRICT
from data.release import Release

CASUALTIES = (
    "Tallet er antallet af dræbte og alvorligt tilskadekomne i tre kalenderår lagt sammen. Et enkelt år siger for "
    "lidt om en kommune. Kun år med endelige tal tælles med."
)
REPORTS = "Tallet er antallet af {units} i perioden: {names}. De tælles på den dag, de blev anmeldt."
CASES = " En sag kan samle flere anmeldelser; den tælles dér, hvor den første blev anmeldt."
ONLY_YEARS = "vises kun for hele, afsluttede år og kun, når tallet er mindst 5, af hensyn til de berørte."
ONLY_DISTRICT = "findes kun for hele kredsen."
BREAKDOWNS = "fordeles kun for hele år og kun, når hver gruppe har mindst 5 sager, så ingen enkelt sag kan genkendes."
POOLED = (
    "fordeles kun for tre hele, endelige år lagt sammen (2020–2022, 2023–2025 og så videre) og kun, når hver gruppe "
    "har mindst 5 sager. I et enkelt år er der for få."
)


@dataclass(frozen=True)
class Definition:
    """One area explained; each paragraph is a heading and its texts."""

    title: str
    paragraphs: tuple[tuple[str, tuple[str, ...]], ...]


def definitions(release: Release) -> tuple[Definition, ...]:
    """Return every area's definition, in the order of the menu."""
    return tuple(_definition(release, area) for area in AREAS.values())


def _definition(release: Release, area: Area) -> Definition:
    asked = Indicator(area, None, SeriesName.EXTRACT)
    paragraphs = (
        ("Hvad tallet er", (_what(area),)),
        ("Kilde", (source_of(release, asked) + ".", *_twin(area))),
        ("Sat i forhold til", (_denominator(release, area),)),
        ("Brud og usædvanlige tider", tuple(map(note, breaks_of(release, asked)))),
        ("Hvad der ikke vises, og hvorfor", tuple(_held_back(area))),
        ("Hvad tallet ikke siger", (area.caveat,)),
    )
    return Definition(area.name, tuple((heading, texts) for heading, texts in paragraphs if any(texts)))


def _what(area: Area) -> str:
    if area.measure is Measure.SEVERE_CASUALTIES:
        return CASUALTIES
    categories = [CATEGORIES[code] for code in area.headline]
    counts_cases = any(category.unit is Unit.CASES for category in categories)
    names = enumeration([category.name.lower() for category in categories])
    return REPORTS.format(units="sager" if counts_cases else "anmeldelser", names=names) + (
        CASES if counts_cases else ""
    )


def _twin(area: Area) -> tuple[str, ...]:
    if not area.dst:
        return ("Danmarks Statistik offentliggør ikke et tal, der svarer til det.",)
    return (f"Danmarks Statistik offentliggør det samme tal i tabellen STRAF11, kode {enumeration(area.dst)}.",)


def _denominator(release: Release, area: Area) -> str:
    known = {year: size for (place, year), size in sizes(release, area.denominator).items() if place == DISTRICT}
    if not known:
        return "Der er intet at sætte tallet i forhold til endnu."
    newest = known[max(known)]
    return (
        f"Pr. {number(area.per)} {newest.unit}. Hele kredsen: {number(newest.value)} ({dates_written(newest.date)}). "
        "Usikkerheden er den, tilfældigheder alene giver (95 %, Poisson)."
    )


def _held_back(area: Area) -> tuple[str, ...]:
    """Return what is held back of the area's categories, a sentence for each reason."""
    categories = [CATEGORIES[code] for code in dict.fromkeys((*area.headline, *area.beside, *area.activity))]
    reasons = (
        (ONLY_YEARS, [category for category in categories if not category.quarterly]),
        (ONLY_DISTRICT, [category for category in categories if category.district_only]),
        (BREAKDOWNS, [each for each in categories if each.breakdowns and each.breakdown_years == 1]),
        (POOLED, [each for each in categories if each.breakdowns and each.breakdown_years == THREE_YEARS]),
    )
    return tuple(f"{enumeration([each.name for each in held])}: {reason}" for reason, held in reasons if held)

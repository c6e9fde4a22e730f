"""The catalogue: focus areas and categories. A new focus area is one entry here.

Menu, page, figures, sentences, release tables and the parametrised tests follow from it. What one area
needs and another lacks is a field that says so.
"""

from dataclasses import dataclass
from enum import StrEnum

from data.errors import UserError
from data.follow_ups import ADVICE, BROCHURE, CHARGED, NEIGHBOURS, FollowUp
from data.promises import ANSWERED, CARRIED_OUT, DRUGS_AT_SCHOOL, OFFENDER_THERE, VISIT_WITHIN_A_DAY, Promise


class Denominator(StrEnum):
    """What a count is set against; the value is the code used in the release."""

    DWELLINGS = "dwellings"
    INHABITANTS = "inhabitants"


class Measure(StrEnum):
    """What the headline number of an area is."""

    REPORTS = "reports"  # reported incidents in the period
    SEVERE_CASUALTIES = "severe_casualties"  # persons killed or seriously injured, three calendar years


class Polarity(StrEnum):
    """Whether more is worse, or a rise can be a success and is shown in a neutral colour."""

    MORE_IS_WORSE = "more_is_worse"
    NEUTRAL = "neutral"


class Unit(StrEnum):
    """What one in the count is: a report, or a case complex that holds one report or many.

    A case counts where and when its first report in the category does, so that the municipalities and `998`
    still add up to the district.
    """

    REPORTS = "reports"
    CASES = "cases"


class Kind(StrEnum):
    """What an incident of a category is: only crime is ever called crime."""

    CRIME = "crime"
    ACCIDENT = "accident"
    ACTIVITY = "activity"  # what the police do or are asked for; never mixed with outcomes
    CALL = "call"


# Of accidents a municipality has too few in a year for five in every group (METHODS, 7 and 11.3, P2 e).
THREE_YEARS = 3


@dataclass(frozen=True)
class Noun:
    """A Danish noun: "et indbrud", "flere indbrud", "indbruddene".

    It says what is counted without help from its surroundings: "sager om databedrageri", never "sager" alone.
    """

    article: str
    singular: str
    plural: str
    definite_plural: str


@dataclass(frozen=True)
class Category:
    """A category of the extract.

    `dst` is the code of its published twin in STRAF11. `quarterly`: the district has accepted that plain
    counts by municipality and quarter are public (rule P1/P1b); otherwise only closed years are. `sensitive`:
    rule P6. `district_only`: no number below the district. `unit`: what its quarterly count counts; where that
    is cases, the reports are public for closed years only. `breakdowns` are attribute codes, in page order;
    `breakdown_years`: of how many closed years together, where one has too few for five in every group.
    `apart`: why its count stands for itself, where it could be mistaken for a part of another.
    `mapped`: closed years by 1 km cell, in classes (rule P5). `losses`: what its victims lost (rule P4).
    `promises`: how fast the police come or answer, `follow_ups`: what they do afterwards (rule P3).
    """

    code: str
    name: str
    noun: Noun
    kind: Kind = Kind.CRIME
    dst: str | None = None
    quarterly: bool = True
    sensitive: bool = False
    district_only: bool = False
    unit: Unit = Unit.REPORTS
    breakdowns: tuple[str, ...] = ()
    breakdown_years: int = 1
    mapped: bool = False
    losses: bool = False
    apart: str = ""
    promises: tuple[Promise, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()


@dataclass(frozen=True)
class Area:
    """A focus area.

    `headline` are the categories that its number sums; `beside` are shown on its page, each for itself, never
    added to it; `activity` stands beside the outcome and is never mixed with it. `dst` holds the STRAF11 codes
    that the headline equals when the series is Statistics Denmark's. `plan`: one of the plan's three areas, else
    a lokalråd may choose it. `spoken` is the area in running text, definite: "trafikken". `caveat` is the one sentence
    about what the number does not say; `unreported`: how many are known not to report, and from where. `national`: the
    STRAF11 code that tells of the whole country, the nearest there is; `national_is` says how it differs.
    `counted` names what the headline counts where the area's own name promises more.
    """

    code: str
    name: str
    menu: str
    path: str
    spoken: str
    noun: Noun
    headline: tuple[str, ...]
    denominator: Denominator
    per: int
    beside: tuple[str, ...] = ()
    activity: tuple[str, ...] = ()
    dst: tuple[str, ...] = ()
    measure: Measure = Measure.REPORTS
    polarity: Polarity = Polarity.MORE_IS_WORSE
    plan: bool = True
    breaks: str = ""
    caveat: str = ""
    unreported: str = ""
    national: str = ""
    national_is: str = ""
    counted: str = ""


def _case(about: str) -> Noun:
    return Noun("en", f"sag {about}", f"sager {about}", f"sagerne {about}")


def _report(about: str) -> Noun:
    return Noun("en", f"anmeldelse {about}", f"anmeldelser {about}", f"anmeldelserne {about}")


CATEGORIES: dict[str, Category] = {
    category.code: category
    for category in (
        Category(
            "indbrud_beboelse",
            "Indbrud i privat beboelse",
            Noun("et", "indbrud", "indbrud", "indbruddene"),
            dst="1320",
            breakdowns=("gerningstid", "weekday", "boligtype", "metode", "forsoeg"),
            mapped=True,
            promises=(VISIT_WITHIN_A_DAY, OFFENDER_THERE),
            follow_ups=(BROCHURE, NEIGHBOURS, ADVICE, CHARGED),
        ),
        Category(
            "indbrud_fritidshus",
            "Indbrud i fritidshuse",
            Noun("et", "indbrud i fritidshuse", "indbrud i fritidshuse", "indbruddene i fritidshuse"),
            breakdowns=("metode", "forsoeg"),
            apart=(
                "Fritidshuse er ikke boliger: de tælles for sig og sættes ikke i forhold til deres antal, som ikke "
                "er indlæst."
            ),
        ),
        Category(
            "uheld_personskade",
            "Færdselsuheld med personskade",
            Noun("et", "uheld med personskade", "uheld med personskade", "uheldene med personskade"),
            kind=Kind.ACCIDENT,
            breakdowns=(
                "transport",
                "uheldssituation",
                "hastighedsgraense",
                "spiritus",
                "narkotika",
                "weekday",
            ),
            breakdown_years=THREE_YEARS,
        ),
        Category(
            "uheld_materiel",
            "Færdselsuheld med materiel skade",
            Noun("et", "uheld med materiel skade", "uheld med materiel skade", "uheldene med materiel skade"),
            kind=Kind.ACCIDENT,
            breakdowns=("transport", "spiritus"),
            breakdown_years=THREE_YEARS,
        ),
        Category(
            "uheld_ekstra",
            "Ekstrauheld",
            Noun("et", "ekstrauheld", "ekstrauheld", "ekstrauheldene"),
            kind=Kind.ACCIDENT,
        ),
        Category(
            "bestil_betjent",
            "Bestil en betjent",
            Noun(
                "en",
                "henvendelse via Bestil en betjent",
                "henvendelser via Bestil en betjent",
                "henvendelserne via Bestil en betjent",
            ),
            kind=Kind.ACTIVITY,
            breakdowns=("emne",),
            promises=(ANSWERED, CARRIED_OUT),
        ),
        Category(
            "faerdselskontrol",
            "Færdselskontrol",
            Noun("en", "færdselskontrol", "færdselskontroller", "færdselskontrollerne"),
            kind=Kind.ACTIVITY,
        ),
        Category(
            "fiat_besoeg",
            "FIAT-besøg",
            Noun("et", "FIAT-besøg", "FIAT-besøg", "FIAT-besøgene"),
            kind=Kind.ACTIVITY,
            district_only=True,
        ),
        Category(
            "databedrageri",
            "Databedrageri",
            _case("om databedrageri"),
            unit=Unit.CASES,
            breakdowns=("offer_alder", "offer_koen", "kanal"),
            losses=True,
        ),
        Category(
            "kontaktbedrageri",
            "Kontaktbedrageri",
            _case("om kontaktbedrageri"),
            unit=Unit.CASES,
            breakdowns=("offer_alder", "offer_koen", "kanal"),
            losses=True,
        ),
        Category(
            "samhandelsbedrageri",
            "Samhandelsbedrageri",
            _case("om samhandelsbedrageri"),
            unit=Unit.CASES,
            breakdowns=("offer_alder", "offer_koen", "kanal"),
            losses=True,
        ),
        Category(
            "identitetsmisbrug",
            "Identitetsmisbrug",
            _case("om identitetsmisbrug"),
            unit=Unit.CASES,
            breakdowns=("offer_alder", "offer_koen"),
            losses=True,
        ),
        Category(
            "muldyr",
            "Muldyrsager",
            Noun("en", "muldyrsag", "muldyrsager", "muldyrsagerne"),
            district_only=True,
            breakdowns=("mistaenkt_alder",),
        ),
        Category(
            "digital_afpresning",
            "Digital afpresning",
            _case("om digital afpresning"),
            unit=Unit.CASES,
            quarterly=False,
            sensitive=True,
        ),
        Category(
            "digital_sexkraenkelse",
            "Digitale sexkrænkelser",
            _case("om digitale sexkrænkelser"),
            unit=Unit.CASES,
            quarterly=False,
            sensitive=True,
        ),
        Category(
            "deling_ulovligt_indhold",
            "Deling af ulovligt indhold",
            _case("om deling af ulovligt indhold"),
            unit=Unit.CASES,
            quarterly=False,
            sensitive=True,
        ),
        Category(
            "utryghed_offentligt_rum",
            "Utryghedsskabende adfærd i det offentlige rum",
            _report("af utryghedsskabende adfærd"),
            breakdowns=("weekday", "hour"),
        ),
        Category(
            "narkotikasalg_skole",
            "Narkotikasalg ved skoler",
            _report("af narkotikasalg ved skoler"),
            quarterly=False,
            promises=(DRUGS_AT_SCHOOL,),
        ),
        Category(
            "henvendelse",
            "Henvendelser om utryghed",
            Noun("en", "henvendelse om utryghed", "henvendelser om utryghed", "henvendelserne om utryghed"),
            kind=Kind.CALL,
        ),
        Category(
            "vold_naere_relationer",
            "Vold i nære relationer",
            _case("om vold i nære relationer"),
            quarterly=False,
            sensitive=True,
        ),
    )
}

AREAS: dict[str, Area] = {
    area.code: area
    for area in (
        Area(
            "indbrud",
            "Indbrud i privat beboelse",
            "Indbrud",
            "indbrud",
            "indbruddene",
            Noun("et", "indbrud", "indbrud", "indbruddene"),
            headline=("indbrud_beboelse",),
            denominator=Denominator.DWELLINGS,
            per=1000,
            beside=("indbrud_fritidshus",),
            dst=("1320",),
            national="1320",
            caveat="Tallet er anmeldte indbrud. Hvorfor det ændrer sig, kan tallet ikke sige.",
        ),
        Area(
            "faerdsel",
            "Færdselssikkerhed og -tryghed",
            "Færdsel",
            "faerdsel",
            "trafikken",
            Noun(
                "en",
                "politiregistreret dræbt eller alvorligt tilskadekommen",
                "politiregistrerede dræbte og alvorligt tilskadekomne",
                "de politiregistrerede dræbte og alvorligt tilskadekomne",
            ),
            headline=("uheld_personskade",),
            denominator=Denominator.INHABITANTS,
            per=10_000,
            beside=("uheld_personskade", "uheld_materiel", "uheld_ekstra"),
            activity=("bestil_betjent", "faerdselskontrol", "fiat_besoeg"),
            measure=Measure.SEVERE_CASUALTIES,
            breaks="faerdsel severity",
            caveat="Tallet er politiregistrerede personer. Skadestuerne ser flere, især cyklister.",
        ),
        Area(
            "digital",
            "It-relateret økonomisk kriminalitet og digitale krænkelser",
            "Digital kriminalitet",
            "digital",
            "den digitale kriminalitet",
            _case("om økonomisk it-kriminalitet"),
            # Digital violations stand beside, each for itself.
            counted="Økonomisk it-kriminalitet",
            headline=("databedrageri", "kontaktbedrageri", "samhandelsbedrageri", "identitetsmisbrug"),
            denominator=Denominator.INHABITANTS,
            per=1000,
            beside=("muldyr", "digital_afpresning", "digital_sexkraenkelse", "deling_ulovligt_indhold"),
            breaks="digital",
            caveat=(
                "Tallet er anmeldt af borgere i kommunen. Mange anmelder ikke, og en del anmeldelser har ingen "
                "kommune: tallet er for lavt."
            ),
            unreported=(
                "I en undersøgelse fra Det Kriminalpræventive Råd i 2017 var 36 % af kriminaliteten på internettet "
                "anmeldt (omtalt i Ekstra Bladet)."
            ),
            # Statistics Denmark has no code for crime on the internet; online fraud is a part of this one.
            national="1357",
            national_is="Det er al bedrageri, også uden for internettet.",
        ),
        Area(
            "utryghed",
            "Utryghedsskabende adfærd i det offentlige rum",
            "Utryghed",
            "utryghed",
            "den utryghedsskabende adfærd",
            _report("af utryghedsskabende adfærd"),
            headline=("utryghed_offentligt_rum",),
            denominator=Denominator.INHABITANTS,
            per=1000,
            beside=("narkotikasalg_skole", "henvendelse"),
            plan=False,
            caveat="Tallet er anmeldelser. Henvendelser til politiet er ikke kriminalitet og tælles for sig.",
        ),
        Area(
            "narkotika_skole",
            "Narkotikasalg ved skoler",
            "Narkotika ved skoler",
            "narkotika-ved-skoler",
            "anmeldelserne af narkotikasalg ved skoler",
            _report("af narkotikasalg ved skoler"),
            headline=("narkotikasalg_skole",),
            denominator=Denominator.INHABITANTS,
            per=1000,
            plan=False,
            caveat="Tallet er anmeldelser. Flere anmeldelser kan skyldes, at flere ser efter.",
        ),
        Area(
            "naere_relationer",
            "Vold i nære relationer",
            "Vold i nære relationer",
            "naere-relationer",
            "sagerne om vold i nære relationer",
            _case("om vold i nære relationer"),
            headline=("vold_naere_relationer",),
            denominator=Denominator.INHABITANTS,
            per=1000,
            polarity=Polarity.NEUTRAL,
            plan=False,
            caveat="Flere sager kan være et godt tegn: flere bliver opdaget og får hjælp.",
        ),
    )
}

CASUALTY_CATEGORIES = tuple(
    code for area in AREAS.values() if area.measure is Measure.SEVERE_CASUALTIES for code in area.headline
)

# Never incident data: no column and no category exists for them (EXTRACT).
NEVER_INCIDENTS = ("rocker", "bande", "psp")


def area(code: str) -> Area:
    """Return the focus area with this code. Raises UserError when there is none."""
    try:
        return AREAS[code]
    except KeyError:
        raise UserError(f"»{code}« er ikke et indsatsområde. Brug et af: {', '.join(AREAS)}.") from None


def category(code: str) -> Category:
    """Return the category with this code. Raises UserError when there is none."""
    try:
        return CATEGORIES[code]
    except KeyError:
        raise UserError(f"»{code}« er ikke en kategori. Brug en af: {', '.join(CATEGORIES)}.") from None


def promises() -> dict[str, tuple[Promise, Category]]:
    """Return code -> a promise and the category that it is about, in the catalogue's order."""
    return {each.code: (each, found) for found in CATEGORIES.values() for each in found.promises}


def promise(code: str) -> tuple[Promise, Category]:
    """Return the promise with this code and its category. Raises UserError when there is none."""
    try:
        return promises()[code]
    except KeyError:
        raise UserError(f"»{code}« er ikke en garanti. Brug en af: {', '.join(promises())}.") from None

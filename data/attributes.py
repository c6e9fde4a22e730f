"""The attributes of an incident that may be broken down, and the ladder of groupings for each.

A ladder goes from the finest grouping to the coarsest; below the coarsest the attribute is not shown
(METHODS: rule P2 f). A grouping maps each value of the attribute to a group; a value it leaves out
(`uoplyst`) is not part of the breakdown and is counted beside it.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Group:
    """One group of a grouping: a code, its Danish label and the attribute values that it holds."""

    code: str
    label: str
    values: tuple[str, ...]


Grouping = tuple[Group, ...]


@dataclass(frozen=True)
class Attribute:
    """A column (or a derived time part) that can be broken down; `ladder` runs from fine to coarse.

    `shared`: a case is shared between the groups, because nobody saw when it happened; data/act_hours.py makes whole
    cases of it. `unknown` says of the others that they have no group; `note` says how the groups are counted.
    """

    code: str
    name: str
    ladder: tuple[Grouping, ...]
    shared: bool = False
    unknown: str = "uoplyst"
    note: str = ""

    @property
    def values(self) -> tuple[str, ...]:
        """Return the known values, in the order of the finest grouping."""
        return tuple(value for group in self.ladder[0] for value in group.values)


UNKNOWN_VALUE = "uoplyst"


def _each(**labels: str) -> Grouping:
    """Return a grouping with one group for each value. A leading underscore lets a value start with a digit."""
    return tuple(Group(code.lstrip("_"), label, (code.lstrip("_"),)) for code, label in labels.items())


def _groups(*groups: tuple[str, str, tuple[str, ...]]) -> Grouping:
    return tuple(Group(*group) for group in groups)


# Six hours each, from midnight.
ACT_BANDS = {
    "nat": "Nat (kl. 0-6)",
    "formiddag": "Formiddag (kl. 6-12)",
    "eftermiddag": "Eftermiddag (kl. 12-18)",
    "aften": "Aften (kl. 18-24)",
}
LONGEST_WINDOW = 24  # hours: a longer window says nothing of the time of day (METHODS, 9)
AGE_BANDS = ("0-14", "15-17", "18-24", "25-39", "40-64", "65-79", "80+")
SPEED_LIMITS = tuple(str(limit) for limit in range(20, 131, 10))
SITUATIONS = {
    "0": "Eneuheld",
    "100": "Indhentningsuheld",
    "200": "Mødeuheld",
    "300": "Svingning, medkørende",
    "400": "Svingning, modkørende",
    "500": "Krydsende køretøjer",
    "600": "Svingning, krydsende",
    "700": "Parkeringsuheld",
    "800": "Fodgængeruheld",
    "900": "Forhindringsuheld",
}

ATTRIBUTES: dict[str, Attribute] = {
    attribute.code: attribute
    for attribute in (
        Attribute(
            "weekday",
            "Ugedag for anmeldelsen",
            (
                _each(
                    _1="Mandag",
                    _2="Tirsdag",
                    _3="Onsdag",
                    _4="Torsdag",
                    _5="Fredag",
                    _6="Lørdag",
                    _7="Søndag",
                ),
                _groups(("hverdag", "Hverdag", ("1", "2", "3", "4", "5")), ("weekend", "Weekend", ("6", "7"))),
            ),
        ),
        Attribute(
            "hour",
            "Tid på døgnet for anmeldelsen",
            (
                _groups(
                    ("nat", "Nat (kl. 0-6)", tuple(str(hour) for hour in range(6))),
                    ("formiddag", "Formiddag (kl. 6-12)", tuple(str(hour) for hour in range(6, 12))),
                    ("eftermiddag", "Eftermiddag (kl. 12-18)", tuple(str(hour) for hour in range(12, 18))),
                    ("aften", "Aften (kl. 18-24)", tuple(str(hour) for hour in range(18, 24))),
                ),
                _groups(
                    ("dag", "Dag (kl. 6-18)", tuple(str(hour) for hour in range(6, 18))),
                    (
                        "aften_nat",
                        "Aften og nat (kl. 18-6)",
                        tuple(str(hour) for hour in (*range(18, 24), *range(6))),
                    ),
                ),
            ),
        ),
        Attribute(
            "gerningstid",
            "Tidspunkt for gerningen",
            (
                _each(**ACT_BANDS),
                _groups(
                    ("dag", "Dag (kl. 6-18)", ("formiddag", "eftermiddag")),
                    ("aften_nat", "Aften og nat (kl. 18-6)", ("aften", "nat")),
                ),
            ),
            shared=True,
            unknown="kunne ikke tidsfæstes",
            note=(
                "Tidspunkt for gerningen: ofte ved ingen, hvornår det skete, kun at det var mellem to tidspunkter. "
                "Sagen tæller da i hvert tidsrum med den del af perioden, der ligger dér (aoristisk metode), og "
                f"summerne er rundet til hele sager. Var der mere end {LONGEST_WINDOW} timer imellem, eller er "
                "begyndelsen ukendt, kan sagen ikke tidsfæstes; den er talt for sig."
            ),
        ),
        Attribute(
            "metode",
            "Indbrudsmetode",
            (
                _each(
                    vindue="Vindue",
                    doer="Dør",
                    terrassedoer="Terrassedør",
                    ulaast="Ulåst",
                    tricktyveri="Tricktyveri",
                    andet="Andet",
                ),
                _groups(
                    ("vindue", "Vindue", ("vindue",)),
                    ("doere", "Dør eller terrassedør", ("doer", "terrassedoer")),
                    ("andet", "Ulåst, tricktyveri eller andet", ("ulaast", "tricktyveri", "andet")),
                ),
            ),
        ),
        Attribute(
            "boligtype",
            "Boligtype",
            (
                _each(villa="Villa", raekkehus="Rækkehus", etage="Etagebolig", landejendom="Landejendom"),
                _groups(
                    ("huse", "Villa, rækkehus eller landejendom", ("villa", "raekkehus", "landejendom")),
                    ("etage", "Etagebolig", ("etage",)),
                ),
            ),
        ),
        Attribute("forsoeg", "Forsøg", (_each(nej="Fuldbyrdet", ja="Forsøg"),)),
        Attribute(
            "transport",
            "Mest udsatte trafikant",
            (
                _each(
                    bil="Bil",
                    varebil="Varebil",
                    lastbil="Lastbil",
                    bus="Bus",
                    mc="Motorcykel",
                    knallert="Knallert",
                    cykel="Cykel",
                    fodgaenger="Fodgænger",
                    andet="Andet",
                ),
                _groups(
                    (
                        "motor",
                        "Bil, varebil, lastbil eller bus",
                        ("bil", "varebil", "lastbil", "bus", "andet"),
                    ),
                    ("tohjulet", "Motorcykel eller knallert", ("mc", "knallert")),
                    ("cykel", "Cykel", ("cykel",)),
                    ("fodgaenger", "Fodgænger", ("fodgaenger",)),
                ),
                _groups(
                    ("lette", "Lette trafikanter", ("cykel", "fodgaenger", "knallert")),
                    ("motor", "Øvrige", ("bil", "varebil", "lastbil", "bus", "mc", "andet")),
                ),
            ),
        ),
        Attribute("spiritus", "Spiritus", (_each(nej="Uden spiritus", ja="Med spiritus"),)),
        Attribute("narkotika", "Narkotika", (_each(nej="Uden narkotika", ja="Med narkotika"),)),
        Attribute(
            "hastighedsgraense",
            "Hastighedsgrænse",
            (
                _groups(
                    ("til50", "Til og med 50 km/t", ("20", "30", "40", "50")),
                    ("60-80", "60-80 km/t", ("60", "70", "80")),
                    ("fra90", "90 km/t og derover", ("90", "100", "110", "120", "130")),
                ),
                _groups(
                    ("til50", "Til og med 50 km/t", ("20", "30", "40", "50")),
                    ("over50", "Over 50 km/t", SPEED_LIMITS[4:]),
                ),
            ),
        ),
        Attribute(
            "uheldssituation",
            "Uheldssituation",
            (
                tuple(Group(code, label, (code,)) for code, label in SITUATIONS.items()),
                _groups(
                    ("ene", "Eneuheld", ("0",)),
                    ("samme", "Indhentning og møde", ("100", "200")),
                    ("kryds", "Sving og kryds", ("300", "400", "500", "600")),
                    ("andre", "Parkering, fodgænger og forhindring", ("700", "800", "900")),
                ),
            ),
        ),
        Attribute(
            "offer_alder",
            "Forurettedes alder",
            (
                tuple(Group(band, f"{band} år", (band,)) for band in AGE_BANDS),
                _groups(
                    ("0-24", "0-24 år", ("0-14", "15-17", "18-24")),
                    ("25-39", "25-39 år", ("25-39",)),
                    ("40-64", "40-64 år", ("40-64",)),
                    ("65+", "65 år og derover", ("65-79", "80+")),
                ),
                _groups(
                    ("0-39", "Under 40 år", ("0-14", "15-17", "18-24", "25-39")),
                    ("40+", "40 år og derover", ("40-64", "65-79", "80+")),
                ),
            ),
        ),
        Attribute(
            "mistaenkt_alder",
            "Mistænktes alder",
            (
                tuple(Group(band, f"{band} år", (band,)) for band in AGE_BANDS),
                _groups(
                    ("0-17", "Under 18 år", ("0-14", "15-17")),
                    ("18-24", "18-24 år", ("18-24",)),
                    ("25-39", "25-39 år", ("25-39",)),
                    ("40+", "40 år og derover", ("40-64", "65-79", "80+")),
                ),
                _groups(
                    ("0-24", "Under 25 år", ("0-14", "15-17", "18-24")),
                    ("25+", "25 år og derover", ("25-39", "40-64", "65-79", "80+")),
                ),
            ),
        ),
        Attribute("offer_koen", "Forurettedes køn", (_each(k="Kvinder", m="Mænd"),)),
        Attribute(
            "kanal",
            "Kontaktvej",
            (
                _each(
                    telefon="Telefon",
                    sms="Sms",
                    email="E-mail",
                    sociale_medier="Sociale medier",
                    webshop="Webbutik",
                    andet="Andet",
                ),
                _groups(
                    ("kontakt", "Telefon, sms eller e-mail", ("telefon", "sms", "email")),
                    ("net", "Sociale medier eller webbutik", ("sociale_medier", "webshop")),
                    ("andet", "Andet", ("andet",)),
                ),
            ),
        ),
        Attribute(
            "emne",
            "Emne",
            (_each(fart="Fart", parkering="Parkering", kryds="Kryds", stoej="Støj", andet="Andet"),),
        ),
    )
}

"""The accessibility statement: what the law asks for, in the order of the model statement.

The law is webtilgængelighedsloven, the contents those of bekendtgørelse nr. 904 of 22/08/2019.
"""

from data.accessibility_contact import Contact
from data.municipalities import POLICE_DISTRICT

TITLE = "Tilgængelighedserklæring"
PATH = "tilgaengelighedserklaering"

# The day of the last self-assessment: a statement is gone through at every change, and at least once a year.
PREPARED = "23. november 2026"

Section = tuple[str, tuple[str, ...]]

STATUS = (
    "Kredsblik er delvist i overensstemmelse med webtilgængelighedsloven (lov om tilgængelighed af offentlige organers "
    "websteder og mobilapplikationer). Kravet er standarden EN 301 549, det vil sige WCAG 2.1 på niveau A og AA. Det, "
    "der mangler, står herunder.",
)
# Each with the rule of WCAG 2.1 that it touches, and where the same is found.
NOT_ACCESSIBLE = (
    "Dette overholder ikke kravene helt; tallet i parentes er punktet i WCAG 2.1:",
    "Figurerne kan ikke gennemgås punkt for punkt med tastatur (2.1.1). Hver figur har en tekst, der siger, hvad den "
    "viser, og alle dens tal kan læses under »Vis som tabel«.",
    "Kortets farver kan ligge tæt på hinanden (1.4.11). Kommunernes navne, vurderinger og tal står i kortets tabel.",
    "Med egen afstand mellem bogstaver og linjer kan ord i præsentationen dække hinanden, og et langt valg øverst på "
    "siden forkortes, til det åbnes (1.4.12). Præsentationens indhold står også på siderne.",
    "Mødepakkens filer har sprog, titel, overskrifter og tekst til figurerne, men tabellernes rækker har ikke egne "
    "overskrifter (1.3.1), og filerne er ikke afprøvet med skærmlæser. Det samme indhold kan læses på siderne.",
    "Siderne er ikke afprøvet af brugere med skærmlæser.",
    "Intet er undtaget som en uforholdsmæssig stor byrde eller som indhold uden for loven.",
)
PREPARATION = (
    f"Erklæringen er udarbejdet den {PREPARED} og senest gennemgået samme dag. Den bygger på en selvevaluering: hver "
    "side er gennemgået automatisk mod WCAG 2.1 i lyst og mørkt udseende, på stor skærm og på telefon, og siderne er "
    "afprøvet med tastatur alene, i forstørrelse op til 400 %, med egne farver og tekstafstand, og på papir.",
    "Den gennemgås igen, når Kredsblik ændres, og mindst én gang om året.",
)
ENFORCEMENT = (
    "Skriv eller ring først til os. Får du ikke svar inden for 10 arbejdsdage, eller er svaret ikke tilfredsstillende, "
    "kan du henvende dig til Digitaliseringsstyrelsen, som fører tilsyn med, at loven overholdes. På digst.dk står det "
    "under »Oplever du ikke-tilgængeligt indhold?«.",
)
NO_CONTACT = (
    "Kontaktoplysningerne er ikke udfyldt endnu. Skriv eller ring til den i politikredsen eller kommunen, som du har "
    "fået adgangen til Kredsblik af."
)


def statement(contact: Contact) -> tuple[Section, ...]:
    """Return the sections of the statement: heading and paragraphs."""
    return (
        ("Hvor tilgængeligt er Kredsblik?", (_scope(contact), *STATUS)),
        ("Det, der ikke er tilgængeligt, og hvorfor", NOT_ACCESSIBLE),
        ("Sådan er erklæringen lavet", PREPARATION),
        ("Skriv eller ring til os", (_invitation(), _reached(contact))),
        ("Klage", ENFORCEMENT),
    )


def _scope(contact: Contact) -> str:
    return f"Erklæringen gælder Kredsblik for {POLICE_DISTRICT}. Ansvarlig: {contact.authority or POLICE_DISTRICT}."


def _invitation() -> str:
    return (
        "Er der noget, du ikke kan læse eller bruge, så sig det, men skriv ikke noget fortroligt. Du kan også få "
        "indholdet på en anden måde."
    )


def _reached(contact: Contact) -> str:
    """Return how to be in touch; a plain sentence as long as nobody has filled it in."""
    ways = [f"{name}: {value}." for name, value in (("Mail", contact.mail), ("Telefon", contact.telephone)) if value]
    return " ".join(ways) or NO_CONTACT

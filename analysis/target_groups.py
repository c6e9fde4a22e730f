"""Whom a talk about digital crime is for: age groups, and three plain pieces of advice for each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TargetGroup:
    """An age group of a talk; `ages` are values of the age attributes, `advice` says what to do and claims nothing."""

    code: str
    name: str
    described: str
    ages: frozenset[str]
    advice: tuple[str, str, str]


TARGET_GROUPS: dict[str, TargetGroup] = {
    group.code: group
    for group in (
        TargetGroup(
            "unge",
            "Unge",
            "unge under 25 år",
            frozenset({"0-14", "15-17", "18-24"}),
            (
                "Sig nej, hvis nogen vil låne din konto, dit kort eller dit MitID, også hvis de lover penge for det.",
                "Spørg, før du deler et billede af andre. Bliver du truet med et billede, så gem beskederne, og sig "
                "det til en voksen, du stoler på.",
                "Køber du af en privat på nettet, så mødes om varen, eller vælg en betaling, der kan gå tilbage.",
            ),
        ),
        TargetGroup(
            "voksne",
            "Voksne",
            "voksne på 25-64 år",
            frozenset({"25-39", "40-64"}),
            (
                "Klik ikke på linket i beskeden: find selv bankens, butikkens eller myndighedens side.",
                "Giv aldrig koder fra dig, og godkend kun det i MitID, du selv har sat i gang.",
                "Er der taget penge, eller er et kort misbrugt: ring til banken med det samme, og anmeld det.",
            ),
        ),
        TargetGroup(
            "aeldre",
            "Ældre",
            "ældre på 65 år og derover",
            frozenset({"65-79", "80+"}),
            (
                "Læg på, hvis nogen ringer og beder om koder, kort eller penge, også når de siger, at de er fra "
                "politiet eller banken.",
                "Ring selv op på et nummer, du kender i forvejen, eller spørg en, du stoler på, før du gør noget.",
                "Sker det alligevel, så ring til banken først, og anmeld det. Det er intet at være flov over.",
            ),
        ),
    )
}

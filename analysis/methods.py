"""The methods, as Om tallene tells them: in a mayor's words first, with the formula and its source behind a fold."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Method:
    """One method: what it answers, in plain words, its formula, and who it is from."""

    title: str
    plain: str
    formula: str
    source: str


METHODS = (
    Method(
        "Det ventede område",
        "Hvad kunne man vente i kommunen dette kvartal? Kommunens eget niveau i de seneste tre år, gange kredsens "
        "årstidsmønster, gange kredsens almindelige udvikling. Området er så bredt, at et tal kun i ét af hundrede "
        "tilfælde falder udenfor, når intet har ændret sig. Falder det udenfor, siger vi »flere« eller »færre end "
        "ventet«.",
        "Årstid: s = K · middel(kvartal k) / sum af midlerne, over 20 kvartaler før. Udvikling: Poisson-regression "
        "af kredsens tal i 12 kvartaler; bruges kun, når hældningen er over to standardfejl. Ventet: µ = niveau · s "
        "· exp(b·x). Spredning: φ = max(1, Pearsons χ² / frihedsgrader), fælles for kommunerne. Varians: φµ(1 + "
        "F/F₀) + usikkerheden på udviklingen. Området er 0,5 %- og 99,5 %-fraktilen i en negativ binomialfordeling.",
        "Farrington m.fl. 1996; Noufaily m.fl. 2013",
    ),
    Method(
        "Markant",
        "Ser man på mange tal, falder nogle udenfor ved en tilfældighed. Derfor kalder vi kun et tal »markant«, når "
        "det også holder, efter at vi har taget højde for, at alle kommuner er set efter. Omkring hvert fjerde "
        "signal kan stadig være tilfældigt.",
        "Benjamini-Hochberg over kommunerne for ét tal og én periode: q(i) = min over j ≥ i af p(j)·n/j; markant når "
        "q ≤ 0,10. p er den dobbelte af den mindste halesandsynlighed.",
        "Benjamini & Hochberg 1995",
    ),
    Method(
        "Hele kredsen",
        "En bølge, der rammer alle kommuner, tilhører ingen af dem. Derfor har kredsen sin egen vurdering. Er den "
        "uden for det ventede, begynder hver kommunes sætning med det.",
        "Samme model med én række; φ har antal kvartaler − 1 − 4 frihedsgrader.",
        "Som ovenfor",
    ),
    Method(
        "Antal pr. 1.000",
        "Hvor tit, når man tager højde for kommunens størrelse? Tallet i parentes er usikkerheden: så meget kan et "
        "sådant tal svinge af sig selv.",
        "1.000 · O / N med Garwoods eksakte 95 %-interval: nedre χ²(0,025; 2O)/2, øvre χ²(0,975; 2O+2)/2.",
        "Garwood 1936",
    ),
    Method(
        "Forskel mellem to perioder",
        "Er der virkelig flere? Med små tal skal forskellen være stor, før den er andet end tilfældige udsving. "
        "Derfor skriver vi, hvor stor en forskel man overhovedet kunne have set.",
        "Betinget eksakt test: k₁ ~ Bin(k₁+k₂, n₁/(n₁+n₂)). Forholdets interval følger af Clopper-Pearson; er φ over "
        "1,2, udvides det med √φ på logaritmisk skala.",
        "Przyborowski & Wilenski 1940",
    ),
    Method(
        "Næste kvartal",
        "Fortsætter niveauet, ligger det rigtige tal i fire af fem tilfælde inden for intervallet. Vi regner efter, "
        "hvor tit det faktisk er gået sådan, og skriver det.",
        "Samme model for kvartalet efter det sidste kendte; variansen får tillægget (0,08µ)². Vises kun, når µ er "
        "mindst 3.",
        "Egen efterprøvning på de seneste 12 kvartaler",
    ),
    Method(
        "Sammenligning mellem kommuner",
        "Tragten viser, om en kommune ligger uden for det, tilfældigheder giver en kommune af den størrelse. Vi "
        "laver ingen rangliste: i en kreds uden reelle forskelle ville den, der lå øverst ét år, sjældent ligge der "
        "det næste.",
        "Forhold O/E, hvor E er kommunens størrelse gange niveauet i resten af kredsen. Grænser: 95 % og 99,8 %, "
        "udvidet med √φ, når kommunerne er mere forskellige, end tilfældigheder giver.",
        "Spiegelhalter 2005",
    ),
    Method(
        "Dræbte og alvorligt tilskadekomne",
        "Et enkelt år siger for lidt om en kommune. Vi lægger tre afsluttede år sammen og sammenligner med de tre år "
        "før, flyttet med udviklingen i resten af kredsen. Dræbte alene vurderes aldrig.",
        "Ventet = summen af de tre år før · (resten nu / resten dengang). Området rummer hvert tal, hvis ensidige p "
        "i den betingede eksakte test er over 0,005; udvides med √φ, når φ er over 1,2.",
        "Przyborowski & Wilenski 1940",
    ),
    Method(
        "For få til at vurdere",
        "Er der ventet under ét tilfælde, eller er der under fem om året, siger tallene ikke noget om udviklingen. "
        "Så viser vi dem uden at vurdere dem.",
        "µ < 1, eller middel under 5 om året i de kvartaler, niveauet bygger på.",
        "Egen regel",
    ),
    Method(
        "Kan ikke sammenlignes",
        "Er loven, registreringen eller tiden en anden, er to tal ikke sammenlignelige. Så siger vi det og lader "
        "være. Foråret 2020 til sommeren 2021 (COVID-19) indgår ikke i det ventede.",
        "Et databrud gør alle perioder før det ubrugelige; et udeladt tidsrum gør hver periode, det rører, "
        "ubrugelig. Mindst 8 brugbare kvartaler, hver årstid mindst to gange.",
        "Databrud med kilde står under hvert tal",
    ),
)

"""The language, specified: what is said in each case, word for word. Read them aloud."""

import datetime as dt

import pytest

from analysis import reasons
from analysis.answers import Break, Situation
from analysis.expected import Obstacle
from analysis.last_year import NOTHING_MORE, Background
from analysis.reasons import obstacle
from analysis.sentences import sentence
from analysis.signal import Verdict
from data.periods import Quarter, Year
from tests.analysis.told import last_year, told

PLAIN = 1.0  # counts that vary as chance alone makes them
DISTRICT_UP = told(1056, Verdict.MARKEDLY_MORE, (451, 1052), 890, place="kreds")
DISTRICT_DOWN = told(440, Verdict.MARKEDLY_FEWER, (451, 1052), 890, place="kreds")
DISTRICT_INSIDE = told(700, Verdict.EXPECTED, (451, 1052), 890, place="kreds")
LAW = Break(dt.date(2018, 1, 1), None, "break", "Ny indbrudsbestemmelse.")
COVID = Break(dt.date(2020, 3, 12), dt.date(2021, 6, 30), "exclude", "COVID-19.")
MARK = Break(dt.date(2025, 2, 1), None, "mark", "Ny vejledning.")
BREAKS = Background(breaks=(LAW, COVID, MARK))

M, MORE, INSIDE, FEWER, MF = (
    Verdict.MARKEDLY_MORE,
    Verdict.MORE,
    Verdict.EXPECTED,
    Verdict.FEWER,
    Verdict.MARKEDLY_FEWER,
)

QUARTERS = {
    "markant flere": (
        told(202, M, (68, 191), 142, place="157"),
        NOTHING_MORE,
        "I 4. kvartal 2025 blev der anmeldt 202 indbrud i Gentofte. Ventet var 68–191. Det er markant flere end "
        "ventet. Der var 60 flere end i samme kvartal året før (142).",
    ),
    # 202 / 142 = 1.42, exact interval 1.14-1.78; the counts vary 4.2 times as much as chance: 0.91-2.24 holds 1.
    "a ratio that one quarter cannot carry is not told": (
        told(202, M, (68, 191), 142, place="157"),
        Background(dispersion=4.2),
        "I 4. kvartal 2025 blev der anmeldt 202 indbrud i Gentofte. Ventet var 68–191. Det er markant flere end "
        "ventet. Der var 60 flere end i samme kvartal året før (142).",
    ),
    # 202 / 142 = 1.42; exact interval 1.14-1.78.
    "an established rise, both counts 20 or more": (
        told(202, M, (68, 191), 142, place="157"),
        Background(dispersion=PLAIN),
        "I 4. kvartal 2025 blev der anmeldt 202 indbrud i Gentofte. Ventet var 68–191. Det er markant flere end "
        "ventet. Der var 60 flere end i samme kvartal året før (142), svarende til 42\xa0% flere "
        "(usikkerhed 14–78\xa0%).",
    ),
    # 60 / 142 = 0.42; exact interval 0.31-0.58.
    "an established fall, both counts 20 or more": (
        told(60, MF, (68, 191), 142),
        Background(dispersion=PLAIN),
        "I 4. kvartal 2025 blev der anmeldt 60 indbrud i Helsingør. Ventet var 68–191. Det er markant færre end "
        "ventet. Der var 82 færre end i samme kvartal året før (142), svarende til 58\xa0% færre "
        "(usikkerhed 42–69\xa0%).",
    ),
    # 142 / 60 = 2.37; exact interval 1.74-3.26.
    "twice as many or more are told in times": (
        told(142, M, (20, 100), 60),
        Background(dispersion=PLAIN),
        "I 4. kvartal 2025 blev der anmeldt 142 indbrud i Helsingør. Ventet var 20–100. Det er markant flere end "
        "ventet. Der var 82 flere end i samme kvartal året før (60), svarende til 2,4 gange så mange "
        "(usikkerhed 1,7–3,3).",
    ),
    "no percentage of a count under 20": (
        told(19, M, (1, 15), 6),
        Background(dispersion=PLAIN),
        "I 4. kvartal 2025 blev der anmeldt 19 indbrud i Helsingør. Ventet var 1–15. Det er markant flere end "
        "ventet. Der var 13 flere end i samme kvartal året før (6), svarende til 3,2 gange så mange "
        "(usikkerhed 1,2–9,7).",
    ),
    "a fall to a small count is told the other way round": (
        told(4, MF, (6, 40), 26),
        Background(dispersion=PLAIN),
        "I 4. kvartal 2025 blev der anmeldt 4 indbrud i Helsingør. Ventet var 6–40. Det er markant færre end "
        "ventet. Der var 22 færre end i samme kvartal året før (26); dengang var der 6,5 gange så mange "
        "(usikkerhed 2,3–25,6).",
    ),
    # 20 / 60 = 0.33; exact interval 0.19-0.56.
    "a percentage of 20": (
        told(20, MF, (30, 90), 60),
        Background(dispersion=PLAIN),
        "I 4. kvartal 2025 blev der anmeldt 20 indbrud i Helsingør. Ventet var 30–90. Det er markant færre end "
        "ventet. Der var 40 færre end i samme kvartal året før (60), svarende til 67\xa0% færre "
        "(usikkerhed 44–81\xa0%).",
    ),
    # 60 / 19 = 3.16; exact interval 1.86-5.61.
    "no percentage of 19": (
        told(19, MF, (30, 90), 60),
        Background(dispersion=PLAIN),
        "I 4. kvartal 2025 blev der anmeldt 19 indbrud i Helsingør. Ventet var 30–90. Det er markant færre end "
        "ventet. Der var 41 færre end i samme kvartal året før (60); dengang var der 3,2 gange så mange "
        "(usikkerhed 1,9–5,6).",
    ),
    "none, markant færre": (
        told(0, MF, (3, 40), 26),
        Background(dispersion=PLAIN),
        "I 4. kvartal 2025 blev der ikke anmeldt indbrud i Helsingør. Ventet var 3–40. Det er markant færre end "
        "ventet. Der var 26 færre end i samme kvartal året før (26).",
    ),
    "markant flere than expected but as many as last year": (
        told(202, M, (68, 191), 202),
        NOTHING_MORE,
        "I 4. kvartal 2025 blev der anmeldt 202 indbrud i Helsingør. Ventet var 68–191. Det er markant flere end "
        "ventet. Der var lige så mange som i samme kvartal året før (202).",
    ),
    "markant flere than expected but fewer than last year": (
        told(163, M, (48, 155), 180),
        NOTHING_MORE,
        "I 4. kvartal 2025 blev der anmeldt 163 indbrud i Helsingør. Ventet var 48–155. Det er markant flere end "
        "ventet. Der var 17 færre end i samme kvartal året før (180).",
    ),
    "last year not known": (
        told(163, M, (48, 155), None),
        NOTHING_MORE,
        "I 4. kvartal 2025 blev der anmeldt 163 indbrud i Helsingør. Ventet var 48–155. Det er markant flere end "
        "ventet.",
    ),
    "flere, which chance may do among so many": (
        told(71, MORE, (8, 70), 40, place="190", period="2024K2"),
        NOTHING_MORE,
        "71 indbrud i Furesø i 2. kvartal 2024, ventet var 8–70. Det er flere end ventet; blandt 13 tal, der er "
        "gennemgået, kan ét falde udenfor ved en tilfældighed. Der var 31 flere end i samme kvartal året før (40).",
    ),
    "færre": (
        told(1, FEWER, (2, 30), 2),
        NOTHING_MORE,
        "1 indbrud i Helsingør i 4. kvartal 2025, ventet var 2–30. Det er færre end ventet; blandt 13 tal, der er "
        "gennemgået, kan ét falde udenfor ved en tilfældighed. Der var ét færre end i samme kvartal året før (2).",
    ),
    "no ratio without markant": (
        told(71, MORE, (8, 70), 20),
        Background(dispersion=PLAIN),
        "71 indbrud i Helsingør i 4. kvartal 2025, ventet var 8–70. Det er flere end ventet; blandt 13 tal, der er "
        "gennemgået, kan ét falde udenfor ved en tilfældighed. Der var 51 flere end i samme kvartal året før (20).",
    ),
    "one more than last year": (
        told(16, MORE, (0, 15), 15, area="utryghed"),
        NOTHING_MORE,
        "16 anmeldelser af utryghedsskabende adfærd i Helsingør i 4. kvartal 2025, ventet var 0–15. Det er flere end "
        "ventet; blandt 13 tal, der er gennemgået, kan ét falde udenfor ved en tilfældighed. Der var én mere end i "
        "samme kvartal året før (15).",
    ),
    "inside": (
        told(68, INSIDE, (12, 81), 55, place="223"),
        NOTHING_MORE,
        "68 indbrud i Hørsholm i 4. kvartal 2025, ventet var 12–81: inden for det forventede. I samme kvartal året "
        "før var der 55.",
    ),
    "inside, last year one": (
        told(4, INSIDE, (1, 9), 1, place="223"),
        NOTHING_MORE,
        "4 indbrud i Hørsholm i 4. kvartal 2025, ventet var 1–9: inden for det forventede. I samme kvartal året før "
        "var der ét.",
    ),
    "inside, none, and fewer cannot occur": (
        told(0, INSIDE, (0, 9), 3, area="faerdsel", category="uheld_personskade"),
        NOTHING_MORE,
        "Ingen uheld med personskade i Helsingør i 4. kvartal 2025, ventet var 0–9: inden for det forventede. I "
        "samme kvartal året før var der 3. Det ventede begynder ved 0, så færre end ventet kan ikke forekomme.",
    ),
    "above the middle nobody looks for fewer": (
        told(6, INSIDE, (0, 9), 0, area="faerdsel", category="uheld_personskade"),
        NOTHING_MORE,
        "6 uheld med personskade i Helsingør i 4. kvartal 2025, ventet var 0–9: inden for det forventede. I samme "
        "kvartal året før var der ingen.",
    ),
    # 31 was a count that comes five times in a hundred, and 68 against 31 would look like a change: p = 0.0003.
    "an unusual base year": (
        told(68, INSIDE, (12, 81), 31, place="223"),
        Background(last_year(0.9551, 0.0538)),
        "68 indbrud i Hørsholm i 4. kvartal 2025, ventet var 12–81: inden for det forventede. I samme kvartal året "
        "før var der 31, hvilket var usædvanligt få.",
    ),
    # 35 against 31 looks like no change (p = 0.71): at 0.0538 nothing is unusual enough to be told.
    "a slightly unusual base year that misleads nobody": (
        told(35, INSIDE, (12, 81), 31, place="223"),
        Background(last_year(0.9551, 0.0538)),
        "35 indbrud i Hørsholm i 4. kvartal 2025, ventet var 12–81: inden for det forventede. I samme kvartal året "
        "før var der 31.",
    ),
    "a base year with unusually many": (
        told(108, INSIDE, (39, 139), 131, place="173"),
        Background(last_year(0.0306, 0.972)),
        "108 indbrud i Lyngby-Taarbæk i 4. kvartal 2025, ventet var 39–139: inden for det forventede. I samme kvartal "
        "året før var der 131, hvilket var usædvanligt mange.",
    ),
    "outside, and last year was unusual too": (
        told(163, M, (48, 155), 142),
        Background(last_year(0.0089, 0.9919)),
        "I 4. kvartal 2025 blev der anmeldt 163 indbrud i Helsingør. Ventet var 48–155. Det er markant flere end "
        "ventet. Der var 21 flere end i samme kvartal året før (142, usædvanligt mange).",
    ),
    "cases of the digital area": (
        told(118, INSIDE, (96, 151), 110, area="digital"),
        NOTHING_MORE,
        "118 sager om økonomisk it-kriminalitet i Helsingør i 4. kvartal 2025, ventet var 96–151: inden for det "
        "forventede. I samme kvartal året før var der 110.",
    ),
    "one case": (
        told(1, INSIDE, (0, 5), 2, area="digital", category="identitetsmisbrug"),
        NOTHING_MORE,
        "1 sag om identitetsmisbrug i Helsingør i 4. kvartal 2025, ventet var 0–5: inden for det forventede. I samme "
        "kvartal året før var der 2. Det ventede begynder ved 0, så færre end ventet kan ikke forekomme.",
    ),
    "reports are there, not reported": (
        told(52, M, (10, 50), 30, area="utryghed"),
        NOTHING_MORE,
        "I 4. kvartal 2025 var der 52 anmeldelser af utryghedsskabende adfærd i Helsingør. Ventet var 10–50. Det er "
        "markant flere end ventet. Der var 22 flere end i samme kvartal året før (30).",
    ),
    "calls are no crime": (
        told(60, M, (10, 50), 30, area="utryghed", category="henvendelse"),
        NOTHING_MORE,
        "I 4. kvartal 2025 var der 60 henvendelser om utryghed i Helsingør. Ventet var 10–50. Det er markant flere "
        "end ventet. Der var 30 flere end i samme kvartal året før (30).",
    ),
    "activities are no crime": (
        told(0, MF, (10, 50), 30, area="faerdsel", category="faerdselskontrol"),
        NOTHING_MORE,
        "I 4. kvartal 2025 var der ingen færdselskontroller i Helsingør. Ventet var 10–50. Det er markant færre end "
        "ventet. Der var 30 færre end i samme kvartal året før (30).",
    ),
    "the same quarter last year lies in an unusual time": (
        told(40, INSIDE, (10, 70), 20, period="2021K4"),
        BREAKS,
        "40 indbrud i Helsingør i 4. kvartal 2021, ventet var 10–70: inden for det forventede. Der sammenlignes ikke "
        "med 4. kvartal 2020: en usædvanlig tid er holdt ude af sammenligninger.",
    ),
    "a mark refuses nothing": (
        told(68, INSIDE, (12, 81), 55),
        BREAKS,
        "68 indbrud i Helsingør i 4. kvartal 2025, ventet var 12–81: inden for det forventede. I samme kvartal året "
        "før var der 55.",
    ),
    "too few": (
        told(2, Verdict.TOO_FEW, None, 3, area="faerdsel", category="uheld_ekstra", place="260"),
        NOTHING_MORE,
        "2 ekstrauheld i Halsnæs i 4. kvartal 2025 mod 3 i samme kvartal året før. Så små tal siger ikke noget om "
        "udviklingen.",
    ),
    "too few, none twice": (
        told(0, Verdict.TOO_FEW, None, 0, area="faerdsel", category="uheld_ekstra", place="260"),
        NOTHING_MORE,
        "Ingen ekstrauheld i Halsnæs i 4. kvartal 2025, heller ikke i samme kvartal året før. Så små tal siger ikke "
        "noget om udviklingen.",
    ),
    "too few, last year not known": (
        told(1, Verdict.TOO_FEW, None, None, area="indbrud", category="indbrud_fritidshus", place="260"),
        NOTHING_MORE,
        "1 indbrud i fritidshuse i Halsnæs i 4. kvartal 2025. Så små tal siger ikke noget om udviklingen.",
    ),
    "before a break": (
        told(
            240,
            Verdict.NOT_COMPARABLE,
            None,
            230,
            period="2017K4",
            reason=obstacle(Obstacle.WINDOW, Quarter(2017, 4), (LAW, COVID)),
        ),
        BREAKS,
        "240 indbrud i Helsingør i 4. kvartal 2017. Tallene før 1. januar 2018 er opgjort anderledes. Ny "
        "indbrudsbestemmelse.",
    ),
    "in an unusual time": (
        told(
            40,
            Verdict.NOT_COMPARABLE,
            None,
            90,
            period="2020K2",
            reason=obstacle(Obstacle.WINDOW, Quarter(2020, 2), (LAW, COVID)),
        ),
        BREAKS,
        "40 indbrud i Helsingør i 2. kvartal 2020. Kvartalet ligger i en tid, der er holdt ude af sammenligninger.",
    ),
    "too little history since a break": (
        told(
            240,
            Verdict.NOT_COMPARABLE,
            None,
            230,
            period="2019K1",
            reason=obstacle(Obstacle.HISTORY, Quarter(2019, 1), (LAW, COVID)),
        ),
        BREAKS,
        "240 indbrud i Helsingør i 1. kvartal 2019. Der er for få sammenlignelige kvartaler før til at sige, hvad der "
        "var ventet. Tallene før 1. januar 2018 er opgjort anderledes.",
    ),
    "not comparable for no known reason": (
        told(240, Verdict.NOT_COMPARABLE, None, 230),
        NOTHING_MORE,
        "240 indbrud i Helsingør i 4. kvartal 2025. Tallet kan ikke sammenlignes med tidligere tal.",
    ),
    "an open quarter": (
        told(1, Verdict.NOT_COMPARABLE, None, 30, provisional=True, period="2026K1"),
        NOTHING_MORE,
        "Foreløbigt tal: 1 indbrud i Helsingør i 1. kvartal 2026. Kvartalet var ikke slut, da udtrækket blev lavet, så "
        "tallet sammenlignes ikke.",
    ),
    "an open quarter with none yet": (
        told(0, Verdict.NOT_COMPARABLE, None, 30, provisional=True, period="2026K1", area="digital"),
        NOTHING_MORE,
        "Foreløbigt tal: ingen sager om økonomisk it-kriminalitet i Helsingør i 1. kvartal 2026. Kvartalet var ikke "
        "slut, da udtrækket blev lavet, så tallet sammenlignes ikke.",
    ),
    "unknown municipality": (
        told(12, None, None, 10, place="998", reason=reasons.NOT_A_PLACE),
        NOTHING_MORE,
        "12 indbrud uden oplyst kommune i 4. kvartal 2025. Kun kommunerne og hele kredsen vurderes.",
    ),
    "Statistics Denmark's unknown municipality belongs to the country": (
        told(12, None, None, 10, place="998", series="dst", reason=reasons.NOT_A_PLACE),
        NOTHING_MORE,
        "12 indbrud uden oplyst kommune i hele landet i 4. kvartal 2025. Kun kommunerne og hele kredsen vurderes.",
    ),
    "not delivered": (
        told(None, reason=reasons.not_delivered("217", Quarter(2025, 4))),
        NOTHING_MORE,
        "Indbrud i privat beboelse: Der er ikke leveret tal for Helsingør i 4. kvartal 2025.",
    ),
    "only years": (
        told(None, area="naere_relationer", reason=reasons.ONLY_YEARS),
        NOTHING_MORE,
        "Vold i nære relationer: Tallet vises kun for hele, afsluttede år af hensyn til de berørte.",
    ),
    "only the district": (
        told(None, area="digital", category="muldyr", reason=reasons.ONLY_DISTRICT),
        NOTHING_MORE,
        "Muldyrsager: Tallet findes kun for hele kredsen.",
    ),
    "no published twin": (
        told(None, area="digital", series="dst", reason=reasons.NO_TWIN),
        NOTHING_MORE,
        "Økonomisk it-kriminalitet: Danmarks Statistik offentliggør ikke tal, der svarer til dette område.",
    ),
    "no number and no reason": (
        told(None, place="260"),
        NOTHING_MORE,
        "Indbrud i privat beboelse: Der er ikke tal i Halsnæs i 4. kvartal 2025.",
    ),
}

CASUALTIES = {
    "inside": (
        told(31, INSIDE, (24, 45), 33, area="faerdsel", span="2022-2024"),
        "31 politiregistrerede dræbte og alvorligt tilskadekomne i Helsingør i årene 2022–2024, ventet var 24–45: "
        "inden for det forventede. I årene 2021–2023 var der 33.",
    ),
    # COVID-19 is held out of comparisons by quarter; a sum of three years holds it and stands.
    "with an unusual time in the sum": (
        told(31, INSIDE, (24, 45), 33, area="faerdsel", span="2019-2021", period="2021K4"),
        "31 politiregistrerede dræbte og alvorligt tilskadekomne i Helsingør i årene 2019–2021, ventet var 24–45: "
        "inden for det forventede. I årene 2018–2020 var der 33.",
    ),
    # Sums that share two years have no ratio, whatever the dispersion.
    "markant flere": (
        told(90, M, (24, 45), 33, area="faerdsel", span="2022-2024"),
        "I årene 2022–2024 var der 90 politiregistrerede dræbte og alvorligt tilskadekomne i Helsingør. Ventet var "
        "24–45. Det er markant flere end ventet. Der var 57 flere end i årene 2021–2023 (33).",
    ),
    "too few, one": (
        told(1, Verdict.TOO_FEW, None, 2, area="faerdsel", span="2022-2024", place="260"),
        "1 politiregistreret dræbt eller alvorligt tilskadekommen i Halsnæs i årene 2022–2024 mod 2 i årene 2021–2023. "
        "Så små tal siger ikke noget om udviklingen.",
    ),
    "none": (
        told(0, Verdict.TOO_FEW, None, 2, area="faerdsel", span="2022-2024", place="260"),
        "Ingen politiregistrerede dræbte eller alvorligt tilskadekomne i Halsnæs i årene 2022–2024 mod 2 i årene "
        "2021–2023. Så små tal siger ikke noget om udviklingen.",
    ),
    "no earlier years": (
        told(31, Verdict.NOT_COMPARABLE, None, 33, area="faerdsel", span="2018-2020", reason=reasons.NO_EARLIER_YEARS),
        "31 politiregistrerede dræbte og alvorligt tilskadekomne i Helsingør i årene 2018–2020. De tre år før er ikke "
        "leveret, så der er intet at sammenligne med.",
    ),
    "not final": (
        told(None, area="faerdsel", reason=reasons.CASUALTIES_NOT_FINAL),
        "Færdselssikkerhed og -tryghed: Tre afsluttede år i træk er ikke leveret endnu. Foreløbige år indgår ikke i en "
        "sum.",
    ),
}

YEARS = {
    # Exact interval 0.99-1.33 of 402 / 350; with counts that vary 4.2 times as much as chance 0.86-1.56.
    "not established": (
        told(402, None, None, 350, period="2025"),
        Background(dispersion=4.2),
        "402 indbrud i Helsingør i 2025 mod 350 i 2024: 52 flere. Forskellen er ikke større, end tilfældige udsving "
        "kan forklare (0,9–1,6 gange). En sammenligning af to år kan først vise en forskel på omkring 170.",
    ),
    "not established, dispersion not known": (
        told(402, None, None, 350, period="2025"),
        NOTHING_MORE,
        "402 indbrud i Helsingør i 2025 mod 350 i 2024: 52 flere. Forskellen er ikke større, end tilfældige udsving "
        "kan forklare. En sammenligning af to år kan først vise en forskel på mindst 79.",
    ),
    "established": (
        told(452, None, None, 350, period="2025"),
        Background(dispersion=PLAIN),
        "452 indbrud i Helsingør i 2025 mod 350 i 2024: 102 flere. Forskellen er større, end tilfældige udsving kan "
        "forklare (1,1–1,5 gange).",
    ),
    "an established fall": (
        told(250, None, None, 350, period="2025"),
        Background(dispersion=PLAIN),
        "250 indbrud i Helsingør i 2025 mod 350 i 2024: 100 færre. Forskellen er større, end tilfældige udsving kan "
        "forklare (0,6–0,8 gange).",
    ),
    "perhaps established: without the dispersion nothing is claimed": (
        told(452, None, None, 350, period="2025"),
        NOTHING_MORE,
        "452 indbrud i Helsingør i 2025 mod 350 i 2024: 102 flere.",
    ),
    "as many": (
        told(350, None, None, 350, period="2025"),
        Background(dispersion=PLAIN),
        "350 indbrud i Helsingør i 2025 mod 350 i 2024: lige så mange.",
    ),
    "one more": (
        told(13, None, None, 12, period="2025", area="digital", category="muldyr", place="kreds"),
        NOTHING_MORE,
        "13 muldyrsager i hele kredsen i 2025 mod 12 i 2024: én mere. Forskellen er ikke større, end tilfældige "
        "udsving kan forklare. En sammenligning af to år kan først vise en forskel på mindst 19.",
    ),
    "against none": (
        told(12, None, None, 0, period="2025", area="faerdsel", category="uheld_ekstra"),
        Background(dispersion=PLAIN),
        "12 ekstrauheld i Helsingør i 2025 mod ingen i 2024: 12 flere.",
    ),
    "too few for a test": (
        told(8, None, None, 1, period="2025", area="faerdsel", category="uheld_ekstra"),
        NOTHING_MORE,
        "8 ekstrauheld i Helsingør i 2025 mod ét i 2024. Så små tal siger ikke noget om udviklingen.",
    ),
    "none twice": (
        told(0, None, None, 0, period="2025", area="faerdsel", category="uheld_ekstra"),
        NOTHING_MORE,
        "Ingen ekstrauheld i Helsingør i 2025, heller ikke i 2024.",
    ),
    "last year not known": (
        told(402, None, None, None, period="2025"),
        NOTHING_MORE,
        "402 indbrud i Helsingør i 2025.",
    ),
    "across a break": (
        told(402, None, None, 350, period="2018"),
        BREAKS,
        "402 indbrud i Helsingør i 2018. Der sammenlignes ikke med 2017: tallene er opgjort anderledes før 1. januar "
        "2018.",
    ),
    "after an unusual time": (
        told(402, None, None, 350, period="2022"),
        BREAKS,
        "402 indbrud i Helsingør i 2022. Der sammenlignes ikke med 2021: en usædvanlig tid er holdt ude af "
        "sammenligninger.",
    ),
    "in an unusual time": (
        told(402, None, None, 350, period="2020"),
        BREAKS,
        "402 indbrud i Helsingør i 2020. Der sammenlignes ikke med 2019: en usædvanlig tid er holdt ude af "
        "sammenligninger.",
    ),
    "a mark refuses nothing": (
        told(350, None, None, 350, period="2025"),
        BREAKS,
        "350 indbrud i Helsingør i 2025 mod 350 i 2024: lige så mange.",
    ),
    "an open year": (
        told(31, None, None, 350, period="2026", provisional=True),
        NOTHING_MORE,
        "Foreløbigt tal: 31 indbrud i Helsingør i 2026. Året var ikke slut, da udtrækket blev lavet, så tallet "
        "sammenlignes ikke.",
    ),
    "more may be welcome": (
        told(12, None, None, 8, period="2025", area="naere_relationer", place="201"),
        NOTHING_MORE,
        "12 sager om vold i nære relationer i Allerød i 2025 mod 8 i 2024: 4 flere. Forskellen er ikke større, end "
        "tilfældige udsving kan forklare. En sammenligning af to år kan først vise en forskel på mindst 17. Flere "
        "sager kan være et godt tegn: flere bliver opdaget og får hjælp.",
    ),
    "fewer are not called good either": (
        told(8, None, None, 12, period="2025", area="naere_relationer", place="201"),
        NOTHING_MORE,
        "8 sager om vold i nære relationer i Allerød i 2025 mod 12 i 2024: 4 færre. Forskellen er ikke større, end "
        "tilfældige udsving kan forklare. En sammenligning af to år kan først vise en forskel på mindst 19.",
    ),
    "held back": (
        told(None, period="2024", area="naere_relationer", place="201", reason=reasons.held_back("201", Year(2024))),
        NOTHING_MORE,
        "Vold i nære relationer: Tallet for Allerød i 2024 vises ikke: det er under fem, eller det kunne bruges til at "
        "regne et tal under fem ud.",
    ),
}


@pytest.mark.parametrize("case", QUARTERS)
def test_a_quarter(case: str) -> None:
    answer, background, said = QUARTERS[case]
    assert sentence(answer, DISTRICT_INSIDE, background) == said


@pytest.mark.parametrize("case", CASUALTIES)
def test_three_years_of_casualties_are_always_police_registered(case: str) -> None:
    answer, said = CASUALTIES[case]
    assert sentence(answer, None, Background(breaks=(COVID,), dispersion=PLAIN)) == said


@pytest.mark.parametrize("case", YEARS)
def test_a_whole_year_is_not_judged(case: str) -> None:
    answer, background, said = YEARS[case]
    assert sentence(answer, None, background) == said


@pytest.mark.parametrize(
    ("answer", "district", "opening"),
    [
        (QUARTERS["inside"][0], DISTRICT_UP, "I hele kredsen var der flere indbrud end ventet. 68 indbrud i Hørsholm"),
        (QUARTERS["markant flere"][0], DISTRICT_UP, "I hele kredsen var der flere indbrud end ventet. I 4. kvartal"),
        (QUARTERS["færre"][0], DISTRICT_DOWN, "I hele kredsen var der færre indbrud end ventet. 1 indbrud"),
        (QUARTERS["too few"][0], DISTRICT_UP, "I hele kredsen var der flere indbrud end ventet. 2 ekstrauheld"),
        (QUARTERS["not delivered"][0], DISTRICT_UP, "I hele kredsen var der flere indbrud end ventet. Indbrud i"),
        (QUARTERS["inside"][0], DISTRICT_INSIDE, "68 indbrud i Hørsholm"),
        (QUARTERS["inside"][0], None, "68 indbrud i Hørsholm"),
        (
            DISTRICT_UP,
            DISTRICT_UP,
            "I 4. kvartal 2025 blev der anmeldt 1.056 indbrud i hele kredsen. Ventet var 451–1.0",
        ),
        (QUARTERS["unknown municipality"][0], DISTRICT_UP, "12 indbrud uden oplyst kommune"),
    ],
)
def test_a_district_outside_its_range_opens_every_municipal_sentence(
    answer: Situation, district: Situation | None, opening: str
) -> None:
    assert sentence(answer, district).startswith(opening)


def test_the_district_itself() -> None:
    assert sentence(DISTRICT_UP, None) == (
        "I 4. kvartal 2025 blev der anmeldt 1.056 indbrud i hele kredsen. Ventet var 451–1.052. Det er markant flere "
        "end ventet. Der var 166 flere end i samme kvartal året før (890)."
    )


def test_neutral_words_also_where_a_neutral_area_is_judged() -> None:
    answer = told(52, M, (10, 50), 30, area="naere_relationer")
    assert sentence(answer) == (
        "I 4. kvartal 2025 blev der anmeldt 52 sager om vold i nære relationer i Helsingør. Ventet var 10–50. Det er "
        "markant flere end ventet. Der var 22 flere end i samme kvartal året før (30). Flere sager kan være et godt "
        "tegn: flere bliver opdaget og får hjælp."
    )

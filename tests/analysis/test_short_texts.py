"""The short lines of a page, word for word."""

from dataclasses import replace

import pytest

from analysis import reasons
from analysis.answers import Forecast, Rate, Situation
from analysis.backtest import Coverage
from analysis.last_year import Background
from analysis.short_texts import (
    expected_sentence,
    family_sentence,
    forecast_sentence,
    headline,
    rate_sentence,
    subline,
    tile_text,
)
from analysis.signal import Verdict
from data.periods import Quarter
from tests.analysis.told import last_year, told

HELSINGOER = replace(
    told(163, Verdict.MARKEDLY_MORE, (48, 155), 142),
    rate=Rate(5.267, 4.49, 6.14, "pr. 1.000 husstande", 30945, "2026-01-01"),
    forecast=Forecast(Quarter(2026, 1), 62, 121, 50, 140),
)
DISTRICT = replace(
    told(1056, Verdict.MARKEDLY_MORE, (451, 1052), 890, place="kreds"),
    rate=Rate(3.8, 3.5, 4.0, "pr. 1.000 husstande", 278000, "2026-01-01"),
)
CASUALTIES = replace(
    told(31, Verdict.EXPECTED, (24, 45), 33, area="faerdsel", span="2022-2024"),
    rate=Rate(1.64, 1.11, 2.33, "pr. 10.000 indbyggere om året", 63000, "2022-01-01/2025-01-01"),
)
INSIDE = told(68, Verdict.EXPECTED, (12, 81), 31, place="223")
OPEN = told(31, Verdict.NOT_COMPARABLE, None, 30, provisional=True, period="2026K1", reason="Foreløbigt.")
OPEN_NONE = replace(OPEN, observed=0)
TOO_FEW = told(
    0, Verdict.TOO_FEW, None, 1, area="faerdsel", category="uheld_ekstra", place="260", reason=reasons.TOO_FEW
)
BROKEN = told(240, Verdict.NOT_COMPARABLE, None, 230, period="2017K4", reason="Tallene er opgjort anderledes.")
YEAR = told(402, None, None, 350, period="2025", reason=reasons.YEARS_NOT_JUDGED)
NOTHING = told(None, area="naere_relationer", reason=reasons.ONLY_YEARS)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (HELSINGOER, "163 indbrud i Helsingør. Ventet var 48–155."),
        (DISTRICT, "1.056 indbrud i hele kredsen. Ventet var 451–1.052."),
        (
            CASUALTIES,
            "31 politiregistrerede dræbte og alvorligt tilskadekomne i Helsingør i årene 2022–2024. Ventet var 24–45.",
        ),
        (OPEN, "Foreløbigt tal: 31 indbrud i Helsingør."),
        (OPEN_NONE, "Foreløbigt tal: ingen indbrud i Helsingør."),
        (TOO_FEW, "Ingen ekstrauheld i Halsnæs. For få til at vurdere."),
        (BROKEN, "240 indbrud i Helsingør. Kan ikke sammenlignes."),
        (YEAR, "402 indbrud i Helsingør i 2025."),
        (NOTHING, "Vold i nære relationer i Helsingør: intet tal."),
    ],
)
def test_headline(answer: Situation, said: str) -> None:
    assert headline(answer) == said


@pytest.mark.parametrize(
    ("answer", "district", "said"),
    [
        (HELSINGOER, None, "Det er markant flere end ventet. Der var 21 flere end i samme kvartal året før (142)."),
        (
            HELSINGOER,
            DISTRICT,
            "I hele kredsen var der flere indbrud end ventet. I Helsingør er det markant flere end ventet. Der var 21 "
            "flere end i samme kvartal året før (142).",
        ),
        (INSIDE, None, "Det er inden for det forventede. I samme kvartal året før var der 31."),
        (OPEN, None, "Kvartalet var ikke slut, da udtrækket blev lavet, så tallet sammenlignes ikke."),
        (TOO_FEW, None, "Så små tal siger ikke noget om udviklingen. I samme kvartal året før var der ét."),
        (BROKEN, None, "Tallene er opgjort anderledes."),
        (YEAR, None, "Der gives vurderinger for kvartaler, ikke for hele år. I 2024 var der 350."),
        (NOTHING, None, "Tallet vises kun for hele, afsluttede år af hensyn til de berørte."),
    ],
)
def test_subline(answer: Situation, district: Situation | None, said: str) -> None:
    assert subline(answer, district) == said


def test_subline_tells_an_unusual_base_year() -> None:
    assert subline(INSIDE, None, Background(last_year(0.9551, 0.0538))) == (
        "Det er inden for det forventede. I samme kvartal året før var der 31, hvilket var usædvanligt få."
    )


@pytest.mark.parametrize(
    ("answer", "district", "said"),
    [
        (HELSINGOER, DISTRICT, "142 i samme kvartal året før. Hele kredsen: 1.056 mod 890."),
        (HELSINGOER, None, "142 i samme kvartal året før."),
        (DISTRICT, DISTRICT, "890 i samme kvartal året før."),
        (CASUALTIES, None, "33 i årene 2021–2023. Et enkelt år siger for lidt om en kommune."),
        (OPEN, DISTRICT, "Kvartalet var ikke slut, da udtrækket blev lavet, så tallet sammenlignes ikke."),
        (TOO_FEW, None, "Så små tal siger ikke noget om udviklingen. Ét i samme kvartal året før."),
        (BROKEN, None, "Tallene er opgjort anderledes."),
        (YEAR, None, "350 i 2024."),
        (NOTHING, None, "Tallet vises kun for hele, afsluttede år af hensyn til de berørte."),
    ],
)
def test_tile(answer: Situation, district: Situation | None, said: str) -> None:
    assert tile_text(answer, district) == said


@pytest.mark.parametrize(
    ("answer", "district", "said"),
    [
        (
            HELSINGOER,
            DISTRICT,
            "Det svarer til 5,3 pr. 1.000 husstande i kvartalet (usikkerhed 4,5–6,1). Hele kredsen: 3,8.",
        ),
        (DISTRICT, DISTRICT, "Det svarer til 3,8 pr. 1.000 husstande i kvartalet (usikkerhed 3,5–4,0)."),
        (CASUALTIES, None, "Det svarer til 1,6 pr. 10.000 indbyggere om året (usikkerhed 1,1–2,3)."),
        (
            replace(YEAR, rate=HELSINGOER.rate),
            None,
            "Det svarer til 5,3 pr. 1.000 husstande i 2025 (usikkerhed 4,5–6,1).",
        ),
        (
            replace(HELSINGOER, observed=0, rate=Rate(0.0, 0.0, 0.1192, "pr. 1.000 husstande", 30945, "2026-01-01")),
            DISTRICT,
            "Usikkerheden går fra 0 til 0,12 pr. 1.000 husstande i kvartalet. Hele kredsen: 3,8.",
        ),
        (INSIDE, DISTRICT, ""),
    ],
)
def test_rate(answer: Situation, district: Situation | None, said: str) -> None:
    assert rate_sentence(answer, district) == said


def test_forecast_with_its_measured_coverage() -> None:
    told_once = "Fortsætter niveauet, venter vi 62–121 indbrud i 1. kvartal 2026. I fire af fem kvartaler ligger det "
    assert forecast_sentence(HELSINGOER, Coverage(46, 52)) == (
        f"{told_once}rigtige tal i et sådant interval (dækning: 46 af 52)."
    )
    assert forecast_sentence(HELSINGOER) == f"{told_once}rigtige tal i et sådant interval."
    assert forecast_sentence(HELSINGOER, Coverage(0, 0)) == f"{told_once}rigtige tal i et sådant interval."
    assert forecast_sentence(INSIDE, Coverage(46, 52)) == ""


def test_how_many_numbers_were_gone_through() -> None:
    assert [family_sentence(numbers) for numbers in (39, 1)] == ["39 tal er gennemgået.", "Ét tal er gennemgået."]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (
            HELSINGOER,
            "Det ventede er Helsingørs eget niveau de seneste tre år, rettet for årstiden og kredsens udvikling.",
        ),
        (
            told(16, Verdict.EXPECTED, (2, 46), place="260"),
            "Det ventede er Halsnæs' eget niveau de seneste tre år, rettet for årstiden og kredsens udvikling.",
        ),
        (DISTRICT, "Det ventede er hele kredsens eget niveau de seneste tre år, rettet for årstiden og udviklingen."),
        (CASUALTIES, "Det ventede er Helsingørs tal for de tre år før, rettet for udviklingen i resten af kredsen."),
    ],
)
def test_what_the_expected_is_made_of(answer: Situation, said: str) -> None:
    assert expected_sentence(answer) == (f"{said} 99 af 100 tal falder inden for området, når niveauet er uændret.")


def test_nothing_is_said_of_an_expected_level_that_is_not_there() -> None:
    assert expected_sentence(TOO_FEW) == ""

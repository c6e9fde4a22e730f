"""Why something is not known or not said, in Danish."""

import datetime as dt
from collections.abc import Sequence

from analysis.answers import Break
from analysis.crossed import newest_break
from analysis.expected import QUARTERLY, Obstacle
from data.municipalities import DISTRICT, UNKNOWN, area_name
from data.periods import Period, Quarter, Year, Years, danish_long_date

NO_TWIN = "Danmarks Statistik offentliggør ikke tal, der svarer til dette område."
ONLY_YEARS = "Tallet vises kun for hele, afsluttede år af hensyn til de berørte."
ONLY_DISTRICT = "Tallet findes kun for hele kredsen."
ONLY_EXTRACT = "Tallet kommer fra politiets udtræk. Danmarks Statistiks tal for kommunen hører ikke til denne talrække."
YEARS_NOT_JUDGED = "Der gives vurderinger for kvartaler, ikke for hele år."
NOT_A_PLACE = "Kun kommunerne og hele kredsen vurderes."
TOO_FEW = "Så små tal siger ikke noget om udviklingen."
CASUALTIES_NOT_FINAL = "Tre afsluttede år i træk er ikke leveret endnu. Foreløbige år indgår ikke i en sum."
NO_EARLIER_YEARS = "De tre år før er ikke leveret, så der er intet at sammenligne med."

NO_MONTHLY_RANGE = "Der er for få sammenlignelige måneder før vinduet til at sige, hvad der var ventet."
MONTH_MISSING = "En af månederne er ikke leveret."

THREE_YEAR_SUMS = "Følges som sum af tre år. Se siden Færdsel."
BREAK_BETWEEN = "Tallene er opgjort forskelligt i de to perioder og kan ikke sammenlignes."

REPORTS_HELD_BACK = "Vises ikke: et af tallene, eller forskellen, er under fem, eller kunne bruges til at regne et ud."

NOTHING_TO_COMPARE = "Tallet kan ikke sammenlignes med tidligere tal."

_OBSTACLES = {
    Obstacle.WINDOW: "Kvartalet ligger i en tid, der er holdt ude af sammenligninger.",
    Obstacle.HISTORY: "Der er for få sammenlignelige kvartaler før til at sige, hvad der var ventet.",
    Obstacle.SEASON: "Der er for få år før til at kende årstidens betydning.",
}


def not_delivered(place: str, period: Period) -> str:
    """Return that no number was delivered for a place (code) in a period."""
    return f"Der er ikke leveret tal for {_named(place)} i {period.name}."


def not_published(place: str, period: Period) -> str:
    """Return that Statistics Denmark's number is not loaded or not published yet."""
    return f"Danmarks Statistiks tal for {_named(place)} i {period.name} er ikke indlæst."


def provisional(quarter: Quarter) -> str:
    """Return that the quarter was open when the extract was made."""
    return f"Tallene for {quarter.name} er foreløbige: kvartalet var ikke slut, da udtrækket blev lavet."


def held_back(place: str, year: Year) -> str:
    """Return that a yearly number outside the public grid may not be shown: it or another would be told by it."""
    return (
        f"Tallet for {_named(place)} i {year.name} vises ikke: det er under fem, "
        "eller det kunne bruges til at regne et tal under fem ud."
    )


def obstacle(found: Obstacle, quarter: Quarter, breaks: Sequence[Break]) -> str:
    """Return why there is no expected level; a break that is in the way is named."""
    told = _OBSTACLES[found]
    if found is Obstacle.WINDOW:
        later = newest_break(breaks, quarter.first_day, dt.date.max)
        return f"Tallene før {danish_long_date(later.start)} er opgjort anderledes. {later.text}" if later else told
    earlier = newest_break(breaks, quarter.plus(-QUARTERLY.reach).first_day, quarter.first_day)
    return f"{told} Tallene før {danish_long_date(earlier.start)} er opgjort anderledes." if earlier else told


def _named(place: str) -> str:
    name = area_name(place)
    return name[0].lower() + name[1:] if place in (DISTRICT, UNKNOWN) else name


FIVE_IN_EACH = "En fordeling vises kun, når hver gruppe har mindst fem sager, så ingen enkelt sag kan genkendes."


def breakdown_not_delivered(attribute: str, _place: str, year: Period | Years) -> str:
    """Return that the extract says nothing of an attribute."""
    return f"{attribute} er ikke oplyst i udtrækket for {year.name}."


def breakdown_held_back(attribute: str, place: str, year: Period | Years) -> str:
    """Return that a distribution is not shown, and the rule."""
    where = "" if place == DISTRICT else " for kommunen"
    return f"{attribute} vises ikke{where} i {year.name}: {FIVE_IN_EACH[0].lower()}{FIVE_IN_EACH[1:]}"


def follow_up_not_delivered(name: str, period: Period) -> str:
    """Return that no case of a period says whether something was done."""
    return f"{name}: oplysningen er ikke leveret for {period.name}."


def follow_up_held_back(name: str, period: Period) -> str:
    """Return that a share is not shown, and the rule."""
    return f"{name}: der er under fem sager med oplysningen i {period.name}, så andelen vises ikke."

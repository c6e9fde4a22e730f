"""What the police do for those who were hit, after the report: brochures, advice, and a charge against somebody.

A catalogue entry names which of them are followed for a category.
"""

from dataclasses import dataclass

# A cohort is compared when everybody in it has been followed for a year (METHODS, 8).
DAYS_FOLLOWED, QUARTERS_FOLLOWED = 365, 4


@dataclass(frozen=True)
class FollowUp:
    """One thing that is done; `code` is the extract's column. `name` stands in headings, `done` says it of many cases.

    `within_days`: it counts when it came so soon after the report, and younger cohorts still grow. None: it is said in
    the report, or it is not known.
    """

    code: str
    name: str
    done: str
    within_days: int | None = None


BROCHURE = FollowUp("brochure", "Brochuren »Bliv tryg i dit hjem«", "fik brochuren »Bliv tryg i dit hjem«")
NEIGHBOURS = FollowUp("nabohjaelp", "Brochuren om Nabohjælp", "fik brochuren om Nabohjælp")
ADVICE = FollowUp("raadgivning", "Rådgivning om sikring", "blev tilbudt rådgivning om sikring af boligen")
CHARGED = FollowUp("sigtet", "Sigtelse inden for et år", "er der rejst sigtelse i inden for et år", DAYS_FOLLOWED)

"""Where the numbers come from: the same words in the footer of every page, picture and file."""

from data.periods import danish_date
from data.release import Release

DEMO = "Demodata: syntetiske hændelser"
HATCHED = "Foreløbige tal er skraveret"
SOURCES = "Kilde: politiets udtræk · Danmarks Statistik"


def provenance(release: Release) -> tuple[str, ...]:
    """Return the facts of a page's footer, in order."""
    return (
        f"Data til og med {danish_date(release.data_until)}",
        f"Udtræk af {danish_date(release.extracted)}",
        f"Udgave #{release.id}",
        HATCHED,
        SOURCES,
    )


def slide_provenance(release: Release) -> str:
    """Return what stands below a slide: the data's last day and the release, in one line."""
    return f"Data til og med {danish_date(release.data_until)} · udgave #{release.id}"


def file_lines(release: Release) -> tuple[str, ...]:
    """Return the lines that stand above the numbers of every exported file."""
    lines = (
        f"Data til og med {danish_date(release.data_until)}, udtræk af {danish_date(release.extracted)}, "
        f"udgave #{release.id}",
    )
    return (DEMO, *lines) if release.demo else lines

"""A wholly new area, from extract to page: run in a process of its own, whose catalogue has one entry more.

Prints as JSON what came out of each place that shows areas.
"""

import io
import json
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

from streamlit.testing.v1 import AppTest

from data.catalogue import AREAS, CATEGORIES, Area, Category, Denominator, Noun

if TYPE_CHECKING:
    from analysis.packs.content import Section

NOUN = Noun("en", "anmeldelse af løse hunde", "anmeldelser af løse hunde", "anmeldelserne af løse hunde")
AREA = Area(
    "loese_hunde",
    "Løse hunde",
    "Løse hunde",
    "loese-hunde",
    "anmeldelserne af løse hunde",
    NOUN,
    headline=("loes_hund",),
    denominator=Denominator.INHABITANTS,
    per=1000,
    plan=False,
    caveat="Tallet er anmeldelser.",
)
CHOSEN, PERIOD = "217", "2025K4"
OTHER = "157"


def main(folder: Path) -> None:
    CATEGORIES["loes_hund"] = Category("loes_hund", "Løse hunde", NOUN)
    AREAS[AREA.code] = AREA
    print(json.dumps(shown(folder), ensure_ascii=False))


def shown(folder: Path) -> dict[str, object]:
    # Not before the catalogue has its new entry: what is made from it when it is imported must have it as well.
    from analysis.choice import read_address
    from analysis.local_areas import chosen_areas
    from analysis.meetings import parse_meeting
    from analysis.packs.build import build_pack, subject_of
    from analysis.presentation import deck
    from analysis.situation import main as situation_main
    from data.home import home
    from data.load import load
    from data.local_areas import own_file
    from data.publish import publish
    from data.register.themes import THEMES
    from data.release import open_release
    from tests.data.load.extracts import row, write
    from tests.pages.seen import html, opened

    own_file().parent.mkdir(parents=True)
    own_file().write_text(f'{CHOSEN} = ["{AREA.code}"]', encoding="utf-8")
    days = [f"{1 + at:02d}-{month}-2025 10:00" for month in ("10", "11", "12") for at in range(4)]
    rows = [row(at, kategori="loes_hund", anmeldt=day, kommunekode=CHOSEN) for at, day in enumerate(days)]
    loaded = load([write(folder, rows)])
    publish()
    told = io.StringIO()
    with redirect_stdout(told):
        situation_main(["--area", AREA.code, "--municipality", CHOSEN, "--period", PERIOD, "--json"])
    release = open_release()
    subject = subject_of(parse_meeting("2026K1"), CHOSEN)
    pack, elsewhere = build_pack(release, subject), build_pack(release, subject_of(subject.meeting, OTHER))
    slides = [make() for make in deck(read_address({"kommune": CHOSEN, "periode": PERIOD}, release)[0])]
    page = AppTest.from_function(page_app, default_timeout=60).run()
    return {
        "home": str(home()),
        "refused": loaded.refused,
        "situation": json.loads(told.getvalue()),
        "chosen": {place: [area.code for area in chosen_areas(release, place)] for place in (CHOSEN, OTHER)},
        "tile": "12" in html(opened(kommune=CHOSEN, periode=PERIOD)).split("<h2>Løse hunde</h2>")[-1][:60],
        "tile elsewhere": "Løse hunde" in html(opened(kommune=OTHER, periode=PERIOD)),
        "menu": [text.value for text in page.text],
        "page": html(page),
        "failed": [str(each.value) for each in page.exception],
        "sections": [section.key for section in pack.sections],
        "sections elsewhere": [section.key for section in elsewhere.sections],
        "tables": {each.key: rows_of(each) for each in pack.sections if each.key == "overblik"},
        "slides": [f"{slide.about}: {slide.message}" for slide in slides],
        "tiles": [tile.question.area for slide in slides for tile in slide.tiles],
        "plan": {area.code: plan_page(area.code) for area in AREAS.values() if area.plan},
        "theme": AREA.code in THEMES,
    }


def rows_of(section: "Section") -> list[str]:
    """Return the first cell of each row of a section's table."""
    return [str(row[0]) for row in section.content.table.rows] if section.content else []


def plan_page(code: str) -> tuple[list[str], str]:
    """Return what failed on the page of one of the plan's areas, and the page."""
    from tests.pages.seen import html

    page = AppTest.from_function(plan_app, default_timeout=60, kwargs={"code": code}).run()
    return [str(each.value) for each in page.exception], html(page)


def plan_app(code: str) -> None:
    from analysis.choice import read_address
    from data.catalogue import AREAS
    from data.release import open_release
    from pages.views.area import focus_area
    from tests.pages.new_area import CHOSEN, PERIOD

    choice, _ = read_address({"kommune": CHOSEN, "periode": PERIOD}, open_release())
    focus_area(AREAS[code], choice)


def page_app() -> None:
    """Show the new area's page, and write where it is in the menu."""
    import streamlit as st

    from analysis.choice import read_address
    from data.release import open_release
    from pages import sections
    from pages.views.area import focus_area
    from tests.pages.new_area import AREA, CHOSEN, OTHER, PERIOD

    for place in (CHOSEN, OTHER):
        choice, _ = read_address({"kommune": place, "periode": PERIOD}, open_release())
        for pages in sections(choice).values():
            found = [page for page in pages if page.url_path == AREA.path]
            for page in found:
                st.text(f"{place} {page.title} {page.visibility}")
        if place == CHOSEN:
            focus_area(AREA, choice)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

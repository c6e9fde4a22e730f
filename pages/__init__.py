"""Which pages there are.

This is the only module directly in `pages/`: until a session has called `st.navigation`, Streamlit runs every
`pages/*.py` as a page of its own, without frame, choices or room.
"""

from collections.abc import Callable

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from analysis.accessibility import PATH as ACCESSIBILITY
from analysis.accessibility import TITLE as ACCESSIBILITY_TITLE
from analysis.choice import Choice
from analysis.local_areas import chosen_areas
from analysis.plan import PLAN_NAME
from data.audit.entry import Event
from data.catalogue import AREAS, Area
from data.room import Room, room
from pages.access.log_reader import may_read_log
from pages.access.rights import may_open
from pages.access.visitor import visitor
from pages.views.about import about
from pages.views.accessibility import accessibility_view
from pages.views.area import focus_area
from pages.views.comparison import comparison_view
from pages.views.explore import PAGE as EXPLORE
from pages.views.explore import PATH as EXPLORE_PATH
from pages.views.explore import explore_view
from pages.views.first_release import first_release
from pages.views.guarantees import guarantees_view
from pages.views.handed_packs import PATH as HANDED_PACKS_PATH
from pages.views.handed_packs import TITLE as HANDED_PACKS
from pages.views.handed_packs import handed_packs_view
from pages.views.initiatives import initiatives_view
from pages.views.local_areas import local_areas_view
from pages.views.log import log_view
from pages.views.meetings import meetings_view
from pages.views.near_repeats import near_repeats_view
from pages.views.network import network_view
from pages.views.no_access import TITLE as NO_ACCESS
from pages.views.no_access import no_access
from pages.views.other_crime import other_crime_view
from pages.views.overview import overview
from pages.views.packs import packs_view
from pages.views.plan import plan_view
from pages.views.presentation import PATH as PRESENTATION
from pages.views.presentation import presentation_view
from pages.views.quality import quality_view
from pages.views.questions import questions_view
from pages.views.register import register_view
from pages.views.safety import safety_view
from pages.views.signals import signals_view
from pages.views.talk_sheet import PAGE as TALK_SHEET
from pages.views.talk_sheet import PATH as TALK_SHEET_PATH
from pages.views.talk_sheet import talk_sheet_view
from pages.widgets.frame import brand
from pages.widgets.noted import START

NO_SECTION = ""
MORE = "Mere"
ANALYST = "Analytiker"
LOG, LOG_PATH = "Log", "log"

# By address; in the council's room each of these addresses says no.
ANALYST_VIEWS: dict[str, tuple[str, Callable[[Choice], None]]] = {
    "moeder": ("Møder", meetings_view),
    "ret-registeret": ("Ret registeret", register_view),
    "moedepakke": ("Mødepakke", packs_view),
    "spoergsmaal": ("Spørgsmål", questions_view),
    "signaler": ("Signaler", signals_view),
    EXPLORE_PATH: (EXPLORE, explore_view),
    "naergentagelser": ("Nærgentagelser og tætheder", near_repeats_view),
    "datakvalitet": ("Udtræk og datakvalitet", quality_view),
}


def navigation(choice: Choice | None) -> StreamlitPage:
    """Return the page that the reader asked for; the overview answers at `/` alone.

    Without a choice nothing has been published yet, and there is one page that says so.
    """
    if choice is None:
        return st.navigation([_page("Kom i gang", "kom-i-gang", first_release, default=True)], position="hidden")
    found = sections(choice)
    home = found[NO_SECTION][0]
    page = st.navigation(found | {NO_SECTION: found[NO_SECTION] + refusals()}, position="top")
    brand(home)
    return page


def event_of(page: StreamlitPage) -> Event:
    """Return what it is to be shown this page."""
    if page.title == NO_ACCESS:
        return Event.REFUSED
    return Event.PRESENTED if page.url_path == PRESENTATION else Event.SAW


def sections(choice: Choice) -> dict[str, list[StreamlitPage]]:
    """Return the pages of the menu by section; the analysts' are there in their room alone."""
    planned = [area for area in AREAS.values() if area.plan]
    choosable = [area for area in AREAS.values() if not area.plan]
    chosen = chosen_areas(choice.release, choice.municipality)
    found = {
        NO_SECTION: [
            _page("Overblik", "overblik", lambda: overview(choice), default=True),
            *(_area_page(area, choice) for area in planned),
            _page("Sammenligning", "sammenligning", lambda: comparison_view(choice)),
        ],
        MORE: [
            _page("Politigarantier", "politigarantier", lambda: guarantees_view(choice)),
            _page("Lokale indsatsområder", "lokale-indsatsomraader", lambda: local_areas_view(choice)),
            *(_area_page(area, choice, in_menu=area in chosen) for area in choosable),
            *_handed_packs(choice),
            _page(TALK_SHEET, TALK_SHEET_PATH, lambda: talk_sheet_view(choice)),
            _page("Indsatser", "indsatser", lambda: initiatives_view(choice)),
            _page("Trafiknetværk", "trafiknetvaerk", lambda: network_view(choice)),
            _page("Tryghed og henvendelser", "tryghed", lambda: safety_view(choice)),
            _page("Kriminalitet i øvrigt", "kriminalitet-i-oevrigt", lambda: other_crime_view(choice)),
            _page(PLAN_NAME, "samarbejdsplan", lambda: plan_view(choice)),
            _page("Præsentation", PRESENTATION, lambda: presentation_view(choice)),
            _page("Om tallene", "om-tallene", lambda: about(choice)),
            _page(ACCESSIBILITY_TITLE, ACCESSIBILITY, accessibility_view),
        ],
    }
    if room() is Room.ANALYSTS:
        found[ANALYST] = [_analyst_page(path, choice) for path in ANALYST_VIEWS if may_open(path, visitor())]
        if may_read_log():
            found[ANALYST].append(_page(LOG, LOG_PATH, lambda: log_view(_titles(found))))
    return found


def _titles(found: dict[str, list[StreamlitPage]]) -> dict[str, str]:
    return {page.url_path or START: page.title for pages in found.values() for page in pages}


def refusals() -> list[StreamlitPage]:
    """Return a clear no at the address of every page that is not this visitor's; none is in the menu."""
    council = room() is Room.COUNCIL
    analysts = [path for path in ANALYST_VIEWS if council or not may_open(path, visitor())]
    management = [] if room() is Room.ANALYSTS and may_read_log() else [LOG_PATH]
    return [_page(NO_ACCESS, path, no_access, in_menu=False) for path in (*analysts, *management)]


def _handed_packs(choice: Choice) -> list[StreamlitPage]:
    """Return, in the council's room, the page of the packs that were handed over to it."""
    if room() is Room.ANALYSTS:
        return []
    return [_page(HANDED_PACKS, HANDED_PACKS_PATH, lambda: handed_packs_view(choice))]


def _analyst_page(path: str, choice: Choice) -> StreamlitPage:
    title, view = ANALYST_VIEWS[path]
    return _page(title, path, lambda: view(choice))


def _area_page(area: Area, choice: Choice, *, in_menu: bool = True) -> StreamlitPage:
    return _page(area.menu, area.path, lambda: focus_area(area, choice), in_menu=in_menu)


def _page(
    title: str, path: str, view: Callable[[], None], *, default: bool = False, in_menu: bool = True
) -> StreamlitPage:
    """Return a page; one that is not in the menu still answers to its address, so that no link dies with a choice."""
    return st.Page(view, title=title, url_path=path, default=default, visibility="visible" if in_menu else "hidden")

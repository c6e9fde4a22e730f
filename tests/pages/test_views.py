"""Every view, in every state that a choice can bring about: it shows, in Danish, and says what is missing and why."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from data.catalogue import AREAS
from tests.harness.words import english_words_in
from tests.pages.conftest import PublishedHome
from tests.pages.places import GENTOFTE, HELSINGOER
from tests.pages.seen import html, messages

VIEWS = ("overblik", "sammenligning", "kriminalitet", "om", "kvalitet", "garantier", "trafiknet", *AREAS)
STATES = {
    "a closed quarter": (HELSINGOER, "2025K4"),
    "a quarter with nothing in it": (GENTOFTE, "2025K4"),
    "the open quarter": ("kreds", "2026K1"),
    "a whole year": (HELSINGOER, "2025"),
    "the first quarter": ("kreds", "2021K1"),
}
TAG = re.compile(r"<script>.*?</script>|<[^>]+>", re.DOTALL)


def view_app(view: str, municipality: str, period: str, compare: str = "sidste_aar") -> None:
    """Show one view."""
    from analysis.choice import Choice, Compare
    from data.catalogue import AREAS
    from data.periods import parse_period
    from data.release import open_release
    from pages.views.about import about
    from pages.views.area import focus_area
    from pages.views.comparison import comparison_view
    from pages.views.guarantees import guarantees_view
    from pages.views.network import network_view
    from pages.views.other_crime import other_crime_view
    from pages.views.overview import overview
    from pages.views.quality import quality_view

    choice = Choice(open_release(), municipality, parse_period(period), Compare(compare))
    views = {
        "overblik": overview,
        "sammenligning": comparison_view,
        "kriminalitet": other_crime_view,
        "om": about,
        "kvalitet": quality_view,
        "garantier": guarantees_view,
        "trafiknet": network_view,
    }
    if view in views:
        views[view](choice)
    else:
        focus_area(AREAS[view], choice)


def seen(view: str, municipality: str, period: str, compare: str = "sidste_aar") -> AppTest:
    return AppTest.from_function(view_app, args=(view, municipality, period, compare), default_timeout=60).run()


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_every_view_shows_every_state_in_danish(view: str, state: tuple[str, str]) -> None:
    app = seen(view, *state)
    assert not app.exception
    assert messages(app) == []
    assert html(app).count("<h1") == 1
    # "nat" is night here, not a time that is none
    assert [word for word in english_words_in(TAG.sub(" ", html(app))) if word != "nat"] == []


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("view", ["overblik", "sammenligning", *AREAS])
def test_every_figure_has_words_a_table_a_reading_and_its_numbers_as_a_file(view: str) -> None:
    app = seen(view, HELSINGOER, "2025K4")
    charts = [chart.proto for chart in app.get("plotly_chart")]
    assert charts
    assert all(chart.alt for chart in charts)
    twins = [expander.label for expander in app.expander]
    assert twins.count("Vis som tabel") == twins.count("Sådan læses figuren") >= len(charts)
    assert len(app.get("download_button")) >= len(charts)


@pytest.mark.usefixtures("home")
def test_charts_ask_for_nothing_and_hide_nothing_behind_the_mouse() -> None:
    for chart in seen("sammenligning", HELSINGOER, "2025K4").get("plotly_chart"):
        assert '"displayModeBar": false' in chart.proto.config
        assert '"type":"scatter"' in chart.proto.spec and "choropleth" not in chart.proto.spec


@pytest.mark.usefixtures("home")
def test_a_tile_has_number_unit_comparison_and_rate() -> None:
    text = html(seen("overblik", HELSINGOER, "2025K4"))
    assert "indbrud i 4.\N{NO-BREAK SPACE}kvartal 2025" in text
    assert "i samme kvartal året før" in text
    assert "pr. 1.000 husstande (usikkerhed" in text


@pytest.mark.usefixtures("home")
def test_the_comparison_that_was_chosen_is_the_one_that_is_shown() -> None:
    assert "i gennemsnit i samme kvartal de 3 år før" in html(seen("indbrud", HELSINGOER, "2025K4", "tre_aar"))


@pytest.mark.usefixtures("home")
def test_zero_is_zero_and_not_missing() -> None:
    text = html(seen("indbrud", GENTOFTE, "2025K4"))
    assert "Ingen indbrud i Gentofte." in text


@pytest.mark.usefixtures("home")
def test_what_is_shown_by_year_only_says_so() -> None:
    text = html(seen("naere_relationer", HELSINGOER, "2025K4"))
    assert "Tallet vises kun for hele, afsluttede år" in text


@pytest.mark.usefixtures("home")
def test_an_area_page_has_extent_development_and_character() -> None:
    text = html(seen("indbrud", HELSINGOER, "2025K4"))
    for heading in ("Omfang", "Udvikling: indbrud i privat beboelse", "Karakter"):
        assert heading in text


def test_the_quality_page_shows_what_was_delivered_and_both_reconciliations(home: PublishedHome) -> None:
    text = html(seen("kvalitet", "kreds", "2025K4"))
    assert home.current
    for table in (
        "Indlæste filer",
        "Leverede måneder",
        "Kommunerne og uoplyst mod hele kredsen",
        "mod Danmarks Statistik",
    ):
        assert table in text

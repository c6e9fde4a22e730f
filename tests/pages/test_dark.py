"""The dark theme: the page's, Streamlit's and the figures' colours are the same ones, and paper is always light."""

import re
import tomllib
from pathlib import Path

import plotly.graph_objects as go

from analysis import palette
from analysis.palette import DARK
from pages.widgets.dark_figures import dark_figures

ROOT = Path(__file__).resolve().parents[2]
COLOUR = re.compile(r"#[0-9a-f]{6}\b")


def variables(name: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#\w+);", (ROOT / "pages" / "look" / name).read_text(encoding="utf-8")))


def test_every_colour_of_the_page_has_a_dark_twin() -> None:
    assert variables("style.css").keys() == variables("dark.css").keys()


def test_streamlits_themes_have_the_colours_of_the_page() -> None:
    themes = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    for theme, file in (("light", "style.css"), ("dark", "dark.css")):
        page = variables(file)
        assert themes[theme] == {
            "primaryColor": page["blue"],
            "linkColor": page["blue"],
            "backgroundColor": page["page"],
            "secondaryBackgroundColor": page["card"],
            "textColor": page["ink"],
            "borderColor": page["frame"],
        }


def test_no_rule_outside_the_variables_names_a_colour_of_its_own() -> None:
    for name in ("style.css", "presentation.css"):
        text = (ROOT / "pages" / "look" / name).read_text(encoding="utf-8")
        assert re.findall(r"(?<!--)(?:color|background|border[\w-]*):[^;]*#[0-9a-f]{3,6}\b", text) == []


def test_every_colour_a_figure_may_have_has_a_dark_twin() -> None:
    values = [value for name, value in vars(palette).items() if name.isupper() and name != "DARK"]
    every = [each for value in values for each in (value if isinstance(value, tuple) else (value,))]
    colours = {each for each in every if isinstance(each, str) and COLOUR.fullmatch(each)}
    assert colours == set(DARK)


def test_the_modules_that_draw_have_no_colour_but_the_palettes() -> None:
    drawing = [file for file in (ROOT / "analysis").glob("*.py") if "plotly" in file.read_text(encoding="utf-8")]
    drawing.remove(ROOT / "analysis" / "palette.py")
    used = {each for file in drawing for each in COLOUR.findall(file.read_text(encoding="utf-8"))}
    assert used <= set(DARK)


def test_the_rules_answer_the_colours_as_they_are_drawn() -> None:
    assert isinstance(palette.TEMPLATE, go.layout.Template)
    rules = dark_figures()
    assert rules.startswith("@media screen and (prefers-color-scheme: dark)")
    assert '[style*="stroke: rgb(11, 79, 138)"]{stroke:#86bbea!important}' in rules
    assert rules.count("!important") == 2 * len(DARK)

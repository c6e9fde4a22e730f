"""Markdown that shows what is written, as Streamlit's own reader would."""

import pytest

from pages.widgets.literal import literally


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Læser udtræk 2026.csv …", "Læser udtræk 2026.csv …"),
        ("[k](http://e.dk)", r"\[k\]\(http\://e.dk\)"),
        ("![b](x) **f** `k`", r"\!\[b\]\(x\) \*\*f\*\* \`k\`"),
        (r":red[r] $x$ \a", r"\:red\[r\] \$x\$ \\a"),
        ("<b>&lt;", r"\<b\>\&lt;"),
    ],
)
def test_what_means_something_is_written_out(text: str, markdown: str) -> None:
    assert literally(text) == markdown

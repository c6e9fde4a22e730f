"""The figures' colours on a dark page: style rules that show each colour of a drawn figure as its dark twin.

The server does not know a reader's system and draws each figure once, for all; the browser knows.
"""

from collections.abc import Iterator

from analysis.palette import DARK


def dark_figures() -> str:
    """Return the rules; a sheet of paper and a light system keep the colours that were drawn."""
    return f"@media screen and (prefers-color-scheme: dark) {{{''.join(_rules())}}}"


def _rules() -> Iterator[str]:
    for light, dark in DARK.items():
        for role in ("fill", "stroke"):
            # Plotly writes a colour into each element, so only an important rule can answer it.
            yield f'.js-plotly-plot [style*="{role}: {_drawn(light)}"]{{{role}:{dark}!important}}'


def _drawn(colour: str) -> str:
    """Return a colour as Plotly writes it into a drawing: `rgb(11, 79, 138)`."""
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"

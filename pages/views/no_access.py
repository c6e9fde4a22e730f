"""A link to an analysts' page, followed in the council's room: a clear no."""

from pages.widgets.text import heading

TITLE = "Ingen adgang"


def no_access() -> None:
    heading(
        "Siden er for politiets analytikere",
        "Linket fører til en side med interne tal eller analytikernes egne noter. Her vises kun det, der er udgivet "
        "for kredsrådet. Vælg en anden side i menuen, eller bed politiets analytiker om det, du mangler.",
    )

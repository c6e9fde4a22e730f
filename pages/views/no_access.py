"""A link to a page that is not the visitor's: a clear no."""

from data.room import Room, room
from pages.widgets.text import heading

TITLE = "Ingen adgang"
WHY = {
    Room.COUNCIL: (
        "Siden er for politiets analytikere",
        "Linket fører til en side med interne tal eller analytikernes egne noter. Her vises kun det, der er udgivet "
        "for kredsrådet. Vælg en anden side i menuen, eller bed politiets analytiker om det, du mangler.",
    ),
    Room.ANALYSTS: (
        "Siden er for en anden rolle end din",
        "Analytikerne retter registeret; ledelsen læser loggen over, hvem der så hvad. Vælg en anden side i menuen.",
    ),
}


def no_access() -> None:
    heading(*WHY[room()])

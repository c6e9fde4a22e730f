"""What stands below a picture."""

import plotly.graph_objects as go
from markupsafe import Markup

from analysis.pictures import Picture
from analysis.tables import Table
from pages.widgets.picture import notes_below

TABLE = Table("Titel", (), (), "kilde")


def test_notes_are_numbered_only_below_a_drawing_that_has_the_numbers_in_it() -> None:
    drawn = Picture(go.Figure(), TABLE, "alt", "læsning", ("Et brud <b>",))
    written = Picture(Markup("<p>Søjler</p>"), TABLE, "alt", "læsning", ("Usikkerheden er ukendt",))
    assert notes_below(drawn) == '<ol class="kb-notes"><li>Et brud &lt;b&gt;</li></ol>'
    assert notes_below(written) == '<p class="kb-note">Usikkerheden er ukendt</p>'

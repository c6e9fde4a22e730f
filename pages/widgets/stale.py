"""A banner where the newest numbers are older than the ones the meeting looks at."""

from markupsafe import Markup

from analysis.stale import stale_note
from data.home import today
from data.release import Release
from data.releases import current_release_id
from pages.widgets.text import show_html


def stale_banner(release: Release) -> None:
    """Show that newer numbers are missing, if they are; what an older release lacks may well be in the current one."""
    if release.id == current_release_id() and (note := stale_note(release, today())):
        show_html(Markup('<p class="kb-stale" role="status">{}</p>').format(note))

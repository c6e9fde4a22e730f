"""What the server is made of besides Streamlit: a guard before it, our style in its page, a door for the watchman."""

import sys
from typing import Any

from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from data.audit.retention import months_kept
from data.errors import REFUSED, UserError
from data.uploads import clear_left_uploads
from pages.access.files_given import note_who_is_given_files
from pages.access.sign_in import require_sign_in
from pages.server.guard import guarded
from pages.server.health import PATH, health
from pages.server.log import keep_values_out_of_the_log, leave_out_what_is_mistaken
from pages.server.script_path import keep_the_scripts_folder_here
from pages.server.shell import dressed
from pages.widgets.errors import UNEXPECTED, message


def parts() -> dict[str, Any]:
    """Return what `st.App` is made with, and set up what holds for the whole process.

    Until some session has called `st.navigation`, Streamlit takes the files of `pages/` for its pages, and tells the
    first visitor who follows a link that there is no such page. The process ends here when it may not serve.
    """
    try:
        require_sign_in()
        months_kept()
    except UserError as error:
        print(error, file=sys.stderr)
        sys.exit(REFUSED)
    note_who_is_given_files()
    PagesManager.uses_pages_directory = False
    keep_values_out_of_the_log()
    leave_out_what_is_mistaken()
    keep_the_scripts_folder_here()
    clear_left_uploads()
    return {
        "routes": [Route(PATH, health)],
        "middleware": [Middleware(guarded), Middleware(dressed)],
        "on_script_error": shown_in_danish,
    }


def shown_in_danish(_: Exception) -> bool:
    """Show an error that no view has caught like any other, in place of Streamlit's box; it is logged already."""
    message(UNEXPECTED)
    return True

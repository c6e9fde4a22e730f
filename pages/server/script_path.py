"""Streamlit tells every browser in which folder of the machine its script lies; the script's name is enough."""

from functools import wraps
from pathlib import Path
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession


def keep_the_scripts_folder_here() -> None:
    """Let the message that begins a session name the script without its folder."""
    made = AppSession._create_new_session_message
    if hasattr(made, "__wrapped__"):
        return

    @wraps(made)
    def without_folder(session: AppSession, *asked: Any, **named: Any) -> ForwardMsg:
        message = made(session, *asked, **named)
        message.new_session.main_script_path = Path(message.new_session.main_script_path).name
        return message

    AppSession._create_new_session_message = without_folder  # type: ignore[assignment, method-assign]

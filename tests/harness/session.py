"""A session as a program opens one: over Streamlit's websocket, with a cookie of one's own, and without a browser."""

import http.client
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_app_utils import generate_xsrf_token_string
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.harness.server import HOST, Server

PATIENCE_SECONDS = 60


@dataclass
class Shown:
    """What a run of the script has sent: the texts of our own, the pages by address, buttons and fields by label."""

    session: str = ""
    html: str = ""
    pages: dict[str, str] = field(default_factory=dict)
    menu: set[str] = field(default_factory=set)
    buttons: set[str] = field(default_factory=set)
    uploaders: int = 0
    fields: set[str] = field(default_factory=set)
    files: dict[str, str] = field(default_factory=dict)


@dataclass
class Session:
    """An open session."""

    connection: ClientConnection
    session: str = ""

    def look(self, page: str = "", choice: Mapping[str, str] | None = None) -> Shown:
        """Return what is shown at this address."""
        wish = BackMsg()
        wish.rerun_script.page_name = page
        wish.rerun_script.query_string = urlencode(choice or {})
        self.send(wish)
        shown = Shown(self.session)
        while not _is_last(answer := self.answer()):
            _take(answer, shown)
        self.session = shown.session
        return shown

    def file(self, name: str) -> str:
        """Ask for a file that is made when it is asked for; return its address, or what is said instead."""
        wish = BackMsg()
        wish.backend_operation_request.request_id = "file"
        wish.backend_operation_request.session_id = self.session
        wish.backend_operation_request.deferred_file.file_id = name
        self.send(wish)
        while (answer := self.answer()).WhichOneof("type") != "backend_operation_response":
            pass
        told = answer.backend_operation_response
        return told.deferred_file.url or told.error_msg

    def send(self, wish: BackMsg) -> None:
        self.connection.send(wish.SerializeToString())

    def answer(self) -> ForwardMsg:
        return ForwardMsg.FromString(  # type: ignore[no-any-return]
            self.connection.recv(timeout=PATIENCE_SECONDS, decode=False)
        )


@contextmanager
def session(server: Server, cookie: str = "", origin: str | None = None, existing: str = "") -> Iterator[Session]:
    """Open a session with the cookie; `existing`: the id of a session that is to be taken over."""
    token = generate_xsrf_token_string()
    cookies = "; ".join(filter(None, (f"_streamlit_xsrf={token}", cookie and f"_streamlit_user={cookie}")))
    words = [Subprotocol(word) for word in ("streamlit", token, existing) if word]
    with connect(
        f"ws://{HOST}:{server.port}/_stcore/stream",
        subprotocols=words,
        additional_headers={"Cookie": cookies},
        origin=Origin(origin or server.url),
        max_size=None,
        compression=None,
    ) as connection:
        yield Session(connection)


def status_of(server: Server, path: str, cookie: str = "", method: str = "GET") -> int:
    """Return what is answered at this path to somebody with this cookie."""
    with closing(http.client.HTTPConnection(HOST, server.port, timeout=PATIENCE_SECONDS)) as connection:
        connection.request(method, path, headers={"Cookie": f"_streamlit_user={cookie}"} if cookie else {})
        return connection.getresponse().status


def _is_last(answer: ForwardMsg) -> bool:
    return (
        answer.WhichOneof("type") == "script_finished" and answer.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
    )


def _take(answer: ForwardMsg, shown: Shown) -> None:
    kind = answer.WhichOneof("type")
    if kind == "new_session":
        shown.session = answer.new_session.initialize.session_id or shown.session
        shown.html, shown.files, shown.buttons, shown.fields = "", {}, set(), set()
    if kind == "navigation":
        shown.pages = {each.url_pathname: each.page_name for each in answer.navigation.app_pages}
        shown.menu = {each.url_pathname for each in answer.navigation.app_pages if not each.is_hidden}
    if kind == "delta":
        element = answer.delta.new_element
        shown.html += element.html.body
        shown.uploaders += element.HasField("file_uploader")
        shown.fields |= {each.label for each in (element.text_input, element.text_area) if each.label}
        if element.HasField("button"):
            shown.buttons.add(element.button.label)
        if element.HasField("download_button"):
            shown.files[element.download_button.label] = element.download_button.deferred_file_id

"""The log says where and what kind, never a value."""

import logging
from collections.abc import Iterator

import duckdb
import pytest

from pages.server.log import _is_no_mistake, keep_values_out_of_the_log, leave_out_what_is_mistaken

VALUE = "010203-1234"


@pytest.fixture(autouse=True)
def _guarded() -> Iterator[None]:
    before = logging.getLogRecordFactory()
    keep_values_out_of_the_log()
    keep_values_out_of_the_log()  # the server may be made twice in a process
    yield
    logging.setLogRecordFactory(before)


def fail() -> None:
    try:
        duckdb.execute(f"SELECT CAST('{VALUE}' AS INTEGER)").fetchall()
    except duckdb.Error as error:
        raise RuntimeError(f"row {VALUE}") from error


def test_a_logged_error_is_its_lines_and_kinds(caplog: pytest.LogCaptureFixture) -> None:
    try:
        fail()
    except RuntimeError as error:
        logging.getLogger("streamlit").error("Uncaught app execution", exc_info=error)
        logging.getLogger("anything").exception("A page failed")
    assert VALUE not in caplog.text
    for told in ("builtins.RuntimeError", "ConversionException", "test_log.py", "in fail", "A page failed"):
        assert told in caplog.text


def test_who_is_turned_away_is_no_fault_of_the_servers(caplog: pytest.LogCaptureFixture) -> None:
    uvicorn = logging.getLogger("uvicorn.error")
    leave_out_what_is_mistaken()
    try:
        uvicorn.error("ASGI callable returned without completing handshake.")
        uvicorn.error("Exception in ASGI application")
    finally:
        uvicorn.removeFilter(_is_no_mistake)
    assert [record.msg for record in caplog.records] == ["Exception in ASGI application"]

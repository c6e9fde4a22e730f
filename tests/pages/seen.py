"""What a reader sees of a page under test."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

APP = Path(__file__).resolve().parents[2] / "app.py"
SECONDS = 60  # a busy machine


def opened(**address: str) -> AppTest:
    """Return the dashboard, opened at this address."""
    app = AppTest.from_file(APP, default_timeout=SECONDS)
    for key, value in address.items():
        app.query_params[key] = value
    return app.run()


def html(app: AppTest) -> str:
    """Return all HTML of our own on the page."""
    return "\n".join(element.proto.body for element in app.get("html"))


def messages(app: AppTest) -> list[str]:
    """Return what the page tells the reader of something that went wrong."""
    return [element.proto.body for element in app.get("html") if 'class="kb-message"' in element.proto.body]

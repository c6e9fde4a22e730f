"""Whether visitors sign in: nobody at the machine itself, everybody where others are served, and nothing in between."""

from pathlib import Path

import pytest
from streamlit import config
from streamlit.runtime.secrets import secrets_singleton

from data.errors import UserError
from data.signed_out import sign_outs_path
from pages.access.role import Role, Visitor
from pages.access.sign_in import require_sign_in, secure_only, signing_in
from pages.access.visitor import visitor
from tests.harness.sign_in import AUTH

WRONG = {
    "client_secret": (None, "mangler client_secret"),
    "client_id": ("", "mangler client_id"),
    "server_metadata_url": (7, "mangler server_metadata_url"),
    "cookie_secret": ("x" * 31, "for kort"),
    "redirect_uri": ("https://et-andet-navn.dk/oauth2callback", "redirect_uri"),
    "redirect_uri ": ("http://127.0.0.1:8501/", "redirect_uri"),
    "redirect_uri  ": ("https://[/oauth2callback", "redirect_uri"),
}


@pytest.fixture(autouse=True)
def nothing_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrets_singleton, "_secrets", {})
    monkeypatch.delenv("KREDSBLIK_HOSTS", raising=False)


@pytest.mark.parametrize(
    ("room", "who"),
    [("analyse", Visitor("lokal", Role.ANALYST, None)), ("kredsraad", Visitor("lokal", Role.MUNICIPALITY, None))],
)
def test_at_the_machine_itself_nobody_signs_in(room: str, who: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_ROOM", room)
    require_sign_in()
    assert not signing_in()
    assert visitor() == who


def test_who_answers_to_a_name_is_served_with_sign_in_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_HOSTS", "kredsblik.example.dk")
    assert signing_in()
    with pytest.raises(UserError, match="intet login"):
        require_sign_in()


@pytest.mark.parametrize("address", ["0.0.0.0", "10.0.0.7", "::", "", None])
def test_who_listens_to_other_machines_is_served_with_sign_in_alone(address: str | None) -> None:
    before = config.get_option("server.address")
    config.set_option("server.address", address)
    try:
        assert signing_in()
        with pytest.raises(UserError, match="intet login"):
            require_sign_in()
    finally:
        config.set_option("server.address", before)


@pytest.mark.usefixtures("signing_in")
def test_what_it_takes_is_there_and_somebody_who_has_not_signed_in_is_nobody() -> None:
    sign_outs_path().unlink()
    require_sign_in()
    assert sign_outs_path().is_file()
    assert not secure_only()
    with pytest.raises(UserError, match="Log ind"):
        visitor()


@pytest.mark.usefixtures("signing_in")
@pytest.mark.parametrize(("key", "told"), WRONG.items())
def test_what_is_missing_stops_the_server(key: str, told: tuple[object, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrets_singleton, "_secrets", {"auth": AUTH | {key.strip(): told[0]}})
    with pytest.raises(UserError, match=told[1]):
        require_sign_in()


@pytest.mark.usefixtures("signing_in")
def test_nobody_is_believed_by_a_header() -> None:
    config.set_option("server.trustedUserHeaders", {"X-User": "sub"})
    try:
        with pytest.raises(UserError, match="trustedUserHeaders"):
            require_sign_in()
    finally:
        config.set_option("server.trustedUserHeaders", {})


def test_a_role_file_that_is_damaged_stops_the_server(signing_in: Path) -> None:
    signing_in.write_text("felt =")
    with pytest.raises(UserError, match="Ingen lukkes ind"):
        require_sign_in()


def test_settings_that_cannot_be_read_stop_the_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secrets.toml").write_text("[auth")
    before = config.get_option("secrets.files")
    config.set_option("secrets.files", [str(tmp_path / "secrets.toml")])
    monkeypatch.setattr(secrets_singleton, "_secrets", None)
    try:
        with pytest.raises(UserError, match="kan ikke læses som TOML"):
            require_sign_in()
    finally:
        config.set_option("secrets.files", before)


@pytest.mark.usefixtures("signing_in")
def test_by_tls_no_cookie_goes_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_HOSTS", "kredsblik.example.dk")
    own = AUTH | {"redirect_uri": "https://kredsblik.example.dk/oauth2callback"}
    monkeypatch.setattr(secrets_singleton, "_secrets", {"auth": own})
    require_sign_in()
    assert secure_only()

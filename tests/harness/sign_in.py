"""Signing in, for tests: a provider, what a server must know of it, and the cookie that Streamlit would have made."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from tests.harness.server import HOST, free_port, is_listening

COOKIE_SECRET = "a secret of the tests, and of nobody else"
HOUR = 3600

# A process that nobody is served by: where it answers, and what it knows of a provider that nobody asks.
ORIGIN = "http://127.0.0.1:8501"
AUTH = {
    "redirect_uri": f"{ORIGIN}/oauth2callback",
    "cookie_secret": COOKIE_SECRET,
    "client_id": "kredsblik",
    "client_secret": "the provider's word for us",
    "server_metadata_url": "http://127.0.0.1:9/.well-known/openid-configuration",
}
START_SECONDS = 60

# The provider's values, and what they stand for; the people carry the values in their claim `roles`.
ROLE_FILE = """felt = "roles"
[roller]
kb-analytiker = "analytiker"
kb-ledelse = "ledelse"
kb-borgmester-217 = { rolle = "borgmester", kommune = "217" }
kb-kommune-210 = { rolle = "kommune", kommune = "210" }
kb-borgmester-157 = { rolle = "borgmester", kommune = "157" }
"""
PEOPLE: Mapping[str, tuple[str, ...]] = {
    "analytiker": ("kb-analytiker",),
    "ledelse": ("kb-ledelse",),
    "borgmester": ("kb-borgmester-217", "noget i et andet system"),
    "kommune": ("kb-kommune-210",),
    "fremmed": ("kb-borgmester", "administrator"),
    "begge": ("kb-analytiker", "kb-borgmester-217"),
}


def claims(person: str, **more: Any) -> dict[str, Any]:
    """Return what the provider says of somebody who has just signed in."""
    now = int(time.time())
    told = {"sub": person, "name": person.title(), "roles": list(PEOPLE[person]), "nonce": f"{person}-{now}"}
    return told | {"iat": now, "exp": now + HOUR} | more


def cookie_of(told: Mapping[str, Any], origin: str, secret: str = COOKIE_SECRET) -> str:
    """Return the value of the cookie that Streamlit makes when somebody has come back from the provider."""
    content = {**told, "origin": origin, "is_logged_in": True, "provider": "default"}
    return create_signed_value(secret, USER_COOKIE_NAME, json.dumps(content)).decode()


def sign_in_settings(folder: Path, origin: str, provider: str = "http://127.0.0.1:9") -> dict[str, str]:
    """Write what signing in takes, and return the environment of a server that answers at the origin."""
    login, roles = folder / "login.toml", folder / "adgang.toml"
    found = f"{provider}/.well-known/openid-configuration"
    named = AUTH | {"redirect_uri": f"{origin}/oauth2callback", "server_metadata_url": found}
    login.write_text("[auth]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in named.items()))
    roles.write_text(ROLE_FILE)
    return {"STREAMLIT_SECRETS_FILES": str(login), "KREDSBLIK_ADGANG": str(roles)}


@contextmanager
def provider(port: int | None = None) -> Iterator[str]:
    """Run a provider that knows the people above for as long as the block lasts; yield its address."""
    port = port or free_port()
    known = [
        word
        for person, values in PEOPLE.items()
        for word in ("--user-claims", json.dumps({"sub": person, "name": person.title(), "roles": values}))
    ]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "-p", str(port), *known]
    process = subprocess.Popen(command, env={**os.environ}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + START_SECONDS
        while not is_listening(port):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("The provider did not start.")
            time.sleep(0.05)  # nothing listens yet, and there is nothing to wait on until something does
        yield f"http://{HOST}:{port}"
    finally:
        process.terminate()
        process.wait()

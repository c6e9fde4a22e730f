"""Whether visitors sign in, and that what signing in takes is there before anyone is served."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from streamlit import config
from streamlit.auth_util import get_secrets_auth_section
from streamlit.runtime.secrets import secrets_singleton

from data.errors import UserError
from data.signed_out import require_sign_outs_can_be_kept
from pages.access.role_file import role_file
from pages.server.hosts import LOOPBACK, served_names

NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
CALLBACK = "/oauth2callback"
SHORTEST_SECRET = 32  # characters; half of what `openssl rand -hex 32` gives
_ONLY_HERE = LOOPBACK | {"::1"}


def signing_in() -> bool:
    """Return whether visitors sign in: a provider is named, or others than this machine are served.

    The second holds by itself, so that a server whose settings vanish while it runs lets nobody in.
    """
    return bool(get_secrets_auth_section()) or served_for_others()


def served_for_others() -> bool:
    """Return whether the process listens to other machines, or answers under a name that a proxy gives it."""
    return config.get_option("server.address") not in _ONLY_HERE or served_names() != LOOPBACK


def require_sign_in() -> None:
    """Raise UserError when others are served and cannot sign in, or what signing in takes is incomplete."""
    for path in map(Path, config.get_option("secrets.files")):
        if path.exists() and not secrets_singleton.load_if_toml_exists():
            raise UserError(f"{path} kan ikke læses som TOML. Kredsblik starter ikke, før den er rettet.")
    settings = get_secrets_auth_section()
    if not settings and not served_for_others():
        return
    if not settings:
        raise UserError(
            "Kredsblik er sat op til at svare andre end denne maskine (server.address eller KREDSBLIK_HOSTS), men der "
            "er intet login. Sæt login op som i docs/adgang.md, eller lad være med at svare andre."
        )
    _require_complete(settings)
    role_file()
    require_sign_outs_can_be_kept()


def secure_only() -> bool:
    """Return whether visitors come by TLS, so that no cookie of theirs may travel without it."""
    return str(get_secrets_auth_section().get("redirect_uri", "")).startswith("https://")


def _leads_back_here(told: str) -> bool:
    try:
        address = urlsplit(told)
    except ValueError:  # "https://[" is no address at all
        return False
    return address.path == CALLBACK and address.hostname in served_names()


def _require_complete(settings: Mapping[str, Any]) -> None:
    if config.get_option("server.trustedUserHeaders"):
        raise UserError("server.trustedUserHeaders må ikke bruges: så kunne enhver sige, at hun er en anden.")
    if missing := [key for key in NEEDED if not isinstance(settings.get(key), str) or not settings[key]]:
        raise UserError(f"[auth] mangler {', '.join(missing)}: se docs/adgang.md.")
    if not _leads_back_here(settings["redirect_uri"]):
        raise UserError(
            f"redirect_uri i [auth] skal være en adresse, som Kredsblik svarer på, og ende på {CALLBACK}, for eksempel "
            f"https://kredsblik.example.dk{CALLBACK}. Navnet skal også stå i KREDSBLIK_HOSTS."
        )
    if len(settings["cookie_secret"]) < SHORTEST_SECRET:
        raise UserError(
            f"cookie_secret i [auth] er for kort: mindst {SHORTEST_SECRET} tegn. Lav en med »openssl rand -hex 32«."
        )

"""Where releases live, which there are, and which is current."""

from pathlib import Path

from data.errors import UserError
from data.home import home

CURRENT = "CURRENT"


def releases_folder() -> Path:
    """Return the folder that holds one folder for each release."""
    return home() / "releases"


def release_folder(identity: str) -> Path:
    """Return the folder of the release with this id."""
    return releases_folder() / identity


def release_ids() -> tuple[str, ...]:
    """Return the ids of all releases, the newest first."""
    found = [folder for folder in releases_folder().glob("[0-9a-f]*") if (folder / "published.duckdb").exists()]
    return tuple(folder.name for folder in sorted(found, key=lambda folder: folder.stat().st_mtime_ns, reverse=True))


def current_release_first() -> tuple[str, ...]:
    """Return the ids of all releases: the current one, then the others, the newest first."""
    found, named = release_ids(), releases_folder() / CURRENT
    # A publish that was killed before its first release was named leaves the release without CURRENT.
    current = named.read_text(encoding="utf-8").strip() if named.exists() else ""
    return tuple(sorted(found, key=lambda identity: identity != current))


def current_release_id() -> str:
    """Return the id of the current release. Raises UserError when nothing has been published."""
    try:
        return (releases_folder() / CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise UserError("Der er ingen udgave endnu. Kør: python -m data.publish") from None

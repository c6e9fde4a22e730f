"""No key, password or token lies in the project, under whatever name."""

import os
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Made by tools, and ignored by Git; a user's own data is not the project's.
NOT_OURS = {".git", ".venv", "local", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
LARGEST = 2_000_000

KEYS = {
    "a private key": re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    "a cloud's key": re.compile(rb"\b(AKIA|ASIA)[0-9A-Z]{16}\b"),
    "a token of a code host": re.compile(rb"\b(gh[pousr]_[A-Za-z0-9]{36}|glpat-[\w-]{20})\b"),
    "a signed token": re.compile(rb"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}"),
    "a password in an address": re.compile(rb"\b[a-z]+://[^\s/:@\"'<>{}]+:[^\s/:@\"'<>{}]+@[\w.]+"),
    "a secret that is given": re.compile(
        rb"\b(\w*(password|passwd|secret|api_?key|access_?token))[\"']?\s*[=:]\s*[\"'][^\"'\s{<$]{12,}[\"']",
        re.IGNORECASE,
    ),
}
EXAMPLES = {
    "a private key": b"-----BEGIN EC " + b"PRIVATE KEY-----",
    "a cloud's key": b"AKIA" + b"ABCDEFGHIJKLMNOP",
    "a token of a code host": b"ghp_" + b"a" * 36,
    "a signed token": b"eyJ" + b"hbGciOiJIUzI1NiJ9.eyJ" + b"zdWIiOiIxMjM0NTY3ODkwIn0.abcdefghijk",
    "a password in an address": b"postgres://me" + b":hunter22@db.example",
    "a secret that is given": b"cookie_secret" + b' = "0123456789abcdef"',
}


@cache
def ours() -> tuple[Path, ...]:
    found = []
    for folder, inside, names in os.walk(ROOT):
        inside[:] = [name for name in inside if name not in NOT_OURS]
        found += [Path(folder) / name for name in names]
    return tuple(path for path in found if path.stat().st_size < LARGEST)


def test_the_project_holds_none() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {what}"
        for path in ours()
        for content in [path.read_bytes()]
        for what, pattern in KEYS.items()
        if pattern.search(content)
    ]
    assert found == []


def test_the_file_that_streamlit_reads_secrets_from_is_not_there() -> None:
    assert not [
        path for path in ours() if path.name == "secrets.toml" or path.suffix in (".pem", ".key", ".p12", ".pfx")
    ]


@pytest.mark.parametrize("what", KEYS)
def test_each_would_be_seen(what: str) -> None:
    assert KEYS[what].search(EXAMPLES[what])

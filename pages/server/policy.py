"""What a browser may do with our pages: the headers of every answer."""

import base64
import hashlib
import re
from functools import cache

from pages.server.shell import SHELL
from pages.widgets.frame import script_text

# Streamlit's shell begins with one script of its own; everything else it runs is a file.
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@cache
def security_headers() -> tuple[tuple[bytes, bytes], ...]:
    """Return the headers as an ASGI server writes them. HSTS is not among them: that is for who serves by TLS."""
    headers = {
        "content-security-policy": content_security_policy(),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",  # for browsers that do not know frame-ancestors
        "referrer-policy": "no-referrer",
        "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
    }
    return tuple((name.encode(), value.encode()) for name, value in headers.items())


def content_security_policy() -> str:
    """Return the policy: everything from here, scripts only those we know, and nobody frames us.

    Styles may stand in the page, because Streamlit, Plotly and our own figures write them there.
    """
    scripts = " ".join(f"'sha256-{fingerprint(text)}'" for text in (*shell_scripts(), script_text()))
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' {scripts}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "media-src": "'self'",
        "worker-src": "'self' blob:",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a script, as a browser compares it."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def shell_scripts() -> list[str]:
    """Return the scripts that stand in Streamlit's own page."""
    return _INLINE.findall(SHELL.read_text(encoding="utf-8"))

"""The nginx of this machine with the project's own configuration, on free ports and without root's folders."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.harness.server import HOST, free_port, is_listening

SHIPPED = Path(__file__).resolve().parents[2] / "docs" / "drift"
COUNCIL, ANALYSTS = "kredsblik.example.dk", "kredsblik-analyse.example.dk"
START_SECONDS = 20

_AROUND = """
{user} daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1;
events {{ worker_connections 512; }}
http {{
    types {{ text/html html; }}
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    include {folder}/kredsblik.conf;
}}
"""


@dataclass(frozen=True)
class Nginx:
    """A running nginx: its ports, and what it has written of each request."""

    http: int
    tls: int
    access: Path
    errors: Path

    def asked(self) -> list[list[str]]:
        """Return the words of every line of the log: time, status, method, path, seconds, where it was sent."""
        return [line.split() for line in self.access.read_text().splitlines()]


def installed_nginx() -> Path | None:
    """Return the nginx to test with: `KREDSBLIK_NGINX`, else the system's, else None."""
    chosen = os.environ.get("KREDSBLIK_NGINX")
    if chosen:
        return Path(chosen) if Path(chosen).is_file() else None
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    return Path(found) if found else None


@contextmanager
def nginx(folder: Path, council: Sequence[int], analysts: int, tls: int | None = None) -> Iterator[Nginx]:
    """Run the shipped configuration before these servers, at the port `tls` if one is named, while the block lasts."""
    program = installed_nginx()
    if program is None:
        raise RuntimeError("No nginx on this machine: `make test` gets one or says how.")
    running = Nginx(free_port(), tls or free_port(), folder / "access.log", folder / "error.log")
    _write_configuration(folder, running, council, analysts)
    make_certificate(folder)
    command = [str(program), "-c", str(folder / "nginx.conf"), "-e", str(running.errors)]
    process = subprocess.Popen(command)
    try:
        _wait(process, running)
        yield running
    finally:
        process.terminate()
        process.wait()


def make_certificate(folder: Path) -> None:
    """Write tls.crt and tls.key for both rooms' names: nobody's certificate, and good for two days."""
    names = ["-subj", f"/CN={COUNCIL}", "-addext", f"subjectAltName=DNS:{COUNCIL},DNS:{ANALYSTS}"]
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", str(folder / "tls.key")]
    command = ["openssl", "req", "-x509", "-days", "2", *key, "-out", str(folder / "tls.crt"), *names]
    subprocess.run(command, check=True, capture_output=True)


def _write_configuration(folder: Path, running: Nginx, council: Sequence[int], analysts: int) -> None:
    # Started by root it would give up root, and could then not read what lies in root's own folders.
    user = "user root;" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(_AROUND.format(folder=folder, user=user))
    for name, target in (("nginx.conf", "kredsblik.conf"), ("nginx-rum.conf", "nginx-rum.conf")):
        text = (SHIPPED / name).read_text(encoding="utf-8")
        (folder / target).write_text(_moved(text, folder, running, council, analysts), encoding="utf-8")


def _moved(text: str, folder: Path, running: Nginx, council: Sequence[int], analysts: int) -> str:
    """Return the configuration with other ports and paths, and nothing else changed."""
    ports = {"8501": analysts, **dict(zip(("8511", "8512"), council, strict=True))}
    text = re.sub(r"127\.0\.0\.1:(85\d\d)", lambda found: f"{HOST}:{ports[found[1]]}", text)
    text = re.sub(r"listen 80\b", f"listen {HOST}:{running.http}", text)
    text = re.sub(r"listen 443\b", f"listen {HOST}:{running.tls}", text)
    paths = {
        "/opt/kredsblik/docs/drift/nginx-rum.conf": f"{folder}/nginx-rum.conf",
        "/opt/kredsblik/docs/drift": str(SHIPPED),
        "/etc/kredsblik": str(folder),
        "/var/log/nginx/kredsblik.log": str(running.access),
        "/var/log/nginx/kredsblik-fejl.log": str(running.errors),
    }
    for shipped, here in paths.items():
        text = text.replace(shipped, here)
    return text


def _wait(process: "subprocess.Popen[bytes]", running: Nginx) -> None:
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        if is_listening(running.tls):
            return
        time.sleep(0.02)  # nothing listens yet, and there is nothing to wait on until something does
    raise RuntimeError(f"nginx did not start:\n{running.errors.read_text() if running.errors.exists() else ''}")

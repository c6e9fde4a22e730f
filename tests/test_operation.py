"""What docs/drift.md tells an administrator to do can be done, and the files it names say the same as each other."""

import configparser
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import audit
import pytest
from environment import SetupError
from programs import PROGRAMS, ensure

from data.register.packs import NEWEST_FREEZE_FILE
from tests.harness.nginx import ANALYSTS, COUNCIL, installed_nginx

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "drift"
PAGE = (ROOT / "docs" / "drift.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
NGINX = (FOLDER / "nginx.conf").read_text(encoding="utf-8")
CONTAINER = (FOLDER / "Containerfile").read_text(encoding="utf-8")
SERVICES = sorted(FOLDER.glob("*.service"))
(NGINX_PROGRAM,) = [program for program in PROGRAMS if program.variable == "KREDSBLIK_NGINX"]
ROOMS = [FOLDER / "kredsblik-analyse.service", FOLDER / "kredsblik-raad@.service"]


def unit(path: Path) -> dict[str, list[str]]:
    """Return every setting of a unit, with the values of each of its lines."""
    pairs = [line.split("=", 1) for line in path.read_text(encoding="utf-8").splitlines() if re.match(r"\w+=", line)]
    return {name: [value for key, value in pairs if key == name] for name, _ in pairs}


def environment_of(path: Path) -> dict[str, str]:
    return dict(word.split("=", 1) for line in unit(path)["Environment"] for word in shlex.split(line))


def test_every_file_that_is_named_is_there_and_every_file_is_named() -> None:
    named = {name for name in re.findall(r"docs/drift/([\w@.*-]+)|\(drift/([\w.]+)\)", PAGE) for name in name if name}
    found = {path for name in named for path in FOLDER.glob(name)}
    assert not [name for name in named if not list(FOLDER.glob(name))]
    included = {FOLDER / name for name in ("nginx-rum.conf", "utilgaengelig.html")}  # nginx.conf names the first
    assert found | included == set(FOLDER.iterdir())


def pip_lines() -> list[list[str]]:
    return [
        words[words.index("pip") + 1 :] for line in PAGE.splitlines() if "-m pip " in line for words in [line.split()]
    ]


@pytest.mark.full
def test_the_closed_machine_needs_nothing_that_is_not_in_the_folder(tmp_path: Path) -> None:
    """The documented command, where everything is installed already: it would fail on a name that it cannot read."""
    download, install = pip_lines()
    assert (download[0], install[0]) == ("download", "install")
    assert download[-4:] == install[-4:] == ["-r", "requirements.txt", "-c", ".ci/constraints.txt"]
    command = [str(tmp_path) if word == "hjul" else word for word in install]
    subprocess.run([sys.executable, "-m", "pip", *command, "--dry-run", "--quiet"], cwd=ROOT, check=True)


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_every_service_is_fenced_in_and_starts_what_there_is(path: Path) -> None:
    settings = unit(path)
    configparser.ConfigParser(strict=False, interpolation=None).read_string(path.read_text(encoding="utf-8"))
    assert settings["WorkingDirectory"] == ["/opt/kredsblik"]
    assert (settings["IPAddressDeny"], settings["IPAddressAllow"]) == (["any"], ["localhost"])
    assert settings["ProtectSystem"] == ["strict"]
    assert settings["NoNewPrivileges"] == ["yes"]
    assert settings["User"][0] != "root"
    (module,) = re.findall(r"python -m ([\w.]+)", settings["ExecStart"][0])
    assert module == "streamlit" or (ROOT / f"{module.replace('.', '/')}.py").is_file()


def test_systemd_knows_every_word_of_the_units(tmp_path: Path) -> None:
    """Where there is a systemd to ask; it ignores a word that it does not know, and the fence has a hole."""
    program = shutil.which("systemd-analyze")
    asked = [tmp_path / path.name.replace("@.", "@8511.") for path in sorted(FOLDER.glob("kredsblik-*.*"))]
    for path in asked:
        shipped = (FOLDER / path.name.replace("@8511.", "@.")).read_text(encoding="utf-8")
        path.write_text(shipped.replace("/opt/kredsblik/.venv/bin/python", "/bin/sh"), encoding="utf-8")
    assert len(asked) == len(SERVICES) + len(["the path", *FOLDER.glob("*.timer")])
    if program:
        told = subprocess.run([program, "verify", "--man=no", *asked], capture_output=True, text=True, check=False)
        assert not [line for line in told.stderr.splitlines() if "kredsblik" in line]


def test_each_room_has_its_own_user_folder_and_name() -> None:
    analysts, council = map(environment_of, ROOMS)
    assert (analysts["KREDSBLIK_ROOM"], council["KREDSBLIK_ROOM"]) == ("analyse", "kredsraad")
    assert (analysts["KREDSBLIK_HOSTS"], council["KREDSBLIK_HOSTS"]) == (ANALYSTS, COUNCIL)
    assert f"-{analysts['KREDSBLIK_HOME']}" in unit(ROOMS[1])["InaccessiblePaths"]
    assert unit(ROOMS[1])["ReadWritePaths"][0].split() == [
        f"{council['KREDSBLIK_HOME']}/{folder}" for folder in ("indbakke", "log", "adgang")
    ]
    assert unit(ROOMS[0])["User"] != unit(ROOMS[1])["User"]
    logins = {each["STREAMLIT_SECRETS_FILES"] for each in (analysts, council)}
    assert logins == {f"/etc/kredsblik/login-{room}.toml" for room in ("analyse", "raad")}
    assert analysts["KREDSBLIK_ADGANG"] == council["KREDSBLIK_ADGANG"]
    service, path = (unit(FOLDER / f"kredsblik-udlevering.{ending}") for ending in ("service", "path"))
    there, back = service["ExecStart"]
    assert "data.hand_over " in there and "data.fetch_questions " in back
    assert there.endswith(council["KREDSBLIK_HOME"]) and back.endswith(council["KREDSBLIK_HOME"])
    assert f"{council['KREDSBLIK_HOME']}/indbakke" in path["PathChanged"]
    assert f"{analysts['KREDSBLIK_HOME']}/{NEWEST_FREEZE_FILE}" in path["PathChanged"]
    # What happens while it runs is not seen by the path, and a path that starts it too often gives up.
    assert "install -o kredsblik -g kredsblik -m 0600 /dev/null /srv/kredsblik/FROSSET" in PAGE
    assert unit(FOLDER / "kredsblik-udlevering.timer")["OnCalendar"] == ["*:0/5"]
    assert "kredsblik-udlevering.timer" in PAGE
    assert service["StartLimitIntervalSec"] == ["0"]
    # The council's files go there, and its questions into the analysts' register.
    assert service["ReadWritePaths"][0].split() == [council["KREDSBLIK_HOME"], analysts["KREDSBLIK_HOME"]]


def test_nginx_knows_the_ports_the_names_and_the_largest_upload() -> None:
    assert set(re.findall(r"server_name (\S+);", NGINX)) == {"_", COUNCIL, ANALYSTS}
    assert re.findall(r"server 127\.0\.0\.1:(\d+)", NGINX) == ["8511", "8512", "8501"]
    assert set(re.findall(r"kredsblik-raad@(\d+)", PAGE)) == {"8511", "8512"}
    assert "--server.port 8501" in unit(ROOMS[0])["ExecStart"][0]
    limit = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())["server"]["maxUploadSize"]
    # Megabytes: one more for what a browser puts around the file.
    assert re.findall(r"client_max_body_size (\w+);", NGINX) == ["64k", f"{limit + 1}m"]


def test_the_container_is_made_of_what_there_is_and_nothing_secret() -> None:
    copied = re.findall(r"^COPY (\S+) \S+$", CONTAINER, re.MULTILINE)
    assert {"requirements.txt", ".ci/constraints.txt", ".streamlit", "app.py", "data", "analysis", "pages"} == set(
        copied
    )
    assert not [name for name in copied if not (ROOT / name).exists()]
    assert "KREDSBLIK_ROOM=kredsraad" in CONTAINER and "USER kredsblik" in CONTAINER and "/sundhed" in CONTAINER
    assert "data/local" in (FOLDER / "containerignore").read_text().splitlines()
    assert "RUN test ! -e data/local" in CONTAINER


def test_the_container_is_asked_whether_it_is_well() -> None:
    """Podman leaves HEALTHCHECK out of every other format; the server that it asks listens to that port."""
    for text in (PAGE, CONTAINER):
        assert all("--format docker" in line for line in text.splitlines() if "podman build" in line)
    (asked,) = re.findall(r"urlopen\('http://127\.0\.0\.1:(\d+)/sundhed'\)", CONTAINER)
    assert f'"--server.port", "{asked}"' in CONTAINER
    assert {line.split(f":{asked} ")[0][-4:] for line in PAGE.splitlines() if "podman run -d" in line} == {
        "8511",
        "8501",
    }


def test_debians_own_site_is_taken_away_before_nginx_is_tried() -> None:
    """Both answer to every name that is nobody's, and nginx does not start with two that do."""
    (block,) = [block for block in BLOCKS if "nginx -t" in block]
    assert "default_server" in NGINX
    assert block.index("rm -f /etc/nginx/sites-enabled/default") < block.index("nginx -t")


@pytest.mark.parametrize(("given", "folder"), [(None, "/srv/kredsblik"), ("/tmp/proeve", "/tmp/proeve")])
def test_a_command_is_run_as_the_service_is(given: str | None, folder: str) -> None:
    """What root writes, the service cannot write; and a restore on trial must not go into its folder."""
    (function,) = [block for block in BLOCKS if block.startswith("python() ")]
    said = 'cd() { :; }; runuser() { umask; printf "%s " "$@"; }\n' + function + "python -m data.backup FIL"
    environment = {"PATH": "/usr/bin:/bin"} | ({"KREDSBLIK_HOME": given} if given else {})
    told = subprocess.run(["sh", "-c", said], env=environment, capture_output=True, text=True, check=True).stdout
    settings = unit(ROOMS[0])
    assert told.split("\n") == [
        settings["UMask"][0],
        f"-u {settings['User'][0]} -- env PYTHONUTF8=1 KREDSBLIK_HOME={folder} .venv/bin/python -m data.backup FIL ",
    ]
    assert environment_of(ROOMS[0])["KREDSBLIK_HOME"] == "/srv/kredsblik"


def test_the_analysts_container_may_read_the_councils_log() -> None:
    lines = [line for line in PAGE.splitlines() if "podman run" in line and "KREDSBLIK_ROOM=analyse" in line]
    assert len(lines) == len(["the server", "the commands"])
    assert all('--group-add "$(id -g kredsblik-raad)"' in line for line in lines)


def test_an_nginx_that_was_pointed_at_is_used_or_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "nginx"
    monkeypatch.setenv("KREDSBLIK_NGINX", str(program))
    with pytest.raises(SetupError, match="findes ikke"):
        ensure(NGINX_PROGRAM)
    program.touch()
    assert ensure(NGINX_PROGRAM) == program == installed_nginx()


def test_without_nginx_it_is_said_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KREDSBLIK_NGINX", raising=False)
    monkeypatch.setenv("PATH", "")  # no openssl, and no apt-get to get one with
    with pytest.raises(SetupError, match="sudo apt-get install nginx-light openssl"):
        ensure(NGINX_PROGRAM)


def test_the_audit_asks_about_every_package_with_a_tool_of_a_fixed_version() -> None:
    assert re.fullmatch(r"pip-audit==\d+\.\d+\.\d+", audit.TOOL)
    assert "audit" in (ROOT / "Makefile").read_text(encoding="utf-8")

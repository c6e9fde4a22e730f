"""A backup while others work, and a restore that loses nothing: damaged copies refused, what was there kept aside."""

import datetime as dt
import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from data.audit.chain import first_fault
from data.audit.entry import Actor, Event
from data.audit.note import note
from data.audit.reading import entries
from data.audit.store import log_path, reading
from data.backup import ASIDE, FORMAT, MANIFEST, back_up
from data.errors import UserError
from data.home import home
from data.register.initiatives import add_initiative, initiatives
from data.register.store import register_path
from data.releases import CURRENT, current_release_id, release_ids
from data.restore import main, restore
from data.signed_out import has_signed_out, require_sign_outs_can_be_kept, sign_out, sign_outs_path
from tests.data.register.examples import an_initiative
from tests.data.register.writers import ADD_WITHOUT_END, line_of, started
from tests.harness.kills import DATA, Kill, lines_of, run

LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
OLD, NEW = "aaaaaa", "bbbbbb"


def release(identity: str) -> None:
    folder = home() / "releases" / identity
    folder.mkdir(parents=True)
    for name in ("published", "internal"):
        (folder / f"{name}.duckdb").write_text(f"{name} of {identity}")
    (home() / "releases" / CURRENT).write_text(identity)


@pytest.fixture
def worked_in() -> None:
    """A home with a release, figures of its own, somebody's words, and what is made again or passes."""
    release(OLD)
    for name in ("reference/straf11.csv", "indbakke/q.json", "demo/d.csv", "incidents.duckdb", ".passing"):
        (home() / name).parent.mkdir(exist_ok=True)
        (home() / name).write_text(name)
    add_initiative(an_initiative("Før"), "AB")


def what() -> set[str]:
    return {entry.content.what for entry in initiatives() if entry.version}


def seen() -> dict[str, bytes]:
    """Every file that a restore may touch, but for the register and the log, which are compared by what they say."""
    files = [path for path in home().rglob("*") if path.is_file()]
    names = {path.relative_to(home()).as_posix(): path for path in files}
    return {n: p.read_bytes() for n, p in names.items() if not n.startswith((ASIDE, ".", "register", "log/"))}


@pytest.mark.usefixtures("worked_in")
def test_what_cannot_be_made_again_is_there_and_nothing_else(tmp_path: Path) -> None:
    made = back_up(tmp_path / "kopier" / "k.zip")
    with ZipFile(made.path) as archive:
        assert set(archive.namelist()) == {
            *(f"releases/{OLD}/{name}.duckdb" for name in ("published", "internal")),
            *("releases/CURRENT", "reference/straf11.csv", "indbakke/q.json", "register.sqlite", MANIFEST),
            "log/log.sqlite",
        }
    assert (made.files, made.release) == (7, OLD)
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert [path.name for path in made.path.parent.iterdir()] == ["k.zip"]


@pytest.mark.usefixtures("worked_in")
def test_a_new_machine_has_everything_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = back_up(tmp_path / "k.zip").path
    before = {name: content for name, content in seen().items() if name not in ("incidents.duckdb", "demo/d.csv")}
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path / "new machine"))
    assert restore(copy).aside == ()
    assert seen() == before
    assert (what(), current_release_id(), release_ids()) == ({"Før"}, OLD, (OLD,))


@pytest.mark.usefixtures("worked_in")
def test_what_differs_is_put_back_and_what_stood_there_lies_aside(tmp_path: Path) -> None:
    copy = back_up(tmp_path / "k.zip").path
    before = seen()
    add_initiative(an_initiative("Efter"), "AB")
    release(NEW)
    (home() / "reference" / "straf11.csv").write_text("other figures")
    shutil.rmtree(home() / "indbakke")
    (home() / "releases" / OLD / "internal.duckdb").write_text("damaged")
    done = restore(copy)
    assert (what(), current_release_id()) == ({"Før"}, OLD)
    assert {name: seen()[name] for name in before} == before
    assert set(release_ids()) == {OLD, NEW}  # a release that the copy does not know is nobody's to remove
    assert set(done.back) == {
        *("register.sqlite", f"releases/{OLD}", "reference/straf11.csv", "indbakke/q.json", "releases/CURRENT")
    }
    register, folder = done.aside
    assert register.is_file()
    assert (folder / "reference" / "straf11.csv").read_text() == "other figures"
    assert (folder / "releases" / OLD / "internal.duckdb").read_text() == "damaged"
    assert (folder / "releases" / CURRENT).read_text() == NEW
    with ZipFile(back_up(tmp_path / "next.zip").path) as archive:
        assert not [name for name in archive.namelist() if name.startswith(ASIDE)]


@pytest.mark.usefixtures("worked_in")
def test_a_log_that_went_on_is_never_rolled_back(tmp_path: Path) -> None:
    copy = back_up(tmp_path / "k.zip").path
    note(Event.EXPORTED, actor=Actor("afterwards"))
    assert restore(copy).aside == (next(home().glob("register-foer-*")),)  # all that the copy says is in the log
    assert [entry.actor.id for entry in entries(LONG_AGO)][0] == "afterwards"


@pytest.mark.usefixtures("worked_in")
def test_another_log_is_laid_beside_the_one_that_is_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = back_up(tmp_path / "k.zip").path
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path / "other machine"))
    note(Event.SAW, actor=Actor("here"))
    (beside,) = restore(copy).aside
    assert [entry.actor.id for entry in entries(LONG_AGO)] == ["here"]
    assert [entry.event for entry in entries(LONG_AGO, [beside])] == [Event.EDITED]


@pytest.mark.usefixtures("worked_in")
def test_a_new_machine_goes_on_with_the_log_of_the_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = back_up(tmp_path / "k.zip").path
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path / "new machine"))
    assert main([str(copy)]) == 0
    assert [entry.event for entry in entries(LONG_AGO)] == [Event.RESTORED, Event.EDITED]
    with reading(log_path()) as connection:
        assert first_fault(connection) is None


def test_a_backup_while_another_process_writes_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    process = started(ADD_WITHOUT_END)
    saved = [line_of(process) for _ in range(3)]
    copy = back_up(tmp_path / "k.zip").path
    process.kill()
    process.communicate(timeout=60)
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path / "other"))
    restore(copy)
    assert set(saved) <= {entry.id for entry in initiatives()}


def test_an_existing_file_is_never_overwritten_and_nothing_is_no_backup(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="intet at kopiere"):
        back_up(tmp_path / "k.zip")
    assert not list(tmp_path.glob("*k.zip*"))
    release(OLD)
    back_up(tmp_path / "k.zip")
    with pytest.raises(UserError, match="findes allerede"):
        back_up(tmp_path / "k.zip")


def test_a_home_whose_current_release_is_gone_is_not_backed_up_as_if_it_were_whole(tmp_path: Path) -> None:
    release(OLD)
    shutil.rmtree(home() / "releases" / OLD)
    with pytest.raises(UserError, match=f"#{OLD}, mangler"):
        back_up(tmp_path / "k.zip")


def remade(copy: Path, manifest: object, *further: str) -> None:
    with ZipFile(copy, "w") as archive:
        for name in further:
            archive.writestr(name, "hostile")
        archive.writestr(MANIFEST, json.dumps(manifest))


def spoil(copy: Path, how: str) -> None:
    content = copy.read_bytes()
    good = {"format": FORMAT}
    steps = {
        "cut": lambda: copy.write_bytes(content[: len(content) // 2]),
        "overwritten": lambda: copy.write_bytes(content[:60] + bytes(40) + content[100:]),
        "text": lambda: copy.write_text("hej"),
        "empty": lambda: copy.write_bytes(b""),
        "newer": lambda: remade(copy, {"format": FORMAT + 1}),
        "no format": lambda: remade(copy, {}),
        "no manifest": lambda: remade(copy, "hej"),
        "outside": lambda: remade(copy, good, "../out.txt"),
        "root": lambda: remade(copy, good, "/tmp/out.txt"),
        "drive": lambda: remade(copy, good, "C:/out.txt"),
        "hidden": lambda: remade(copy, good, ".publish.lock"),
        "no register": lambda: remade(copy, good, "register.sqlite"),
    }
    steps[how]()


@pytest.mark.usefixtures("worked_in")
@pytest.mark.parametrize(
    "how",
    ["cut", "overwritten", "text", "empty", "newer", "no format", "no manifest", "outside", "root", "drive", "hidden"]
    + ["no register"],
)
def test_a_copy_that_cannot_be_trusted_changes_nothing(tmp_path: Path, how: str) -> None:
    copy = back_up(tmp_path / "k.zip").path
    spoil(copy, how)
    before = seen()
    with pytest.raises(UserError):
        restore(copy)
    assert seen() == before
    assert what() == {"Før"}
    assert not list(tmp_path.rglob("out.txt"))


@pytest.mark.usefixtures("worked_in")
def test_a_restore_that_was_killed_anywhere_goes_on_where_it_stopped(tmp_path: Path) -> None:
    copy = back_up(tmp_path / "k.zip").path
    before = seen()
    (home() / "reference" / "straf11.csv").write_text("other figures")
    release(NEW)
    template = shutil.copytree(home(), tmp_path / "template")
    places = [place for place in lines_of(restore, copy) if place[0] == f"{DATA}restore.py"]
    for place in places[:: max(1, len(places) // 8)]:
        shutil.rmtree(home())
        shutil.copytree(template, home())
        run(restore, copy, kill=Kill(place=place), environment={"KREDSBLIK_HOME": os.environ["KREDSBLIK_HOME"]})
        kept = {path.read_bytes() for path in home().rglob("*") if path.is_file()}
        assert b"other figures" in kept
        restore(copy)
        assert {name: seen()[name] for name in before} == before
        assert register_path().exists()


def the_councils_log() -> Path:
    """The council's log as a service sees it: nobody writes in it, and nothing can be laid beside it."""
    analysts = home()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(analysts.with_name("raad")))
        note(Event.SAW, actor=Actor("the council's"))
        council = log_path()
    note(Event.SAW, actor=Actor("our own"))  # a process has one log open: that ends the council's
    shown = analysts / "log-raad"
    council.parent.rename(shown)
    shown.chmod(0o500)
    return shown / "log.sqlite"


def as_one_who_is_held_to_the_modes(*command: str) -> subprocess.CompletedProcess[str]:
    """Run the command; root keeps to a file's mode only when told so."""
    kept = ("setpriv", "--bounding-set", "-dac_override") if os.geteuid() == 0 else ()
    return subprocess.run([*kept, sys.executable, *command], capture_output=True, text=True)


def test_the_councils_log_is_copied_from_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, copy = the_councils_log(), tmp_path / "k.zip"
    done = as_one_who_is_held_to_the_modes("-m", "data.backup", str(copy))
    there.parent.chmod(0o700)
    assert done.returncode == 0, done.stderr
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path / "new machine"))
    restore(copy)
    assert [entry.actor.id for entry in entries(LONG_AGO, [home() / "log-raad" / there.name])] == ["the council's"]


@pytest.mark.parametrize("name", ["log-raad/log.sqlite", "other.sqlite"])
def test_a_database_that_cannot_be_read_is_said(tmp_path: Path, name: str) -> None:
    (home() / name).parent.mkdir(parents=True)
    (home() / name).write_text("no database")
    with pytest.raises(UserError, match=name.split("/")[-1]):
        back_up(tmp_path / "k.zip")


@pytest.mark.usefixtures("worked_in")
def test_who_has_signed_out_and_who_may_come_in_are_not_rolled_back(tmp_path: Path) -> None:
    (home() / "adgang.toml").write_text("as it was")
    (home() / "x.sqlite-journal").write_text("half a change")
    require_sign_outs_can_be_kept()
    copy = back_up(tmp_path / "k.zip").path
    with ZipFile(copy) as archive:
        kept = archive.namelist()
    assert "adgang.toml" in kept
    assert not [name for name in kept if name.startswith("adgang/") or name.endswith("-journal")]
    with ZipFile(copy, "a") as archive:  # as an earlier program made them
        archive.write(sign_outs_path(), "adgang/udlogget.sqlite")
    sign_out("a", 9e9)
    (home() / "adgang.toml").write_text("as it is")
    aside = restore(copy).aside
    assert has_signed_out("a")
    assert (home() / "adgang.toml").read_text() == "as it is"
    (beside,) = [path for path in aside if path.name.startswith("adgang-")]
    assert beside.read_text() == "as it was"

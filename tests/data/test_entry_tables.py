"""What the council sees of the register: what a release holds, whole and unchanged, and not a byte of the rest."""

import shutil
from pathlib import Path

import duckdb
import pytest

from analysis.typed import typed
from data.entry_tables import RELEASED_KINDS
from data.publish import publish
from data.register.activity import ACTIVITY_FORM, checked_activity
from data.register.initiative import Visibility
from data.register.initiative_rows import INITIATIVE_FORM
from data.register.initiatives import add_initiative, initiatives
from data.register.kept import Form, add, entries
from data.register.store import register_path
from data.register.survey import SURVEY_FORM, checked_survey_share, shipped_survey_shares
from data.register.when import parse_when
from data.release import open_release
from data.releases import CURRENT, release_folder
from tests.data.register.examples import HALSNAES, an_initiative
from tests.data.small_district import incident, load_district

EDITOR = "Analytiker-Mette"
ACTIVITY = {"periode": "2025K4", "sted": "kreds", "omraade": "psp", "hvad": "møder", "antal": "0"}
SHARE = {"undersoegelse": "Egen", "spoergsmaal": "Tryg", "sted": "217", "aar": "2024", "andel": "88,4", "kilde": "x.dk"}


@pytest.fixture(autouse=True)
def _a_day_in_march(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_TODAY", "2026-03-10")


@pytest.fixture
def file() -> Path:
    """The published file of a district in whose register something of every kind was typed."""
    for visibility in Visibility:
        what = f"Synlig for {visibility}"
        wanted = an_initiative(what, visibility=visibility, end=parse_when("2025K2"), note="Linje\nto: æøå", source="s")
        add_initiative(wanted, EDITOR)
    add(ACTIVITY_FORM, checked_activity(ACTIVITY), EDITOR)
    add(SURVEY_FORM, checked_survey_share(SHARE), EDITOR)
    load_district([incident(1, "indbrud_beboelse", "2025-01-05", HALSNAES)])
    return release_folder(publish().id) / "published.duckdb"


@pytest.mark.usefixtures("file")
@pytest.mark.parametrize("kind", RELEASED_KINDS, ids=lambda kind: kind.table)
def test_the_council_reads_what_was_typed_without_the_register(kind: object, monkeypatch: pytest.MonkeyPatch) -> None:
    form: Form[object] = kind.form  # type: ignore[attr-defined]
    seen = {one.id: one.content for one in entries(form) if kind.may_be_seen(one.content)}  # type: ignore[attr-defined]
    monkeypatch.setenv("KREDSBLIK_ROOM", "kredsraad")
    register_path().write_bytes(b"not for the council")
    assert {one.id: one.content for one in typed(form)} == seen
    assert any(one.content not in {shipped.content for shipped in form.shipped()} for one in typed(form))


def test_the_published_file_does_not_hold_what_the_council_may_not_see(file: Path) -> None:
    content = file.read_bytes()
    assert f"Synlig for {Visibility.COUNCIL}".encode() in content
    for text in (f"Synlig for {Visibility.MUNICIPALITY}", f"Synlig for {Visibility.POLICE}", EDITOR):
        assert text.encode() not in content


@pytest.mark.usefixtures("file")
def test_what_is_typed_later_is_seen_by_the_council_when_it_is_published(monkeypatch: pytest.MonkeyPatch) -> None:
    earlier = open_release().id
    added = add_initiative(an_initiative("Ny indsats"), EDITOR)
    assert "Ny indsats" in {entry.content.what for entry in typed(INITIATIVE_FORM)}
    monkeypatch.setenv("KREDSBLIK_ROOM", "kredsraad")
    assert added.id not in {entry.id for entry in typed(INITIATIVE_FORM)}
    assert publish().id != earlier
    assert added.id in {entry.id for entry in typed(INITIATIVE_FORM)}


def test_nobody_has_typed_anything_and_the_council_sees_what_is_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    load_district([incident(1, "indbrud_beboelse", "2025-01-05", HALSNAES)])
    publish()
    shipped = {entry.id: entry.content for entry in initiatives()}
    monkeypatch.setenv("KREDSBLIK_ROOM", "kredsraad")
    assert {entry.id: entry.content for entry in typed(INITIATIVE_FORM)} == shipped
    assert len(typed(SURVEY_FORM)) == len(shipped_survey_shares())
    assert typed(ACTIVITY_FORM) == ()


def test_a_release_that_an_earlier_version_made_has_what_is_shipped_and_keeps_what_it_holds(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KREDSBLIK_ROOM", "kredsraad")
    older = f"0a{file.parent.name}"
    shutil.copytree(file.parent, file.parent.with_name(older))
    with duckdb.connect(str(file.parent.with_name(older) / "published.duckdb")) as connection:
        connection.execute("DROP TABLE survey_share")
    (file.parent.parent / CURRENT).write_text(older, encoding="utf-8")
    assert {entry.id for entry in typed(SURVEY_FORM)} == {entry.id for entry in shipped_survey_shares()}
    assert "Synlig for kredsraad" in {entry.content.what for entry in typed(INITIATIVE_FORM)}

"""Editing the register in the app: nothing is overwritten, nothing that was typed is lost, nothing personal is kept."""

import shutil
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from data.home import home
from data.register.initiative_rows import INITIATIVE_FORM
from data.register.initiatives import (
    add_initiative,
    edit_initiative,
    initiative,
    initiative_history,
    initiatives,
    withdraw_initiative,
)
from data.register.sheet import csv_of
from tests.data.register.examples import HALSNAES, an_initiative
from tests.pages.conftest import PublishedHome
from tests.pages.seen import SECONDS, html, messages

SAVE, UNDO, OUT, READ = "Gem", "Fortryd det skrevne", "Fjern", "Læs filen ind"


@pytest.fixture(autouse=True)
def _published(published: PublishedHome) -> None:
    """A home of the test's own, with the session's releases and nothing typed."""
    shutil.copytree(published.folder / "releases", home() / "releases")


def register_app() -> None:
    """Show the page where the register is edited."""
    from analysis.choice import default_choice
    from data.release import open_release
    from pages.views.register import register_view

    register_view(default_choice(open_release()))


def page(**address: str) -> AppTest:
    app = AppTest.from_function(register_app, default_timeout=SECONDS)
    for key, value in address.items():
        app.query_params[key] = value
    app.run()
    app.text_input(key="hvem").set_value("AB").run()
    return app


def field(app: AppTest, label: str) -> object:
    """Return the widget with this label, whatever its kind."""
    widgets = [*app.text_input, *app.selectbox, *app.text_area, *app.multiselect]
    return next(widget for widget in widgets if widget.label in (label, f"{label} *"))


def typed(app: AppTest, **texts: str) -> AppTest:
    for label, text in texts.items():
        field(app, label).set_value(text).run()  # type: ignore[attr-defined]
    return app


def token(app: AppTest) -> str:
    """Return the draft that the address names."""
    found = app.query_params["kladde"]
    return found if isinstance(found, str) else found[0]


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if button.label == label).click().run()


def test_a_new_initiative_is_saved_with_who_typed_it() -> None:
    app = typed(
        page(), Sted=HALSNAES, Indsatsområde="indbrud", Indsats="Lys i stierne", Status="planlagt", Fra="2026K1"
    )
    press(app, SAVE)
    assert not app.exception
    (saved,) = [entry for entry in initiatives() if entry.version]
    assert (saved.content.what, saved.content.place, saved.edited_by) == ("Lys i stierne", HALSNAES, "AB")
    assert "Gemt af AB" in messages(app)[0]


def test_what_is_missing_is_told_by_its_field_and_nothing_typed_is_lost() -> None:
    app = press(typed(page(), Indsats="Lys i stierne", Fra="engang"), SAVE)
    told = " ".join(messages(app))
    assert "Sted: skal udfyldes." in told and "Fra: skriv en dag" in told
    assert field(app, "Indsats").value == "Lys i stierne"  # type: ignore[attr-defined]
    assert not [entry for entry in initiatives() if entry.version]


def test_personal_data_is_refused_and_not_repeated() -> None:
    app = typed(page(), Sted=HALSNAES, Indsatsområde="indbrud", Indsats="Ring til 20 21 22 23", Status="planlagt")
    press(app, SAVE)
    assert "20 21 22 23" not in " ".join(messages(app))
    assert not [entry for entry in initiatives() if entry.version]


def test_a_correction_becomes_a_version_and_the_history_says_what_was_changed() -> None:
    saved = add_initiative(an_initiative(), "CD")
    app = press(typed(page(post_indsatser=saved.id), Ejer="Lokalpolitiet"), SAVE)
    assert initiative(saved.id).content.owner == "Lokalpolitiet"
    assert [entry.edited_by for entry in initiative_history(saved.id)] == ["CD", "AB"]
    text = html(app)
    assert "Historik" in text and ">Ejer<" in text and "oprettet" in text


def test_the_second_of_two_is_told_by_whom_and_what_and_neither_change_is_lost() -> None:
    saved = add_initiative(an_initiative(), "CD")
    app = typed(page(post_indsatser=saved.id), Ejer="Lokalpolitiet")
    other = replace(saved.content, expected_effect="20 % færre", note="Set i marken")
    edit_initiative(saved.id, 1, other, "EF")
    press(app, SAVE)
    assert initiative(saved.id).content == other  # nothing was overwritten
    assert "ændret af EF" in messages(app)[0]
    table = html(app)
    for cell in ("Forventet effekt", "20 % færre", "Kommunen", "Lokalpolitiet"):
        assert cell in table
    # What was typed here stands, and what the other saved stands beside it.
    assert field(app, "Ejer").value == "Lokalpolitiet"  # type: ignore[attr-defined]
    assert field(app, "Forventet effekt").value == "20 % færre"  # type: ignore[attr-defined]
    press(app, SAVE)
    assert initiative(saved.id).content == replace(other, owner="Lokalpolitiet")
    assert initiative(saved.id).version == 3


def test_what_somebody_took_out_meanwhile_is_told_and_stays_out() -> None:
    saved = add_initiative(an_initiative(), "CD")
    app = typed(page(post_indsatser=saved.id), Ejer="Lokalpolitiet")
    withdraw_initiative(saved.id, 1, "EF")
    press(app, SAVE)
    assert not app.exception
    assert saved.id not in {entry.id for entry in initiatives()}


def test_a_reload_brings_back_what_was_typed() -> None:
    saved = add_initiative(an_initiative(), "CD")
    first = typed(page(post_indsatser=saved.id), Ejer="Lokalpolitiet", Note="Linje\nto")
    again = page(post_indsatser=saved.id, kladde=token(first))
    assert field(again, "Ejer").value == "Lokalpolitiet"  # type: ignore[attr-defined]
    assert field(again, "Note").value == "Linje\nto"  # type: ignore[attr-defined]
    press(again, SAVE)
    assert initiative(saved.id).content.note == "Linje\nto"
    assert token(first) not in again.query_params["kladde"]


def test_a_reload_after_somebody_saved_is_still_a_conflict() -> None:
    saved = add_initiative(an_initiative(), "CD")
    first = typed(page(post_indsatser=saved.id), Ejer="Lokalpolitiet")
    edit_initiative(saved.id, 1, replace(saved.content, note="Imens"), "EF")
    press(page(post_indsatser=saved.id, kladde=token(first)), SAVE)
    assert initiative(saved.id).edited_by == "EF"


def test_a_draft_is_another_entrys_and_leads_nowhere() -> None:
    one, two = add_initiative(an_initiative(), "CD"), add_initiative(an_initiative("Andet"), "CD")
    begun = token(typed(page(post_indsatser=one.id), Ejer="Lokalpolitiet"))
    assert field(page(post_indsatser=two.id, kladde=begun), "Ejer").value == "Kommunen"  # type: ignore[attr-defined]


def test_what_is_typed_can_be_given_up() -> None:
    saved = add_initiative(an_initiative(), "CD")
    app = press(typed(page(post_indsatser=saved.id), Ejer="Lokalpolitiet"), UNDO)
    assert field(app, "Ejer").value == "Kommunen"  # type: ignore[attr-defined]
    assert initiative(saved.id).version == 1


def test_an_initiative_is_taken_out_when_somebody_is_sure() -> None:
    saved = add_initiative(an_initiative(), "CD")
    app = page(post_indsatser=saved.id)
    assert next(button for button in app.button if button.label == OUT).disabled
    app.checkbox[0].check().run()
    press(app, OUT)
    assert saved.id not in {entry.id for entry in initiatives()}
    assert initiative_history(saved.id)[-1].withdrawn


def test_nobody_saves_without_saying_who() -> None:
    saved = add_initiative(an_initiative(), "CD")
    app = page(post_indsatser=saved.id)
    app.text_input(key="hvem").set_value("").run()
    press(typed(app, Ejer="Lokalpolitiet"), SAVE)
    assert "skriv, hvem du er" in messages(app)[0]
    assert initiative(saved.id).version == 1


def test_a_file_is_read_in_and_tells_what_it_did() -> None:
    saved = add_initiative(an_initiative(), "CD")
    content = csv_of(INITIATIVE_FORM, [saved]).replace(b"Kommunen", b"Lokalpolitiet")
    app = page()
    app.file_uploader[0].set_value([("indsatser.csv", content, "text/csv")]).run()
    press(app, READ)
    assert "indsatser.csv: 0 tilføjet, 1 rettet, 0 uændret." in " ".join(messages(app))
    assert initiative(saved.id).content.owner == "Lokalpolitiet"


def test_a_file_with_a_fault_changes_nothing_and_names_line_and_column() -> None:
    content = "sted;omraade;indsats;status\n260;indbrud;Lys;i gang\n260;psp;Møder;i gang\n".encode()
    app = page()
    app.file_uploader[0].set_value([("indsatser.csv", content, "text/csv")]).run()
    press(app, READ)
    assert "Linje 3, kolonne »sted«: registreres kun for hele kredsen." in " ".join(messages(app))
    assert not [entry for entry in initiatives() if entry.version]


@pytest.mark.parametrize("kind", ["aktiviteter", "tryghed"])
def test_the_other_kinds_are_typed_in_the_same_way(kind: str) -> None:
    app = page(slags=kind)
    assert not app.exception
    assert f"Ny {'aktivitet' if kind == 'aktiviteter' else 'andel'}" in html(app)

"""Mødepakke: what is typed is kept and shared, contradictions are told, an unanswered check stops the freezing."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.packs.preparation import EVERYONE
from data.municipalities import municipality_codes
from data.register.draft import Draft, draft, save_draft
from data.register.packs import StoredPack, freeze, frozen_packs, pack_files, pack_versions
from pages.views.packs import STEPS
from tests.pages.conftest import PublishedHome
from tests.pages.seen import html, messages

CHOOSE, CHECK, TEXTS, FREEZE = STEPS
CODE = "2026K1-217"


@pytest.fixture(autouse=True)
def own_home(home: PublishedHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of one's own with the same releases."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "releases").symlink_to(home.folder / "releases", target_is_directory=True)
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("KREDSBLIK_TODAY", "2026-01-20")
    return tmp_path / "own"


def page(step: str, editor: str = "AB", **address: str) -> AppTest:
    def app() -> None:
        from pages.views.packs import packs_view
        from pages.widgets.choices import choose

        choice = choose()
        assert choice is not None
        packs_view(choice)

    seen = AppTest.from_function(app, default_timeout=120)
    for key, value in {"moede": "2026K1", "sted": "217", "trin": step, **address}.items():
        if value:
            seen.query_params[key] = value
    seen.run()
    return seen.text_input(key="hvem").set_value(editor).run() if editor else seen


def answered(app: AppTest) -> AppTest:
    """Tick what may be ticked, and say why the rest is all right."""
    for box in app.checkbox:
        box.check()
    for field in app.text_input:
        if field.label.endswith("(skal udfyldes)"):
            field.set_value("Gennemgået")
    return app.run()


def test_somebody_stands_by_what_is_typed() -> None:
    app = page(CHECK, editor="")
    assert "hvem der retter" in messages(app)[0]
    assert not app.checkbox


def test_a_pack_is_of_the_municipality_at_the_top_until_another_is_chosen() -> None:
    told = {"moede": "2026K1", "kommune": "217"}
    assert page(CHOOSE, editor="", **told, sted="").selectbox(key="sted").value == "217"
    assert page(CHOOSE, editor="", **told, sted="240").selectbox(key="sted").value == "240"


def test_the_check_is_asked_answered_and_there_again() -> None:
    app = page(CHECK)
    assert html(app).count("mangler svar") == 7
    app = answered(app)
    assert html(app).count("mangler svar") == 0
    assert html(page(CHECK, editor="CD")).count("mangler svar") == 0
    assert draft(CODE).edited_by == "AB"


def test_the_generated_sentence_stays_beside_the_edit_and_a_contradiction_is_pointed_out() -> None:
    app = page(TEXTS)
    generated = html(app).count("kb-generated")
    field = app.text_area(key=f"tekst|{CODE}|indbrud.udvikling.budskab")
    field.set_value("Der er flere indbrud på grund af vejret.").run()
    assert html(app).count("kb-generated") == generated
    assert "»på grund af« er en årsag" in html(app)
    again = page(TEXTS)
    assert again.text_area(key=f"tekst|{CODE}|indbrud.udvikling.budskab").value == field.value


def test_two_who_edit_the_same_text_the_second_is_told_and_sees_the_first() -> None:
    key = f"tekst|{CODE}|overblik.budskab"
    app = page(TEXTS, editor="CD")
    save_draft(draft(CODE), Draft(texts={"overblik.budskab": "Den ene"}), "AB")
    app.text_area(key=key).set_value("Den anden").run()
    assert "En anden har skrevet samme sted" in messages(app)[0] and "»Den anden«" in messages(app)[0]
    assert app.text_area(key=key).value == "Den ene"


def test_personal_data_is_refused_and_the_text_stays_to_be_corrected() -> None:
    key = f"tekst|{CODE}|overblik.budskab"
    app = page(TEXTS)
    app.text_area(key=key).set_value("Ring til 20 21 22 23").run()
    assert "telefonnummer" in messages(app)[0]
    assert draft(CODE).content == Draft()
    assert app.text_area(key=key).value == "Ring til 20 21 22 23"


def test_nothing_is_frozen_before_the_check_is_answered() -> None:
    app = page(FREEZE)
    assert app.button[0].disabled
    assert "Forhåndstjekket mangler svar" in html(app)
    assert frozen_packs() == ()


def test_a_pack_is_frozen_and_opens_again_to_the_byte() -> None:
    answered(page(CHECK))
    app = page(FREEZE)
    app.button[0].click().run()
    assert "Mødepakken er frosset" in " ".join(messages(app))
    (entry,) = frozen_packs()
    assert (entry.content.code, entry.edited_by) == (CODE, "AB")
    kept = pack_files(CODE)
    assert {name.rsplit(".", 1)[-1] for name in kept} == {"pptx", "docx", "pdf", "csv"}
    assert pack_files(CODE, 1) == kept


def test_who_gets_a_frozen_pack_is_said_at_the_button_and_it_can_be_taken_back() -> None:
    assert "udleveret til kommunen" in html(page(FREEZE))
    freeze(StoredPack(CODE, "2026K1", "217", None, "a1b2c3", '{"statements": []}'), {"a.csv": b"1"}, "AB", 0)
    (entry,) = frozen_packs()
    app = page(FREEZE, editor="CD")
    app.session_state[f"kb-fold-{entry.id}"] = True
    app.run()
    assert app.button(key=f"tilbage-{entry.id}").disabled
    app.checkbox(key=f"sikker-{entry.id}").check().run()
    app.button(key=f"tilbage-{entry.id}").click().run()
    assert "er taget tilbage" in " ".join(messages(app))
    assert frozen_packs() == ()
    assert pack_versions(CODE)[-1].edited_by == "CD"


def test_all_are_checked_at_once_and_what_one_municipality_says_for_itself_goes_first() -> None:
    everyone = page(CHECK, sted=EVERYONE)
    assert "Alle kommuner på én gang" in everyone.selectbox(key="sted").options
    answered(everyone)
    save_draft(draft(CODE), Draft(texts={"overblik.budskab": "Egen tekst"}), "CD")
    button = page(FREEZE, sted=EVERYONE).button[0]
    assert (button.label, button.disabled) == (f"Frys alle {len(municipality_codes())} mødepakker", False)
    assert "én kommune ad gangen" in html(page(TEXTS, sted=EVERYONE))


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ({"moede": "1999K1"}, "under »Møde«"),
        ({"sted": "999"}, "under »Sted«"),
        ({"trin": "9"}, "under »Trin«"),
        ({"moede": "2026K2", "tema": "cykler"}, "under »Tema«"),
    ],
)
def test_what_a_link_cannot_have_is_told(address: dict[str, str], told: str) -> None:
    app = page(CHOOSE, editor="", **address)
    assert not app.exception
    assert any(told in message for message in messages(app))

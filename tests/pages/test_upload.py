"""Upload: what is loaded, what is refused and why, what is published; nothing personal is shown or left behind."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.home import home
from data.incidents import incidents_path
from data.releases import current_release_id
from tests.pages.seen import html, messages, opened

CHECK, LOAD, PUBLISH = 0, 1, 2
NO_DAY = "31-02-2025 10:00"
SECRET = "010203-1234"  # invented; it reads like a CPR number
HEADER = "haendelse_id;kategori;anmeldt;kommunekode"
GOOD = [f"a{at};indbrud_beboelse;{at:02d}-11-2025 10:00;217" for at in range(1, 10)]


def uploaded(*rows: str, name: str = "udtraek_2026-01-12.csv") -> AppTest:
    app = opened()
    content = "\n".join((HEADER, *rows)).encode()
    app.file_uploader[0].set_value([(name, content, "text/csv")]).run()
    return app


def test_nothing_can_be_loaded_before_a_file_is_chosen() -> None:
    assert [button.disabled for button in opened().button] == [True, True, False]


def test_a_look_changes_nothing() -> None:
    app = uploaded(*GOOD)
    app.button[CHECK].click().run()
    assert "9 hændelser i orden, 0 rækker afvist" in html(app)
    assert "Intet er gemt." in html(app)
    assert not incidents_path().exists()


def test_good_rows_are_loaded_and_bad_ones_told_by_line_and_column_without_their_value() -> None:
    app = uploaded(*GOOD, f"b1;indbrud_beboelse;{NO_DAY};217")
    app.button[LOAD].click().run()
    assert "9 hændelser indlæst, 1 række afvist" in html(app)
    assert re.search(r'<td class="kb-number"[^>]*>11</td><td[^>]*>anmeldt</td>', html(app))  # the header is line 1
    assert NO_DAY not in html(app)


def test_a_file_with_personal_data_is_refused_and_the_data_is_not_told() -> None:
    app = uploaded(*GOOD, f"b1;indbrud_beboelse;{SECRET};217")
    app.button[LOAD].click().run()
    assert "linje 11: anmeldt ligner et CPR-nummer" in messages(app)[0]
    assert SECRET not in html(app) + messages(app)[0]


def test_a_file_with_an_unknown_column_is_refused_in_danish() -> None:
    app = opened()
    app.file_uploader[0].set_value([("x_2026-01-12.csv", f"{HEADER};navn\n".encode(), "text/csv")]).run()
    app.button[LOAD].click().run()
    assert not app.exception
    assert "navn" in messages(app)[0]
    assert "hændelser indlæst" not in html(app)


def test_two_files_of_one_name_are_not_taken_for_one() -> None:
    app = opened()
    files = [("ud_2026-01-12.csv", f"{HEADER}\n{row}\n".encode(), "text/csv") for row in GOOD[:2]]
    app.file_uploader[0].set_value(files).run()
    app.button[LOAD].click().run()
    assert "To forskellige filer hedder ud_2026-01-12.csv." in messages(app)[0]
    assert not incidents_path().exists()


def test_a_foreign_file_is_read_by_the_profile_that_was_chosen() -> None:
    header = "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type"
    app = opened()
    lines = f"{header},Last outcome category,Context\nab12cd,2025-11,,,,,,,,Burglary,,\n"
    app.file_uploader[0].set_value([("street_2026-01-12.csv", lines.encode(), "text/csv")])
    app.get("selectbox")[-1].set_value("politi_uk")
    app.run().button[CHECK].click().run()
    assert "1 hændelse i orden, 0 rækker afvist; dækker november 2025; udtrækkets dato 12.01.2026." in html(app)


@pytest.mark.parametrize("button", [CHECK, LOAD])
def test_the_uploaded_file_is_gone_afterwards(button: int) -> None:
    app = uploaded(*GOOD)
    app.button[button].click().run()
    left = [path.name for path in home().rglob("*") if path.suffix == ".csv" or path.name.startswith(".upload-")]
    assert left == []


def test_a_file_name_cannot_lead_out_of_the_folder() -> None:
    app = uploaded(*GOOD, name="../../ud_2026-01-12.csv")
    app.button[LOAD].click().run()
    assert not app.exception
    assert not list(Path(home()).parent.glob("ud_2026*"))


def test_what_is_loaded_can_be_published_and_is_shown_at_once() -> None:
    app = uploaded(*GOOD)
    app.button[LOAD].click().run()
    app.button[PUBLISH].click().run()
    assert not app.exception
    assert app.query_params["udgave"] == current_release_id()
    assert f"Udgave #{current_release_id()}" in html(app)

"""What people type into the register is text on every page and in every file: no tag, link, formula or template."""

import csv
import io
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import BrowserContext

from data.meeting_calendar import parse_meeting
from data.periods import parse_period
from data.register.activity import ACTIVITY_FORM, Activity, ActivityKind
from data.register.forms import FORMS
from data.register.initiatives import add_initiative
from data.register.kept import add
from data.register.meeting import MEETING_FORM, Meeting
from data.register.question import QUESTION_FORM, new_question
from data.register.survey import SURVEY_FORM, SurveyShare
from data.register.when import parse_when
from tests.data.register.examples import an_initiative
from tests.harness.server import Server, served
from tests.harness.visitor import visiting

ROOT = Path(__file__).resolve().parents[2]

# As a tag, as Markdown, as a template, and as a link that is merely written. A formula is refused when it is typed.
HOSTILE = "Lys <img src=x onerror=evil()>[k](http://e.dk)<a href='//e.dk'>{{7*7}}"
LONG = f"{HOSTILE} ![b](http://e.dk/i.png) $x$ :red[r] http://e.dk/ <script>evil()</script>"
PLACE = "260"

# The pages that are made of what people type; whether what they show of it is in sight when all is unfolded.
REGISTER_PAGES = {
    "indsatser": True,
    "spoergsmaal": True,
    "indbrud": False,
    "moeder": False,
    "ret-registeret": False,
    "moedepakke": False,
    "tryghed": True,
    "samarbejdsplan": False,
}

# Whatever of it has become more than text: links and pictures that lead away, and tags with a handler.
ALIVE = """() => [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on')
  || /e\\.dk/.test(a.value) && ['href', 'src', 'xlink:href', 'style'].includes(a.name))).map(e => e.outerHTML)"""


@pytest.fixture(scope="module")
def hostile(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    home = copytree(demo_home, tmp_path_factory.mktemp("hostile") / "home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(home))
        texts = dict.fromkeys(("expected_effect", "note"), LONG) | dict.fromkeys(("owner", "source"), HOSTILE)
        for place in (PLACE, "kreds"):
            when = {"start": parse_when("2024-03-01"), "end": parse_when("2025-03-01")}
            add_initiative(an_initiative(HOSTILE, place=place, indicator="indbrud_beboelse", **when, **texts), HOSTILE)
        add(MEETING_FORM, Meeting(parse_meeting("2026K1").quarter, PLACE, agreed=LONG, note=LONG), "AB")
        add(QUESTION_FORM, replace(new_question(LONG, "indbrud?kommune=260"), answer=LONG), "AB")
        add(SURVEY_FORM, SurveyShare(HOSTILE, HOSTILE, PLACE, 2025, 80.0, HOSTILE), "AB")
        add(ACTIVITY_FORM, Activity(parse_period("2025"), PLACE, "indbrud", ActivityKind.TALK, 3, source=HOSTILE), "AB")
        log = home / "server.log"
        with served(ROOT / "app.py", ROOT, log, {"KREDSBLIK_HOME": str(home)}) as server:
            yield server


def test_on_every_page_that_shows_it_it_is_read_as_it_is_written(hostile: Server, browser: BrowserContext) -> None:
    with visiting(browser) as person:
        for path, shows in REGISTER_PAGES.items():
            person.visit(f"{hostile.url}/{path}?kommune={PLACE}&periode=2025K4")
            person.page.evaluate("document.querySelectorAll('details:not([open]) > summary').forEach(e => e.click())")
            person.settle()
            assert person.page.evaluate(ALIVE) == [], path
            assert (HOSTILE in person.page.locator("body").inner_text()) >= shows, path
        assert (person.outside, person.errors) == ([], [])
        person.page.evaluate(
            "document.body.insertAdjacentHTML('beforeend', '<a href=//e.dk>k</a><b onclick=evil()>b</b>')"
        )
        assert len(person.page.evaluate(ALIVE)) == len(["the link", "the handler"])


def test_a_spreadsheet_runs_none_of_it(hostile: Server, tmp_path: Path) -> None:
    for kind in FORMS:
        file = tmp_path / f"{kind}.csv"
        command = [sys.executable, "-m", "data.register", "export", str(file), "--kind", kind]
        subprocess.run(
            command, cwd=ROOT, env={"KREDSBLIK_HOME": str(hostile.log.parent)}, check=True, capture_output=True
        )
        text = file.read_text(encoding="utf-8-sig")
        assert "evil" in text
        cells = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
        assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r"))]

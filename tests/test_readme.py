"""Documentation that can be wrong is tested: links lead somewhere, and commands do what is said."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import commands
import pytest

from tests.harness.documents import COMMANDS, OUR_COMMAND, PAGES, ROOT, TEXT
from tests.harness.words import english_words_in

README = TEXT[ROOT / "README.md"]
OURS = {module for module, _ in COMMANDS}


def ran(module: str, *arguments: str, home: Path | None = None) -> "subprocess.CompletedProcess[str]":
    environment = os.environ | ({"KREDSBLIK_HOME": str(home)} if home else {})
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", TEXT[page])
    assert not [link for link in links if not (page.parent / link).exists()]


def test_the_first_screen_shows_both_commands_on_every_system() -> None:
    first_screen = README.splitlines()[:30]
    shown = [command for line in first_screen for command in re.findall(r"`([^`]+)`", line)]
    for command in ("run", "test"):
        assert {f"make {command}", rf"py .ci\start.py {command}"} <= set(shown)


def test_make_has_what_is_shown_and_calls_what_there_is() -> None:
    targets = set(re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)[1].split())  # type: ignore[index]
    assert targets == set(commands.COMMANDS)
    assert {target for text in TEXT.values() for target in re.findall(r"`make (\w+)", text)} <= targets


def test_continuous_integration_runs_the_readmes_test_command() -> None:
    assert "exec make test" in (ROOT / ".ci" / "run").read_text()


@pytest.mark.parametrize("module", sorted(OURS))
def test_a_command_explains_itself_in_danish_and_has_the_options_that_are_shown(module: str) -> None:
    told = ran(module, "--help")
    assert english_words_in(told.stdout + told.stderr) == []
    shown = {
        option
        for text in TEXT.values()
        for match in OUR_COMMAND.finditer(text)
        if match[1] == module
        for option in re.findall(r"--[\w-]+", match[2])
    }
    assert not [option for option in shown if option not in told.stdout + told.stderr]


def test_the_readmes_question_is_answered_by_both_series(demo_home: Path) -> None:
    example = next(match for match in OUR_COMMAND.finditer(README) if match[1] == "analysis.situation")
    told = ran(example[1], *example[2].split(), home=demo_home)
    answer = json.loads(told.stdout)
    assert (told.returncode, answer["name"], answer["observed"]) == (0, "Helsingør", 163)


SHELL_BLOCKS = [block for text in TEXT.values() for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL)]


@pytest.mark.parametrize("block", SHELL_BLOCKS, ids=lambda block: block.split("\n")[0][:40])
def test_what_is_to_be_typed_is_what_a_shell_understands(block: str) -> None:
    subprocess.run(["sh", "-n"], input=block, text=True, check=True)

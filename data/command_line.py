"""Command lines that speak Danish: argparse's own words are English."""

import argparse
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from data.errors import UserError


class DanishParser(argparse.ArgumentParser):
    """A parser that answers a wrong call, and -h, with its usage text."""

    def __init__(self, usage: str) -> None:
        super().__init__(add_help=False)
        self._text = usage
        self.add_argument("-h", "--help", action=_Help, nargs=0, text=usage)

    def error(self, message: str) -> NoReturn:  # noqa: ARG002
        raise UserError(self._text)


class _Help(argparse.Action):
    """Print the usage and end well."""

    def __init__(self, *arguments: Any, text: str, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._text = text

    def __call__(self, *_: str | Sequence[Any] | argparse.ArgumentParser | argparse.Namespace | None) -> None:
        print(self._text, file=sys.stderr)
        sys.exit(0)

"""What a load did: typed for the upload page, JSON for scripts, Danish lines for people."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from data.coverage import Coverage
from data.errors import UserError
from data.refusals import LISTED, Refusal

INCIDENTS = "incidents"


@dataclass(frozen=True)
class FileReport:
    """What became of one file.

    `kind`: `incidents`, or the companion table that it replaced (`road_sections`, `cell_dwellings`). `refusals` are
    the first `LISTED` of `refused` rows. `coverage` and `extracted` are None for a companion. `already_loaded`: the
    same file is in force and nothing was changed; the numbers are those of that time. `same_as`: the file of the same
    command that this one is a copy of; it is counted there. `delivery`: its number, None for a companion.
    """

    name: str
    kind: str
    sha256: str
    accepted: int
    refused: int = 0
    refusals: tuple[Refusal, ...] = ()
    coverage: Coverage | None = None
    extracted: dt.date | None = None
    profile: str | None = None
    demo: bool = False
    already_loaded: bool = False
    same_as: str | None = None
    delivery: int | None = None


@dataclass(frozen=True)
class LoadReport:
    """What a load did with its files. `check`: only looked, nothing is stored."""

    files: tuple[FileReport, ...]
    check: bool = False

    @property
    def accepted(self) -> int:
        """Return the number of incidents, companions left out."""
        return sum(file.accepted for file in self._extracts)

    @property
    def refused(self) -> int:
        return sum(file.refused for file in self._extracts)

    @property
    def _extracts(self) -> tuple[FileReport, ...]:
        return tuple(file for file in self.files if file.kind == INCIDENTS)


class FileRefusedError(UserError):
    """A file of which nothing can be used; `report` lists its rows."""

    def __init__(self, text: str, report: FileReport) -> None:
        super().__init__(text)
        self.report = report


def as_json(report: LoadReport, error: str | None = None) -> dict[str, Any]:
    """Return the report as INTERFACES describes it: one file's refusals as they are, several files' with `file`."""
    several = len(report.files) > 1
    refusals = [_refusal(refusal, file, several) for file in report.files for refusal in file.refusals]
    coverages = [file.coverage for file in report.files if file.coverage]
    return {
        "accepted": report.accepted,
        "refused": report.refused,
        "refusals": refusals[:LISTED],
        "coverage": _coverage(coverages[0] if len(coverages) == 1 else Coverage.of_all(coverages))
        if coverages
        else None,
        "check": report.check,
        "error": error,
        "files": [_file(file) for file in report.files],
    }


def _refusal(refusal: Refusal, file: FileReport, several: bool) -> dict[str, Any]:
    told = {"line": refusal.line, "column": refusal.column, "reason": refusal.reason}
    return told | {"file": file.name} if several else told


def _file(file: FileReport) -> dict[str, Any]:
    return {
        "file": file.name,
        "kind": file.kind,
        "sha256": file.sha256,
        "accepted": file.accepted,
        "refused": file.refused,
        "coverage": _coverage(file.coverage) if file.coverage else None,
        "extracted": file.extracted.isoformat() if file.extracted else None,
        "profile": file.profile,
        "demo": file.demo,
        "already_loaded": file.already_loaded,
        "same_as": file.same_as,
    }


def _coverage(coverage: Coverage) -> Mapping[str, Any]:
    return {
        "cells": coverage.cells,
        "municipalities": list(coverage.municipalities),
        "from": coverage.first,
        "to": coverage.last,
        "categories": list(coverage.categories),
        "open_months": list(coverage.open_months),
    }

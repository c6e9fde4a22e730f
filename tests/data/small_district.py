"""A small district written straight into incidents.duckdb: what publish and release are tested on."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from data.catalogue import CATEGORIES
from data.incidents import open_incidents
from data.municipalities import UNKNOWN, municipality_codes

EXTRACTED = dt.date(2026, 1, 12)
EVERY_PLACE = (*municipality_codes(), UNKNOWN)
_DELIVERY_COLUMNS = (
    *("delivery", "file_name", "sha256", "settings", "accepted", "refused", "cells"),
    *("extracted", "loaded_at", "contract_version", "demo", "profile"),
)


def incident(number: int, category: str, reported: str, municipality: str, **values: Any) -> dict[str, Any]:
    """Return an incident; `reported` is an ISO date."""
    return {
        "delivery": 1,
        "haendelse_id": f"h-{number}",
        "kategori": category,
        "anmeldt": dt.datetime.fromisoformat(reported),
        "kommunekode": municipality,
    } | values


def load_district(
    incidents: Iterable[Mapping[str, Any]],
    first_year: int = 2024,
    *,
    extracted: dt.date = EXTRACTED,
    demo: bool = False,
    places: Sequence[str] = EVERY_PLACE,
) -> None:
    """Write incidents as one delivery that covers every month and category of the places to January of its date."""
    months = [f"{year}-{month:02d}" for year in range(first_year, extracted.year) for month in range(1, 13)]
    months.append(f"{extracted.year}-01")
    coverage = pd.DataFrame(
        [
            (place, month, category, 1, month == months[-1])
            for place in places
            for month in months
            for category in CATEGORIES
        ],
        columns=["municipality", "month", "category", "delivery", "is_open"],
    )
    delivery = pd.DataFrame(
        [(1, "udtraek.csv", "ab", "", 1, 0, len(coverage), extracted, dt.datetime(2026, 1, 12, 9), 1, demo, None)],
        columns=[
            "delivery",
            "file_name",
            "sha256",
            "settings",
            "accepted",
            "refused",
            "cells",
            "extracted",
            "loaded_at",
            "contract_version",
            "demo",
            "profile",
        ],
    )
    with open_incidents(read_only=False) as connection:
        for table, frame in (
            ("incident_rows", pd.DataFrame([dict(row) for row in incidents])),
            ("coverage", coverage),
            ("deliveries", delivery),
        ):
            connection.register("frame", frame)
            connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM frame")
            connection.unregister("frame")

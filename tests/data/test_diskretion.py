"""docs/diskretion.md says what the code does: each number in it is the code's own, and so is the table."""

import re
from pathlib import Path

import pytest

from data import disclosure, map_cells, money, process_shares
from data.catalogue import CATEGORIES, THREE_YEARS, Category, Unit

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "diskretion.md").read_text(encoding="utf-8")
PLAIN = re.sub(r"\s+", " ", TEXT)


def row(category: Category) -> str:
    """Return the table's row of a category."""
    count = "kvartal" if category.quarterly else "afsluttede år"
    special = [
        text
        for holds, text in (
            (category.sensitive, "følsom"),
            (category.district_only, "kun hele kredsen"),
            (
                category.unit is Unit.CASES,
                "sager pr. kvartal, forhold pr. år" if category.quarterly else "sager og forhold",
            ),
            (category.breakdown_years == THREE_YEARS, "fordelinger for tre år"),
            (category.mapped, "kort"),
            (category.losses, "beløb"),
            (any(each.guarantee for each in category.promises), "politigaranti"),
            (any(not each.guarantee for each in category.promises), "svar og udførelse"),
        )
        if holds
    ]
    return f"| {category.name} | {count} | {', '.join(special)} |"


def test_the_table_is_the_catalogue() -> None:
    rows = TEXT[TEXT.index("| kategori |") :].strip().splitlines()[2:]
    assert [line.replace("|  |", "| |") for line in rows] == [
        row(category).replace("|  |", "| |") for category in CATEGORIES.values()
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        f"hver gruppe har mindst {disclosure.SMALLEST_GROUP} sager",
        f"mindst {disclosure.SMALLEST_GROUP} sager ud over den største af dem",
        f"vises fra {disclosure.SMALLEST_GROUP} sager; tider",
        f"fra {process_shares.SMALLEST_FOR_QUANTILES}.",
        f"fra {money.LEAST_LOSSES} tab, afrundet til {money.ROUNDED_TO:,} kr.".replace(",000", ".000"),
        f"højst {money.LARGEST_SHARE:.0%} af den".replace("%", " %"),
        f"mindst {money.PROTECTION:.0%} af det største".replace("%", " %"),
        f"afrundes til {money.SUM_ROUNDED_TO:,} kr.".replace(",", "."),
        f"mindst {map_cells.LEAST_DWELLINGS} boliger",
        f"i mindst {map_cells.LEAST_BLANK} felter",
        f"klasserne {' og '.join(', '.join(reversed(map_cells.CLASSES.values())).rsplit(', ', 1))}",
    ],
)
def test_each_limit_is_the_codes_own(sentence: str) -> None:
    assert sentence in PLAIN


def test_every_module_that_is_named_is_there() -> None:
    for name in re.findall(r"`((?:data|tests)/[\w/.]+)`", TEXT):
        assert (Path(__file__).resolve().parents[2] / name).exists()

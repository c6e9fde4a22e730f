"""Variables that are not kept: totals or all parts, never both and never some."""

from itertools import product
from pathlib import Path

import pandas as pd
import pytest

from data.errors import UserError
from data.municipalities import municipality_codes
from data.statbank.reading import read_file
from tests.data.statbank.exports import Row, api_file, grid, workbook

FOLK1A = "OMRÅDE;KØN;ALDER;CIVILSTAND;TID;INDHOLD"
UHELDK1 = "OMRÅDE;UHELD;INDBLAND;ALDER;KØN;TID;INDHOLD"
FAM55N = "OMRÅDE;HUSTYP;HUSSTØR;ANTBORNH;TID;INDHOLD"
BOL101 = "OMRÅDE;BEBO;ANVENDELSE;UDLFORH;EJER;OPFØRELSESÅR;TID;INDHOLD"

AREAS = list(municipality_codes())
AGES = [str(age) for age in range(126)]
VEHICLES = ["11", "12", "13", "21", "31", "33", "41", "45", "50", "61", "71", "99"]
BANDS = ["9917", "1824", "2544", "4564", "6599", "9999"]
HOUSEHOLDS = (["M", "K", "PAR", "PA", "IHB", "AH"], ["1", "2", "3", "4", "5", "6", "7", "8+"], list("01234") + ["5-"])


def values(file: Path) -> dict[tuple[str, ...], int]:
    cells = read_file(file).cells
    return {tuple(map(str, key)): int(value) for *key, value in cells.itertuples(index=False)}


@pytest.mark.parametrize(
    ("sexes", "ages", "states", "expected"),
    [
        (["TOT"], ["IALT"], ["TOT"], 1),
        (["TOT", "1", "2"], ["IALT"], ["TOT"], 1),  # the total, not 1 + 1 + 1
        (["1", "2"], ["IALT"], ["TOT"], 2),  # both parts
        (["TOT"], AGES, ["TOT"], 126),
        (["TOT", "1", "2"], ["IALT", *AGES], ["TOT", "U", "G", "E", "F"], 1),
        (["Mænd", "Kvinder"], ["Alder i alt"], ["I alt"], 2),
        (["Men", "Women", "Total"], ["Total"], ["Never married", "Married/separated", "Widowed", "Divorced"], 4),
        (["TOT I alt", "1 Mænd", "2 Kvinder"], ["IALT Alder i alt"], ["TOT I alt"], 1),
    ],
)
def test_population(tmp_path: Path, sexes: list[str], ages: list[str], states: list[str], expected: int) -> None:
    """Every row says 1, so that the sum is the number of rows that were added."""
    file = api_file(tmp_path / "x.csv", grid(["157"], sexes, ages, states, ["2026K2"], value=1), FOLK1A)
    assert values(file) == {("157", "2026K2"): expected}


@pytest.mark.parametrize(
    ("sexes", "ages", "states"),
    [
        (["1"], ["IALT"], ["TOT"]),
        (["TOT"], [str(age) for age in range(18)], ["TOT"]),
        (["TOT"], ["IALT"], ["U", "G"]),
    ],
)
def test_a_part_of_the_population_is_refused(
    tmp_path: Path, sexes: list[str], ages: list[str], states: list[str]
) -> None:
    file = api_file(tmp_path / "x.csv", grid(["157"], sexes, ages, states, ["2026K2"]), FOLK1A)
    with pytest.raises(UserError, match="kun en del af"):
        read_file(file)


def test_a_population_with_a_missing_row_is_refused(tmp_path: Path) -> None:
    """With a zero in the file, every combination must be there."""
    rows = grid(["157", "201"], ["1", "2"], ["IALT"], ["TOT"], ["2026K2"])
    rows[0] = (*rows[0][:-1], 0)
    with pytest.raises(UserError, match="mangler rækker"):
        read_file(api_file(tmp_path / "x.csv", rows[:-1], FOLK1A))


def test_an_unknown_part_makes_the_sum_unknown(tmp_path: Path) -> None:
    rows = grid(["157", "201"], ["1", "2"], ["IALT"], ["TOT"], ["2026K2"], value=30000)
    rows[0] = (*rows[0][:-1], "..")
    read = read_file(api_file(tmp_path / "x.csv", rows, FOLK1A))
    assert read.cells.to_dict("records") == [{"area": "201", "period": "2026K2", "value": 60000}]
    assert read.unknown == 1


def test_casualties_have_no_totals_and_are_summed(tmp_path: Path) -> None:
    """12 vehicles x 6 ages x 3 sexes, each with one person: 216 in each group of severity."""
    rows = grid(["157", "201"], ["1", "2", "3"], VEHICLES, BANDS, ["1", "2", "9"], ["2023", "2024"], value=1)
    expected = {
        (area, year, severity): 216 for area in ("157", "201") for year in ("2023", "2024") for severity in "123"
    }
    assert values(api_file(tmp_path / "x.csv", rows, UHELDK1)) == expected


def test_casualties_without_the_rare_groups_where_zeros_are_left_out(tmp_path: Path) -> None:
    vehicles = [vehicle for vehicle in VEHICLES if vehicle not in {"12", "13"}]
    rows = grid(AREAS, ["1", "2", "3"], vehicles, BANDS[:-1], ["1", "2"], ["2024"], value=1)
    assert values(api_file(tmp_path / "x.csv", rows, UHELDK1))["157", "2024", "1"] == 10 * 5 * 2


def test_casualties_among_men_alone_are_refused(tmp_path: Path) -> None:
    rows = grid(["157"], ["1", "2", "3"], VEHICLES, BANDS, ["1"], ["2024"])
    with pytest.raises(UserError, match="kun en del af køn"):
        read_file(api_file(tmp_path / "x.csv", rows, UHELDK1))


def test_casualties_must_add_up_to_their_total(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("157", severity, "2024", count) for severity, count in (("0", 30), ("1", 1), ("2", 20), ("3", 10))
    ]
    with pytest.raises(UserError, match="flere end personskade i alt"):
        read_file(api_file(tmp_path / "x.csv", rows, "OMRÅDE;UHELD;TID;INDHOLD"))


def test_nobody_killed_is_zero_in_bulk(tmp_path: Path) -> None:
    rows = grid(["157", "201"], ["1", "2", "3"], ["2023", "2024"], value=15)
    del rows[0]  # Gentofte, killed, 2023
    assert values(api_file(tmp_path / "x.csv", rows, "OMRÅDE;UHELD;TID;INDHOLD"))["157", "2023", "1"] == 0


def test_households_have_no_totals_and_are_summed(tmp_path: Path) -> None:
    rows = grid(["157", "201"], *HOUSEHOLDS, ["2027"], value=100)
    assert values(api_file(tmp_path / "x.csv", rows, FAM55N)) == {("157", "2027"): 28800, ("201", "2027"): 28800}


def test_households_of_one_kind_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="kun en del af husstandstype"):
        read_file(api_file(tmp_path / "x.csv", grid(["157"], ["M"], *HOUSEHOLDS[1:], ["2027"]), FAM55N))


def dwelling_rows(residents: list[str]) -> list[Row]:
    uses = ["125", "130", "140", "150", "160", "565", "570"]
    return grid(
        ["157"], residents, uses, ["EJ", "LEJ", "IB"], ["10", "20", "41", "50"], ["1", "2", "3"], ["2027"], value=1
    )


def test_dwellings_are_those_with_and_without_residents_but_no_empty_cottages(tmp_path: Path) -> None:
    """7 uses x 3 tenancies x 4 owners x 3 periods = 252 for each kind of resident; two kinds count."""
    file = api_file(tmp_path / "x.csv", dwelling_rows(["1000", "2000", "5000"]), BOL101)
    assert values(file) == {("157", "2027"): 504}


@pytest.mark.parametrize("residents", [["1000"], ["2000"], ["1000", "5000"]])
def test_some_of_the_dwellings_are_refused(tmp_path: Path, residents: list[str]) -> None:
    with pytest.raises(UserError, match="kun en del af boligerne"):
        read_file(api_file(tmp_path / "x.csv", dwelling_rows(residents), BOL101))


def test_a_sum_over_a_file_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    """The last area has only its first kinds of household: 26 of 288 rows."""
    rows = grid(AREAS, *HOUSEHOLDS, ["2027"], value=3)
    with pytest.raises(UserError, match="Det sidste område mangler rækker"):
        read_file(api_file(tmp_path / "x.csv", rows[: -288 + 26], FAM55N))


def test_repeated_cells_that_agree_count_once(tmp_path: Path) -> None:
    rows = grid(["157", "201"], ["1", "2"], ["IALT"], ["TOT"], ["2026K2"])
    assert values(api_file(tmp_path / "x.csv", rows + rows, FOLK1A)) == {("157", "2026K2"): 14, ("201", "2026K2"): 14}


def test_repeated_cells_that_disagree_are_refused(tmp_path: Path) -> None:
    rows: list[Row] = [("157", "1320", "2025K1", 3), ("201", "1320", "2025K1", 3), ("Gentofte", "1320", "2025Q1", 4)]
    with pytest.raises(UserError, match=r"linje 4: Det samme tal .* \(linje 2, 4\)"):
        read_file(api_file(tmp_path / "x.csv", rows))


def test_parts_across_two_rows_of_headers(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("Folketal den 1. i kvartalet efter område, køn og tid",),
        ("", "Mænd", "", "Kvinder", ""),
        ("", "2026K1", "2026K2", "2026K1", "2026K2"),
        ("Gentofte", 36000, 36100, 39106, 39200),
    ]
    assert values(workbook(tmp_path / "x.xlsx", rows)) == {("157", "2026K1"): 75106, ("157", "2026K2"): 75300}


def test_a_hidden_part_is_noticed_by_its_size(tmp_path: Path) -> None:
    """Without a title nothing says that only men were chosen, but Gentofte has 75,106 inhabitants, not 36,000."""
    rows: list[Row] = [("", "2026K1"), ("Gentofte", 36000)]
    with pytest.raises(UserError, match="FOLK1A"):
        read_file(workbook(tmp_path / "FOLK1A.xlsx", rows))
    assert values(workbook(tmp_path / "FOLK1A.xlsx", [("", "2026K1"), ("Gentofte", 75106)])) == {
        ("157", "2026K1"): 75106
    }


def test_order_of_rows_and_columns_does_not_matter(tmp_path: Path) -> None:
    combinations = list(product(["157", "201"], ["1", "2", "3"], VEHICLES, BANDS, ["1", "2", "9"], ["2024"]))
    frame = pd.DataFrame(combinations, columns=UHELDK1.split(";")[:-1]).assign(INDHOLD=range(len(combinations)))
    expected = values(api_file(tmp_path / "x.csv", frame.itertuples(index=False), UHELDK1))
    shuffled = frame.sample(frac=1, random_state=1)[["KØN", "TID", "ALDER", "OMRÅDE", "INDBLAND", "UHELD", "INDHOLD"]]
    header = ";".join(shuffled.columns)
    assert values(api_file(tmp_path / "y.csv", shuffled.itertuples(index=False), header)) == expected

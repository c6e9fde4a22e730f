"""Zeros that BULK leaves out: within the file's own areas, codes and periods, and only where zero is believable."""

from pathlib import Path

import pytest

from data.errors import UserError
from data.municipalities import municipality_codes
from data.statbank.reading import ReadFile, read_file
from tests.data.statbank.exports import Row, api_file, grid, web_csv

AREAS = list(municipality_codes())
# Manslaughter, robbery and prostitution: nothing is known of them, and small numbers are usual.
CODES = ["1230", "1380", "1180"]
QUARTERS = ["2026K1", "2026K2"]


def found(read: ReadFile) -> dict[tuple[str, ...], int]:
    return {tuple(map(str, key)): int(value) for *key, value in read.cells.itertuples(index=False)}


def test_a_cell_that_is_left_out_is_zero(tmp_path: Path) -> None:
    rows = grid(AREAS, CODES, QUARTERS, value=2)
    del rows[5]  # the first municipality, 1180, 2026K2
    read = read_file(api_file(tmp_path / "x.csv", rows))
    assert read.zero_filled == 1
    assert found(read)[AREAS[0], "2026K2", "1180"] == 0
    assert len(read.cells) == 13 * 3 * 2


def test_only_what_occurs_in_the_file_spans_the_grid(tmp_path: Path) -> None:
    read = read_file(api_file(tmp_path / "x.csv", [("157", "1230", "2026K1", 1), ("201", "1180", "2026K2", 1)]))
    assert set(read.cells["area"]) == {"157", "201"}
    assert len(read.cells) == 2 * 2 * 2
    assert read.zero_filled == 6


def test_a_file_that_says_zero_leaves_none_out(tmp_path: Path) -> None:
    rows = grid(AREAS, CODES, QUARTERS, value=2)
    rows[0] = (*rows[0][:-1], 0)
    del rows[5]
    read = read_file(api_file(tmp_path / "x.csv", rows))
    assert (read.zero_filled, len(read.cells)) == (0, 13 * 3 * 2 - 1)
    assert "1 tal mangler og er ikke sat til nul" in read.notes[0]


def test_an_unknown_cell_is_not_zero(tmp_path: Path) -> None:
    rows = grid(AREAS, CODES, QUARTERS, value=2)
    rows[5] = (*rows[5][:-1], "..")
    read = read_file(api_file(tmp_path / "x.csv", rows))
    assert (read.zero_filled, read.unknown) == (0, 1)
    assert (AREAS[0], "2026K2", "1180") not in found(read)


def test_the_web_matrix_leaves_nothing_out(tmp_path: Path) -> None:
    rows = [(" ", " ", *QUARTERS), ("Røveri", "Gentofte", 1, 2), ("Manddrab", "Allerød", 1, "")]
    read = read_file(web_csv(tmp_path / "x.csv", rows))
    assert (read.zero_filled, len(read.cells), read.unknown) == (0, 3, 1)


def test_denominators_are_never_zero(tmp_path: Path) -> None:
    """So few that zero would be believable, of places that nothing is known of."""
    rows: list[Row] = [
        ("000", "TOT", "IALT", "TOT", "2026K1", 3),
        ("084", "TOT", "IALT", "TOT", "2026K2", 3),
    ]
    read = read_file(api_file(tmp_path / "x.csv", rows, "OMRÅDE;KØN;ALDER;CIVILSTAND;TID;INDHOLD"))
    assert (read.zero_filled, len(read.cells)) == (0, 2)


def test_a_hand_picked_file_gives_what_it_says_and_nothing_more(tmp_path: Path) -> None:
    """Gentofte and Helsingør had far more than 15 burglaries in every quarter that is known: two zeros are no zeros."""
    rows: list[Row] = [("157", "1320", "2025K3", 150), ("217", "1320", "2025K4", 163)]
    read = read_file(api_file(tmp_path / "x.csv", rows))
    assert found(read) == {("157", "2025K3", "1320"): 150, ("217", "2025K4", "1320"): 163}
    assert "2 tal mangler og er ikke sat til nul" in read.notes[0]


def test_one_surprising_zero_is_taken_and_pointed_out(tmp_path: Path) -> None:
    rows = [
        row
        for row in grid(["157", "217"], ["1320", "1380"], QUARTERS, value=60)
        if row[:3] != ("217", "1320", "2026K2")
    ]
    read = read_file(api_file(tmp_path / "x.csv", rows))
    assert found(read)["217", "2026K2", "1320"] == 0
    assert read.notes == (
        "Helsingør, 2026K2, 1320 mangler i filen og er derfor 0, men plejer at være højere. Kontrollér det.",
    )


def test_a_known_large_number_is_never_overwritten_with_a_zero_that_nobody_wrote(tmp_path: Path) -> None:
    rows = grid(["157", "217"], ["1320", "1380"], ["2025K3", "2025K4"], value=60)
    read = read_file(api_file(tmp_path / "x.csv", [row for row in rows if row[:3] != ("217", "1320", "2025K4")]))
    assert ("217", "2025K4", "1320") not in found(read)


def test_a_file_cut_off_between_two_lines_is_refused(tmp_path: Path) -> None:
    """The last municipality has its first offence only; all others have some 60 of each."""
    rows = grid(AREAS, ["1380", "1345", "1390"], QUARTERS, value=60)
    with pytest.raises(UserError, match="Det sidste område mangler tal, som ikke kan være nul"):
        read_file(api_file(tmp_path / "x.csv", rows[:-4]))

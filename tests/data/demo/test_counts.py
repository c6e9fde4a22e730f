import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.catalogue import CATEGORIES
from data.demo.complexes import complexes
from data.demo.counts import INJURY, district_counts, scaled
from data.demo.pseudonyms import pseudonyms

OWN_SIZE = district_counts(1)


def test_a_new_category_of_the_catalogue_gets_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CATEGORIES, "noget_nyt", CATEGORIES["henvendelse"])
    assert district_counts(1).reports["noget_nyt"].sum() > 1000


@settings(deadline=None, max_examples=50)
@given(rows=st.integers(1, 20_000_000), seed=st.integers(0, 5))
def test_scaling_gives_exactly_the_rows_and_keeps_every_cells_share(rows: int, seed: int) -> None:
    counts = scaled(OWN_SIZE, rows, seed)
    assert counts.total == rows
    factor = rows / OWN_SIZE.total
    for category, table in counts.reports.items():
        assert np.abs(table - OWN_SIZE.reports[category] * factor).max() < 1.001
    assert (counts.persons >= counts.reports[INJURY]).all()
    assert ((counts.persons == 0) == (counts.reports[INJURY] == 0)).all()


@given(st.lists(st.integers(0, 2**39), min_size=1, max_size=200, unique=True), st.integers(0, 9))
def test_different_numbers_have_different_ids(numbers: list[int], seed: int) -> None:
    texts = {row.tobytes() for row in pseudonyms(np.array(numbers), seed, "demo-")}
    assert len(texts) == len(numbers)


def test_ids_of_neighbours_have_nothing_in_common() -> None:
    texts = pseudonyms(np.arange(1000), 1, "demo-")[:, 5:]
    # Ten letters of sixteen: by chance neighbours share 10 / 16 of a letter.
    assert (texts[1:] == texts[:-1]).sum(axis=1).mean() < 2


@given(st.integers(0, 3000), st.integers(0, 9))
def test_a_case_is_named_by_one_of_its_reports(number: int, seed: int) -> None:
    case = complexes(np.random.default_rng(seed), number)
    assert len(case) == number
    assert (case[case] == case).all()
    assert np.bincount(case, minlength=1).max() <= 60

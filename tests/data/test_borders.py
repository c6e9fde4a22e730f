"""Borders: closed, valid, without gaps, and as large as the municipalities are."""

import pytest

from data.borders import CRS, border_rings, municipality_borders
from data.municipalities import municipalities, municipality_codes

SQUARE_KM = 1_000_000


def test_every_municipality_has_its_borders_in_the_danish_grid() -> None:
    borders = municipality_borders()
    assert borders["code"].tolist() == list(municipality_codes())
    assert borders.crs == CRS
    assert borders.is_valid.all()


def test_every_ring_is_closed() -> None:
    rings = [ring for pieces in border_rings().values() for ring in pieces]
    assert len(rings) == 19
    assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in rings)


@pytest.mark.parametrize("member", municipalities(), ids=lambda member: member.code)
def test_areas_agree_within_one_and_a_half_percent(member) -> None:  # type: ignore[no-untyped-def]
    borders = municipality_borders().set_index("code")
    area = borders.geometry[member.code].area / SQUARE_KM
    assert area == pytest.approx(member.area_km2, rel=0.015)


def test_neighbours_share_arcs_so_that_nothing_overlaps_or_gapes() -> None:
    borders = municipality_borders()
    together = borders.union_all()
    assert together.area == pytest.approx(borders.area.sum(), rel=1e-9)
    assert all(len(piece.interiors) == 0 for piece in together.geoms)


def test_neighbours_are_those_that_touch() -> None:
    shapes = municipality_borders().set_index("code").geometry
    for member in municipalities():
        touching = {code for code in shapes.index if code != member.code and shapes[member.code].touches(shapes[code])}
        assert touching == set(member.neighbours)

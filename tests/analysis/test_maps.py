"""The map: every municipality drawn once, by verdict or rate; nothing fetched; nothing ranked."""

from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.map_classes import NO_NUMBER, PROVISIONAL, map_classes
from analysis.maps import municipality_map
from analysis.signal import Verdict
from analysis.situation_table import situation_table
from data.borders import border_rings
from data.municipalities import DISTRICT, area_name, municipality_codes
from tests.analysis.made import answer, everywhere

CODES = municipality_codes()


def drawn(situations: tuple) -> dict[str, int]:  # type: ignore[type-arg]
    """Return how many classes each municipality is a member of."""
    members = [code for each in map_classes(situations) for code in each.members]
    return {code: members.count(code) for code in members}


@given(st.lists(st.one_of(st.none(), st.floats(0, 500)), min_size=len(CODES), max_size=len(CODES)))
def test_every_municipality_is_in_one_class_whatever_the_rates(rates: list[float | None]) -> None:
    made = tuple(answer(code, rate=rate) for code, rate in zip(CODES, rates, strict=True))
    assert drawn(made) == dict.fromkeys(CODES, 1)


@given(st.lists(st.sampled_from([*Verdict, None]), min_size=len(CODES), max_size=len(CODES)))
def test_every_municipality_is_in_one_class_whatever_the_verdicts(verdicts: list[Verdict | None]) -> None:
    made = tuple(answer(code, verdict=verdict) for code, verdict in zip(CODES, verdicts, strict=True))
    assert drawn(made) == dict.fromkeys(CODES, 1)


@given(st.lists(st.floats(0, 500), min_size=2, max_size=len(CODES)))
def test_a_rate_lies_within_the_limits_that_its_class_prints(rates: list[float]) -> None:
    made = tuple(answer(code, rate=rate) for code, rate in zip(CODES, rates, strict=False))
    of = dict(zip(CODES, rates, strict=False))
    for each in map_classes(made):
        low, high = (float(text.replace(".", "").replace(",", ".")) for text in each.label.split("–"))
        for code in each.members:
            assert low - 0.006 <= of[code] <= high + 0.006  # labels are rounded to two decimals at most


@pytest.mark.parametrize(
    ("rates", "labels"),
    [
        ((1.0, 2.0, 3.0, 4.0, 5.0), ["1–2", "2–3", "3–4", "4–5", "5–6"]),
        ((2.9, 3.1, 5.2, 6.4, 3.3), ["2–3", "3–4", "5–6", "6–7"]),
        ((3.0, 3.0), ["3,0–3,1"]),
        ((0.0, 0.0), ["0,00–0,01"]),
        ((0.0, 10.0), ["0,0–2,5", "10,0–12,5"]),
        ((0.1, 0.3), ["0,10–0,15", "0,30–0,35"]),
    ],
)
def test_classes_have_even_steps_that_are_easy_to_say(rates: tuple[float, ...], labels: list[str]) -> None:
    made = [answer(code, rate=rate) for code, rate in zip(CODES, rates, strict=False)]
    assert [each.label for each in map_classes(made)] == labels


def test_verdicts_colour_the_map_where_there_are_any() -> None:
    made = [
        answer(CODES[0], verdict=Verdict.MARKEDLY_MORE),
        *(answer(code, verdict=Verdict.EXPECTED) for code in CODES[1:]),
    ]
    assert [each.label for each in map_classes(made)] == ["Markant flere end ventet", "Inden for det forventede"]


def test_rates_colour_the_map_where_nothing_can_be_judged() -> None:
    made = [answer(code, rate=2.0, verdict=Verdict.NOT_COMPARABLE) for code in CODES]
    assert [each.label for each in map_classes(made)] != ["Kan ikke sammenlignes"]


def test_a_provisional_number_is_hatched_and_judged_by_nothing() -> None:
    made = [answer(CODES[0], provisional=True, rate=9.0), *(answer(code, rate=2.0) for code in CODES[1:])]
    assert drawn(tuple(made)) == dict.fromkeys(CODES, 1)
    hatched = [each for each in map_classes(made) if each.hatched]
    assert [(each.label, each.members) for each in hatched] == [(PROVISIONAL, (CODES[0],))]
    figure = municipality_map("Indbrud", tuple(made), CODES[0], 300, named=False).figure
    assert [trace.name for trace in figure.data if trace.fillpattern.shape] == [PROVISIONAL]


def test_what_has_no_number_is_still_on_the_map() -> None:
    assert [each.label for each in map_classes([answer(code, None) for code in CODES])] == [NO_NUMBER]


@pytest.mark.parametrize("named", [True, False])
def test_the_map_draws_every_ring_and_asks_for_nothing(named: bool) -> None:
    figure = municipality_map("Indbrud", everywhere(rate=2.0), DISTRICT, 300, named).figure
    corners = [
        (x, y) for trace in figure.data if trace.fill for x, y in zip(trace.x, trace.y, strict=True) if not isnan(x)
    ]
    rings = [point for code in CODES for ring in border_rings()[code] for point in ring]
    assert sorted(corners) == sorted(rings)
    assert {trace.type for trace in figure.data} == {"scatter"}  # no map type of Plotly's, which would fetch one


def test_the_chosen_municipality_is_outlined_and_the_district_is_not() -> None:
    def outlines(chosen: str) -> int:
        figure = municipality_map("Indbrud", everywhere(rate=2.0), chosen, 300, named=False).figure
        return len([trace for trace in figure.data if trace.mode == "lines" and not trace.fill])

    assert (outlines(CODES[3]), outlines(DISTRICT)) == (1, 0)


def test_the_names_are_all_written_when_there_is_room() -> None:
    figure = municipality_map("Indbrud", everywhere(rate=2.0), DISTRICT, 300, named=True).figure
    (names,) = [list(trace.text) for trace in figure.data if trace.mode == "text"]
    assert names == [area_name(code) for code in CODES]


def test_the_words_name_every_municipality_and_the_district() -> None:
    picture = municipality_map("Indbrud", everywhere(rate=2.0), DISTRICT, 300, named=False)
    assert all(area_name(code) in picture.alt for code in (*CODES, DISTRICT))


def test_the_table_stands_in_alphabetical_order_and_never_by_size() -> None:
    made = tuple(answer(code, observed=at) for at, code in enumerate(CODES))
    assert [row[0] for row in situation_table("Indbrud", made).rows] == [area_name(code) for code in CODES]


def test_the_table_has_the_columns_that_have_something_to_say() -> None:
    def titles(**fields: object) -> list[str]:
        return [column.title for column in situation_table("x", everywhere(**fields)).columns]

    assert titles() == ["Sted", "Antal", "Året før"]
    assert titles(rate=1.0)[3:] == ["Pr. 1.000 husstande", "Usikkerhed fra", "Usikkerhed til"]
    assert titles(verdict=Verdict.EXPECTED)[3:] == ["Ventet fra", "Ventet til", "Vurdering"]

"""The line of a series: what is drawn, what is not joined, what is marked; and its table, notes and words."""

import datetime as dt
import json
from dataclasses import replace

import plotly.graph_objects as go
import pytest

from analysis.answers import Forecast, Marker, Point
from analysis.marks import decimal_year, notes, remark, visible_marks
from analysis.series_figure import HEADROOM, is_outside, series_figure
from analysis.series_picture import READING_FORECAST, READING_RANGE, series_picture, series_table, without_a_dot
from data.periods import Quarter, Year
from tests.analysis.made import COVID, LAST, LAW, quarters, series

MOST_POINTS = 150  # a trace with more takes the browser long to paint


def line_of(figure: go.Figure) -> go.Scatter:
    return next(trace for trace in figure.data if trace.mode == "lines+markers")


def texts(figure: go.Figure) -> list[str]:
    return [mark.text for mark in figure.layout.annotations]


def test_the_line_holds_every_final_count_and_a_gap_where_one_is_missing() -> None:
    figure = series_figure(series(quarters([5, None, 0, 7])), LAST)
    assert list(line_of(figure).y) == [5, None, 0, 7]


def test_a_provisional_count_is_hatched_and_never_joined_to_the_line() -> None:
    figure = series_figure(series(quarters([5, 6, 2], provisional=True)), LAST.year_before)
    assert list(line_of(figure).y) == [5, 6]
    assert [trace for trace in figure.data if trace.fillpattern.shape == "/"]
    assert [list(trace.y) for trace in figure.data if trace.mode == "markers" and trace.hovertemplate] == [[2]]


def test_nothing_is_hatched_when_nothing_is_provisional() -> None:
    assert not [t for t in series_figure(series(quarters([5, 6, 2])), LAST).data if t.fillpattern.shape]


def test_the_chosen_point_is_labelled_and_the_compared_ones_are_ringed() -> None:
    figure = series_figure(series(quarters([1, 2, 3, 4, 1500])), LAST, [LAST.year_before])
    labelled = [trace for trace in figure.data if trace.mode == "markers+text"]
    assert [(list(trace.y), list(trace.text)) for trace in labelled] == [([1500], ["<b>1.500</b>"])]
    ringed = [trace for trace in figure.data if trace.mode == "markers" and not trace.hovertemplate]
    assert [list(trace.y) for trace in ringed] == [[1]]


@pytest.mark.parametrize(
    ("counts", "side"),
    [
        ([10, 50, 100], "top center"),
        ([10, 100, 60], "bottom center"),  # the line comes down to 60
        ([10, 100, 5], "top center"),  # 5 of an axis to 115: no room below it
        ([50, 50, 50], "top center"),
        ([70], "top center"),
    ],
)
def test_the_chosen_number_stands_where_the_line_does_not_go_through_it(counts: list[int | None], side: str) -> None:
    figure = series_figure(series(quarters(counts)), LAST)
    assert [trace.textposition for trace in figure.data if trace.mode == "markers+text"] == [side]


@pytest.mark.parametrize(
    ("counts", "still_open", "side"),
    [
        ([10, 50, 100], 7, "top left"),
        ([10, 100, 60], 7, "bottom left"),  # »60« reaches back to 100, and not to 10
        ([10, 300, 160], 7, "bottom center"),  # »160« reaches back to 10: the line is on both sides of it
        ([10, 100, 60], None, "bottom center"),
    ],
)
def test_the_chosen_number_keeps_to_the_left_of_a_quarter_that_is_not_over(
    counts: list[int | None], still_open: int | None, side: str
) -> None:
    after = [Point(LAST.plus(1), still_open, provisional=True)] if still_open is not None else []
    figure = series_figure(series([*quarters(counts), *after]), LAST)
    assert [trace.textposition for trace in figure.data if trace.mode == "markers+text"] == [side]


def test_the_number_of_a_quarter_that_is_not_over_stands_beside_its_dot_where_the_next_ones_bar_is_drawn() -> None:
    known = series([*quarters([10, 20]), Point(LAST.plus(1), 7, provisional=True)])
    bar = Forecast(LAST.plus(1), 8, 12, 6, 14)
    for forecast, side in ((bar, "middle left"), (None, "bottom center")):
        figure = series_figure(replace(known, forecast=forecast), LAST.plus(1))
        assert [trace.textposition for trace in figure.data if trace.mode == "markers+text"] == [side]


@pytest.mark.parametrize(("count", "outside"), [(4, True), (5, False), (15, False), (16, True), (None, False)])
def test_outside_begins_beyond_the_limits(count: int | None, outside: bool) -> None:
    assert is_outside(Point(LAST, count, low=5, high=15)) is outside


def test_without_a_range_nothing_is_outside() -> None:
    assert not is_outside(Point(LAST, 1000))


def test_the_range_runs_out_along_the_top_and_home_along_the_bottom() -> None:
    ranged = [replace(point, low=low, high=low + 10) for low, point in enumerate(quarters([5, 6, 7]))]
    band = next(trace for trace in series_figure(series(ranged), LAST).data if trace.fill == "toself")
    assert list(band.y) == [10, 11, 12, 2, 1, 0]  # high of each, then low of each backwards


def test_the_band_has_a_gap_where_there_is_no_range() -> None:
    points = quarters([5] * 5)
    ranged = [point if at == 2 else replace(point, low=1, high=9) for at, point in enumerate(points)]
    bands = [trace for trace in series_figure(series(ranged), LAST).data if trace.fill == "toself"]
    assert [list(band.y) for band in bands] == [[9, 9, 1, 1], [9, 9, 1, 1]]  # two before the gap, two after it


def test_the_axis_begins_at_zero_and_leaves_room_for_the_label() -> None:
    figure = series_figure(series(quarters([5, 20])), LAST)
    assert tuple(figure.layout.yaxis.range) == (0, 20 * HEADROOM)


def test_a_forecast_stands_in_its_own_quarter() -> None:
    told = replace(series(quarters([5, 6])), forecast=Forecast(LAST.plus(1), 2, 9, 1, 12))
    bars = [list(trace.y) for trace in series_figure(told, LAST).data if trace.opacity == 0.5]
    assert bars == [[1, 12], [2, 9]]


def test_numbers_are_danish_whatever_the_browser_says() -> None:
    figure = series_figure(series(quarters([1234])), LAST)
    assert figure.layout.template.layout.separators == ",."
    assert line_of(figure).customdata[0] == "4. kvt. 2025: 1.234"


def test_a_long_series_stays_light() -> None:
    figure = series_figure(series(quarters(list(range(60)))), LAST)
    assert max(len(trace.x) for trace in figure.data) <= MOST_POINTS
    assert len(json.dumps(figure.to_plotly_json(), default=list)) < 40_000


def test_years_are_named_one_by_one_until_there_are_too_many_for_a_phone() -> None:
    few = series_figure(series([Point(Year(2017 + at), at) for at in range(9)]), Year(2025))
    many = series_figure(series([Point(Year(2016 + at), at) for at in range(10)]), Year(2025))
    assert list(few.layout.xaxis.ticktext) == [str(year) for year in range(2017, 2026)]
    assert list(many.layout.xaxis.ticktext) == ["2016", "2018", "2020", "2022", "2024"]


def test_breaks_are_numbered_oldest_first_and_the_numbers_lead_to_the_notes() -> None:
    told = series(quarters([1] * 40), COVID, LAW)
    assert visible_marks(told) == (LAW, COVID)
    assert texts(series_figure(told, LAST)) == ["<b>1</b>", "<b>2</b>"]
    assert notes(told) == (
        "Fra 1. januar 2018: Ny indbrudsbestemmelse.",
        "12. marts 2020 til 30. juni 2021: COVID-19: markant fald.",
    )


def test_a_break_before_the_series_is_not_in_it() -> None:
    assert visible_marks(series(quarters([1] * 8), LAW, COVID)) == ()  # the series begins in 2024


def test_a_time_is_a_field_and_a_break_a_line_where_it_happened() -> None:
    law, covid = series_figure(series(quarters([1] * 40), COVID, LAW), LAST).layout.shapes
    assert (law.type, law.x0, law.line.dash) == ("line", 2018.0, "dash")
    assert (covid.type, covid.x0, covid.x1) == (
        "rect",
        decimal_year(COVID.start),
        decimal_year(COVID.end or LAST.last_day),
    )


@pytest.mark.parametrize(
    ("quarter", "said"),
    [
        (Quarter(2017, 4), ""),
        (Quarter(2018, 1), "se note 1"),
        (Quarter(2020, 1), "se note 2"),
        (Quarter(2021, 2), "se note 2"),
        (Quarter(2021, 3), ""),
    ],
)
def test_the_table_says_which_note_a_period_touches(quarter: Quarter, said: str) -> None:
    told = series(quarters([1] * 40), COVID, LAW)
    assert remark(told, Point(quarter, 1)) == said


def test_the_table_tells_missing_provisional_and_zero_apart() -> None:
    told = series_table(series(quarters([0, None, 3], provisional=True)))
    assert told.rows == (
        ("4. kvt. 2025", 3, "foreløbigt"),
        ("3. kvt. 2025", None, "intet tal"),
        ("2. kvt. 2025", 0, ""),
    )


def test_the_table_holds_the_range_where_there_is_one() -> None:
    told = series_table(series(quarters([7], low=2, high=9)))
    assert [column.title for column in told.columns] == ["Periode", "Antal", "Ventet fra", "Ventet til", "Bemærkning"]
    assert told.rows == (("4. kvt. 2025", 7, 2, 9, ""),)


def test_the_words_state_the_finding() -> None:
    picture = series_picture(series(quarters([5, 1200, 3, 163], low=48, high=155)), LAST)
    assert "163 i 4. kvt. 2025, ventet 48–155." in picture.alt
    assert "Højest 1.200 i 2. kvt. 2025, lavest 3 i 3. kvt. 2025." in picture.alt


def test_without_numbers_the_words_say_so() -> None:
    assert series_picture(series(quarters([None, None])), LAST).alt.endswith("ingen tal.")


def test_how_it_is_read_names_only_what_is_there() -> None:
    plain = series_picture(series(quarters([5])), LAST)
    ranged = series_picture(series(quarters([5], low=1, high=9)), LAST)
    assert READING_RANGE not in plain.reading
    assert READING_RANGE in ranged.reading
    assert READING_FORECAST not in ranged.reading


def test_a_quarter_is_shown_by_its_year_in_a_series_of_years() -> None:
    picture = series_picture(series([Point(Year(2024), 40), Point(Year(2025), 37)]), LAST, (LAST.year_before,))
    assert [list(t.text) for t in picture.figure.data if t.mode == "markers+text"] == [["<b>37</b>"]]
    assert [list(t.y) for t in picture.figure.data if t.mode == "markers" and not t.hovertemplate] == [[40]]


def test_the_words_of_the_range_stand_inside_it_and_off_the_line() -> None:
    ranged = [replace(point, low=0, high=20) for point in quarters([2] * 12)]
    figure = series_figure(series(ranged), LAST)
    (words,) = [mark for mark in figure.layout.annotations if mark.text == "ventet område"]
    assert words.y == 11  # midway between the line at 2 and the limit at 20


def test_the_words_of_the_range_stay_away_where_there_is_no_room() -> None:
    narrow = [replace(point, low=19, high=21) for point in quarters([20] * 12)]
    assert "ventet område" not in texts(series_figure(series(narrow), LAST))
    short = [replace(point, low=0, high=20) for point in quarters([2] * 3)]
    assert "ventet område" not in texts(series_figure(series(short), LAST))


def test_an_initiative_is_numbered_among_the_breaks_by_its_day() -> None:
    begun = Marker(dt.date(2019, 5, 1), dt.date(2019, 5, 1), "maj 2019", "Bo trygt")
    told = replace(series(quarters([1] * 40), COVID, LAW), markers=(begun,))
    assert notes(told)[1] == "Bo trygt (maj 2019)"
    assert [shape.type for shape in series_figure(told, LAST).layout.shapes] == ["line", "line", "rect"]
    assert remark(told, Point(Quarter(2019, 2), 1)) == "se note 2"


def test_the_words_of_the_range_do_not_stand_where_it_has_a_gap() -> None:
    points = quarters([2] * 12)
    ranged = [point if at == 5 else replace(point, low=0, high=20) for at, point in enumerate(points)]
    assert "ventet område" not in texts(
        series_figure(series(ranged), LAST)
    )  # five and six quarters; the words take nine


@pytest.mark.parametrize(
    ("counts", "said"),
    [([None, 5, None], "2 af 3 kvartaler har ingen prik"), ([5, 0], ""), ([None, None], "")],
)
def test_periods_without_a_dot_are_told(counts: list[int | None], said: str) -> None:
    line = without_a_dot(series(quarters(counts)))
    assert line.startswith(said) and bool(line) is bool(said)


def test_years_without_a_dot_are_called_years() -> None:
    found = without_a_dot(series([Point(Year(2024), None), Point(Year(2025), 7)]))
    assert found == "1 af 2 år har ingen prik: tallet er ikke leveret, eller må ikke vises."

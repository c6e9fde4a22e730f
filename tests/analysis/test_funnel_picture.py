import numpy as np
import plotly.graph_objects as go

from analysis.funnel_picture import Funnel, finding, funnel_picture

NAMES = ("Allerød", "Egedal", "Furesø", "Gentofte")


def funnel(observed: list[float], expected: list[float], dispersion: float = 1.0) -> Funnel:
    return Funnel(NAMES, np.array(observed), np.array(expected), dispersion)


def test_the_table_is_in_the_given_order_and_holds_the_ratio() -> None:
    table = funnel_picture("Indbrud", "kilde", funnel([10, 20, 30, 40], [20, 20, 20, 20])).table
    assert [row[0] for row in table.rows] == list(NAMES)
    assert table.rows[0] == ("Allerød", 10, 20.0, 0.5)


def test_the_finding_names_who_lies_outside_the_outer_limits() -> None:
    # E = 20: 99.8 % of counts lie between 8 and 35, as ratios 0.42 to 1.72.
    text = finding(funnel([20, 20, 20, 40], [20, 20, 20, 20]))
    assert "én ligger over (Gentofte)" in text
    assert "Allerød" not in text


def test_real_differences_point_at_nobody() -> None:
    assert "reelt forskelligt" in finding(funnel([5, 40, 5, 40], [20, 20, 20, 20], dispersion=9.0))


def test_names_of_dots_close_to_each_other_stand_on_different_sides() -> None:
    figure = funnel_picture("Indbrud", "kilde", funnel([20, 21, 22, 60], [20, 20, 20, 60])).figure
    assert isinstance(figure, go.Figure)
    assert list(figure.data[-1].textposition) == ["bottom center", "middle right", "top center", "top center"]

"""Drawings: from nought, in the direction of the language, with gaps where nothing may be shown."""

from hypothesis import given
from hypothesis import strategies as st

from kith.insight.charts import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, Spot, draw

SPOTS = [Spot(("a",), 50, 45, 55), Spot(("b",), None), Spot(("c",), 60, 52, 68), Spot(("d",), 61, 50, 72, True)]


def test_a_gap_breaks_the_line():
    chart = draw(SPOTS, highest=100)
    assert len(chart.marks) == 3
    assert [stroke.is_provisional for stroke in chart.strokes] == [True]


def test_time_runs_from_the_right_in_arabic():
    there, here = draw(SPOTS, highest=100), draw(SPOTS, highest=100, is_mirrored=True)
    assert [mark.x for mark in there.marks] == sorted(mark.x for mark in there.marks)
    assert [WIDTH - mark.x for mark in here.marks] == [mark.x for mark in there.marks]
    assert (there.tick_anchor, here.tick_anchor) == ("end", "start")


def test_the_axis_begins_at_nought_with_round_steps():
    assert [value for value, _ in draw(SPOTS, highest=100).ticks] == [0, 25, 50, 75, 100]
    assert [value for value, _ in draw([Spot(("a",), 3.8, 2.7, 5.3)], reference=4.1).ticks] == [0, 1.5, 3, 4.5, 6]
    assert draw([]).ticks


@given(st.lists(st.floats(0.01, 1e6) | st.none(), min_size=1, max_size=12))
def test_everything_lies_inside_the_frame(values):
    chart = draw([Spot(("x",), value, value and value * 0.9, value and value * 1.1) for value in values])
    for mark in chart.marks:
        assert LEFT <= mark.x <= WIDTH - RIGHT
        assert TOP <= mark.top <= mark.y <= mark.bottom <= HEIGHT - BOTTOM

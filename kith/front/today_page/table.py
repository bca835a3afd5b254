"""The order of Today."""

from collections.abc import Sequence

from kith.front.today_page import expected, feeding, interpreting, unled
from kith.front.today_page.lists import DayList

LISTS: Sequence[DayList] = (
    DayList("feeding", feeding.read, is_shown_empty=True),
    DayList("expected", expected.read),
    DayList("interpreting", interpreting.read),
    DayList("unled", unled.read, is_shown_empty=True),
)

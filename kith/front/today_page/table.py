"""The order of Today."""

from collections.abc import Sequence

from kith.front.today_page import (
    expected,
    feeding,
    interpreting,
    leading,
    lone_visit,
    next_steps,
    notices,
    referrals,
    unled,
)
from kith.front.today_page.lists import DayList

LISTS: Sequence[DayList] = (
    DayList("lone_visit", lone_visit.read),
    DayList("notices", notices.read, is_kept_beyond_reach=True),
    DayList("referrals", referrals.read),
    DayList("leading", leading.read, is_shown_empty=True),
    DayList("next_steps", next_steps.read, is_kept_in_mourning=True),
    DayList("feeding", feeding.read, is_shown_empty=True),
    DayList("expected", expected.read),
    DayList("interpreting", interpreting.read),
    DayList("unled", unled.read, is_shown_empty=True),
)
# For those at work who have no Today: what they are told is not lost either.
NOTICES_ONLY = tuple(each for each in LISTS if each.topic == "notices")

"""When a day may be taken along; what a device says is read with care; no mark of another person is overwritten."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.groups.rules.codes import Attendance
from kith.hub_days.rules.codes import Became
from kith.hub_days.rules.days import WRONG_BY, is_late, may_prepare, moment_of
from kith.hub_days.rules.entries import SealedEntry, Unreadable, decided, noted_of
from kith.hub_days.rules.sealing import is_signed, opened
from kith.hub_days.tests.world import sealed, spoilt
from kith.kernel.refusal import Refusal

TODAY = date(2026, 3, 28)  # the clocks change in the night that follows
DEVICE, SECRET = UUID(int=7), b"a secret of thirty-two bytes ...."
FIRST = datetime(2026, 1, 1, tzinfo=UTC)
INSTANTS = st.integers(0, 365 * 24 * 60).map(lambda minutes: FIRST + timedelta(minutes=minutes))
MARKS = st.sampled_from(Attendance)
BOOKING = str(UUID(int=1))
MARK = {"kind": "attendance", "at": 1, "session": 1, "booking": BOOKING, "wanted": "arrived", "seen": "expected"}


@pytest.mark.parametrize(
    ("days", "code"), [(-1, "hub_day_is_over"), (0, None), (1, None), (2, "hub_day_too_far"), (30, "hub_day_too_far")]
)
def test_a_day_is_taken_along_on_the_day_or_the_evening_before(days: int, code: str | None) -> None:
    assert may_prepare(TODAY + timedelta(days=days), TODAY) == (Refusal(code) if code else None)


@given(INSTANTS, INSTANTS, INSTANTS)
def test_an_entry_is_never_from_the_future_nor_from_before_its_device(said: datetime, first: datetime, now: datetime):
    ends_at = first + timedelta(days=1)
    moment = moment_of(said, prepared_at=first, ends_at=ends_at, now=max(now, first))
    assert first - WRONG_BY <= moment <= min(ends_at, max(now, first) + WRONG_BY)


@given(INSTANTS, st.integers(0, 60))
def test_an_entry_is_late_once_its_days_are_over(ends_at: datetime, days: int) -> None:
    assert not is_late(ends_at=ends_at, now=ends_at + timedelta(days=days), days=days)
    assert is_late(ends_at=ends_at, now=ends_at + timedelta(days=days, seconds=1), days=days)


@given(st.none() | MARKS, MARKS, MARKS, st.none() | MARKS)
def test_a_mark_counts_only_where_nobody_else_has_marked_since(current: Any, wanted: Any, seen: Any, own: Any) -> None:
    became = decided(current=current, wanted=wanted, seen=seen, own=own)
    if became is Became.APPLIED:
        assert current in (seen, own)
        assert current is not wanted
    if became is Became.CONFLICT:
        assert current not in (None, seen, own, wanted)
    assert (became is Became.SET_ASIDE) == (current is None)


def test_two_devices_that_differ_are_a_conflict_and_a_mark_taken_back_is_none() -> None:
    arrived, missed, expected = Attendance.ARRIVED, Attendance.DID_NOT_COME, Attendance.EXPECTED
    assert decided(current=arrived, wanted=missed, seen=expected, own=None) is Became.CONFLICT
    assert decided(current=arrived, wanted=arrived, seen=expected, own=None) is Became.SAME
    assert decided(current=arrived, wanted=expected, seen=expected, own=None) is Became.SAME
    assert decided(current=arrived, wanted=expected, seen=expected, own=arrived) is Became.APPLIED


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "nothing"},
        {"at": "now"},
        {"at": 10**30},
        {"session": True},
        {"session": -1},
        {"booking": "Ana"},
        {"wanted": "asleep"},
        {"seen": None},
        {"kind": "arrivals"},
        {"kind": "arrivals", "adults": 10},
        {"kind": "arrivals", "adults": 1, "language": "<b>"},
        {"kind": "hand_out", "page": "../etc", "language": "en"},
        {"kind": "hand_out", "page": "", "language": "en"},
        {"kind": "arrivals_back"},
        {"kind": "turn", "seen": "waiting", "wanted": "called"},
        {"kind": "turn", "turn": -1, "seen": "waiting", "wanted": "called"},
        {"kind": "turn", "turn": 1, "seen": "waiting", "wanted": "arrived"},
    ],
)
def test_what_cannot_be_noted_is_unreadable(change: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        noted_of(MARK | change)


@given(st.dictionaries(st.sampled_from([*MARK, "of", "adults", "page"]), st.none() | st.text() | st.integers()))
def test_whatever_a_device_says_is_read_or_unreadable(said: dict[str, Any]) -> None:
    try:
        noted_of(said)
    except Unreadable:
        return


@given(st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=9)), st.integers(1, 2**31 - 1))
def test_what_is_sealed_opens_with_the_devices_secret_alone(said: dict[str, Any], number: int) -> None:
    entry = sealed(said, device=DEVICE, secret=SECRET, number=number, key=UUID(int=number))
    assert is_signed(entry, device=DEVICE, secret=SECRET)
    assert opened(entry, device=DEVICE, secret=SECRET) == said
    assert not is_signed(entry, device=DEVICE, secret=b"another")
    with pytest.raises(Unreadable):
        opened(entry, device=DEVICE, secret=b"another")


def test_an_entry_moved_to_another_place_or_changed_is_neither_signed_nor_opened() -> None:
    entry = sealed(MARK, device=DEVICE, secret=SECRET, number=3)
    moved = SealedEntry(entry.request_key, 4, entry.sealed, entry.signature)
    for each, device in ((moved, DEVICE), (spoilt(entry), DEVICE), (entry, UUID(int=8))):
        assert not is_signed(each, device=device, secret=SECRET)
        with pytest.raises(Unreadable):
            opened(each, device=device, secret=SECRET)

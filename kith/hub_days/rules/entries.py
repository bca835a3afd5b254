"""What a device says it noted, read with care; and which of two marks for one family counts. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from kith.cafes.rules.codes import TurnId, TurnState
from kith.groups.rules.codes import Attendance
from kith.hub_days.rules.codes import Became, EntryKind
from kith.kernel.ids import BookingId, SessionId

MOST_AT_ONCE = 9
"""Of a kind, by one tap or one form; more come in groups."""
MOST_ENTRIES = 200
"""In one sending; a device sends the rest next."""
LONGEST = 40
"""Letters of the code of a language or a community."""
LONGEST_SLUG = 60
_CODE = re.compile(r"[A-Za-z0-9_-]*")


class Unreadable(Exception):
    """An entry that says nothing that can be noted."""


@dataclass(frozen=True)
class SealedEntry:
    """An entry as it lies on the device: which, in which order, sealed, and signed with the device's key."""

    request_key: UUID
    number: int
    sealed: str
    signature: str


@dataclass(frozen=True)
class Arrivals:
    """How many came without a booking, and what they chose to tell."""

    adults: int = 0
    co_parents: int = 0
    babies: int = 0
    siblings: int = 0
    language: str = ""
    community: str = ""


@dataclass(frozen=True)
class HandedOut:
    """A page of advice that was handed out, in a language."""

    slug: str
    language: str


@dataclass(frozen=True)
class TurnMoved:
    """A turn on the one-to-one list that was moved on a step, and what stood when the device was last told."""

    turn: TurnId
    wanted: TurnState
    seen: TurnState


@dataclass(frozen=True)
class Noted:
    """One tap, opened: what it was about, and when the device says it was made."""

    kind: EntryKind
    at: datetime
    session_id: SessionId | None = None
    booking_id: BookingId | None = None
    wanted: Attendance | None = None
    seen: Attendance | None = None
    arrivals: Arrivals | None = None
    handed_out: HandedOut | None = None
    turn: TurnMoved | None = None
    takes_back: UUID | None = None

    @property
    def said(self) -> dict[str, Any]:
        """The counts and codes of it, as they are kept until it counts."""
        particulars = self.arrivals or self.handed_out or self.turn
        return dict(vars(particulars)) if particulars else {}


def noted_of(said: Mapping[str, Any]) -> Noted:
    """What an opened entry says; Unreadable where it says nothing that can be noted."""
    try:
        kind, at = EntryKind(said["kind"]), datetime.fromtimestamp(int(said["at"]) / 1000, UTC)
        return _READ[kind](kind, at, said)
    except (KeyError, TypeError, ValueError, OverflowError, OSError) as fault:
        raise Unreadable from fault


def decided(*, current: Attendance | None, wanted: Attendance, seen: Attendance, own: Attendance | None) -> Became:
    """Whether a device's mark counts; another person's mark, which the device has not seen, is never overwritten.

    ``current`` is what stands (None: no booking any more), ``seen`` what stood when the device was last told, ``own``
    what this device has itself put there since. A mark that was taken back before it arrived changes nothing.
    """
    if current is None:
        return Became.SET_ASIDE
    if current is wanted or (wanted is seen and own is None):
        return Became.SAME
    return Became.APPLIED if current in (seen, own) else Became.CONFLICT


def _attendance(kind: EntryKind, at: datetime, said: Mapping[str, Any]) -> Noted:
    return Noted(
        kind,
        at,
        session_id=SessionId(_count(said["session"], most=2**62)),
        booking_id=BookingId(UUID(said["booking"])),
        wanted=Attendance(said["wanted"]),
        seen=Attendance(said["seen"]),
    )


def _arrivals(kind: EntryKind, at: datetime, said: Mapping[str, Any]) -> Noted:
    counts = {name: _count(said.get(name, 0)) for name in ("adults", "co_parents", "babies", "siblings")}
    if not any(counts.values()):
        raise ValueError("nobody came")
    language, community = (_word(said.get(name, ""), LONGEST) for name in ("language", "community"))
    session_id = SessionId(_count(said["session"], most=2**62))
    return Noted(kind, at, session_id=session_id, arrivals=Arrivals(**counts, language=language, community=community))


def _hand_out(kind: EntryKind, at: datetime, said: Mapping[str, Any]) -> Noted:
    slug, language = _word(said["page"], LONGEST_SLUG), _word(said["language"], LONGEST)
    if not slug or not language:
        raise ValueError("no page")
    return Noted(kind, at, handed_out=HandedOut(slug, language))


def _turn(kind: EntryKind, at: datetime, said: Mapping[str, Any]) -> Noted:
    turn_id, session_id = (_count(said[name], most=2**62) for name in ("turn", "session"))
    moved = TurnMoved(TurnId(turn_id), TurnState(said["wanted"]), TurnState(said["seen"]))
    return Noted(kind, at, session_id=SessionId(session_id), turn=moved)


def _back(kind: EntryKind, at: datetime, said: Mapping[str, Any]) -> Noted:
    return Noted(kind, at, takes_back=UUID(said["of"]))


def _count(said: Any, *, most: int = MOST_AT_ONCE) -> int:
    if not isinstance(said, int) or isinstance(said, bool) or not 0 <= said <= most:
        raise ValueError("no count")
    return said


def _word(said: Any, longest: int) -> str:
    if not isinstance(said, str) or len(said) > longest or not _CODE.fullmatch(said):
        raise ValueError("no code")
    return said


_READ = {
    EntryKind.ATTENDANCE: _attendance,
    EntryKind.ARRIVALS: _arrivals,
    EntryKind.ARRIVALS_BACK: _back,
    EntryKind.HAND_OUT: _hand_out,
    EntryKind.HAND_OUT_BACK: _back,
    EntryKind.TURN: _turn,
}

"""One-to-one times and the turns that are taken on them: which times there are, and which step follows which. Pure."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from kith.cafes.rules.codes import CLOSED_STATES, OPEN_STATES, Share, TurnState
from kith.kernel.refusal import Refusal
from kith.kernel.steps import StatusMachine

SHORTEST, LONGEST = 5, 90

MACHINE = StatusMachine[TurnState](
    {
        TurnState.BOOKED: {TurnState.WAITING, TurnState.GIVEN_BACK},
        TurnState.WAITING: {TurnState.CALLED, TurnState.BEING_SEEN, TurnState.LEFT, TurnState.BOOKED},
        TurnState.CALLED: {TurnState.BEING_SEEN, TurnState.LEFT, TurnState.WAITING},
        TurnState.BEING_SEEN: {TurnState.SEEN, TurnState.WAITING},
        TurnState.SEEN: {TurnState.BEING_SEEN},
        TurnState.LEFT: {TurnState.WAITING},
        TurnState.GIVEN_BACK: {TurnState.BOOKED},
    }
)
"""Each step that a tap takes, and the step by which another tap takes it back."""

_STAMPS: Mapping[TurnState, str] = {
    TurnState.BOOKED: "booked_at",
    TurnState.WAITING: "arrived_at",
    TurnState.CALLED: "called_at",
    TurnState.BEING_SEEN: "began_at",
    **dict.fromkeys(CLOSED_STATES, "ended_at"),
}
_IN_ORDER = tuple(dict.fromkeys(_STAMPS.values()))


@dataclass(frozen=True)
class Times:
    """When a specialist is at a session, how long each talk is planned to be, and which of the times can be booked."""

    begins_at: datetime
    ends_at: datetime
    each: timedelta
    share: Share

    def __iter__(self) -> Iterator[datetime]:
        """When each of the times begins."""
        at = self.begins_at
        while at + self.each <= self.ends_at:
            yield at
            at += self.each

    def at(self, slot: int) -> datetime:
        """When the time of this number begins."""
        return self.begins_at + slot * self.each

    def can_be_booked(self, slot: int) -> bool:
        """Whether this is one of the times that are booked rather than waited for."""
        if not 0 <= slot < len(tuple(self)):
            return False
        return self.share is Share.EVERY or (self.share is Share.EVERY_OTHER and slot % 2 == 0)

    def free(self, taken: Collection[int], *, now: datetime) -> list[tuple[int, datetime]]:
        """The times that can still be booked, the first first."""
        return [
            (slot, at) for slot, at in enumerate(self) if self.can_be_booked(slot) and slot not in taken and at > now
        ]


def may_offer(starts_at: datetime, ends_at: datetime, times: Times) -> Refusal | None:
    """Say why there cannot be such times in this session, or None if there can."""
    if not timedelta(minutes=SHORTEST) <= times.each <= timedelta(minutes=LONGEST):
        return Refusal("one_to_one_length", shortest=SHORTEST, longest=LONGEST)
    if times.ends_at <= times.begins_at:
        return Refusal("one_to_one_ends_before_it_starts")
    if times.begins_at < starts_at or times.ends_at > ends_at:
        return Refusal("one_to_one_outside_session")
    return None if any(True for _ in times) else Refusal("one_to_one_too_short")


def may_book(times: Times, slot: int, taken: Collection[int], *, now: datetime) -> Refusal | None:
    """Say why this time cannot be booked, or None if it can."""
    if not times.can_be_booked(slot):
        return Refusal("turn_no_such_time")
    if times.at(slot) <= now:
        return Refusal("turn_time_over")
    return Refusal("turn_time_taken") if slot in taken else None


def may_join(times: Times, *, is_today: bool, is_called_off: bool, now: datetime) -> Refusal | None:
    """Say why nobody can be put on the list now, or None; whether her turn will come is for her to be told."""
    if is_called_off:
        return Refusal("list_called_off")
    if not is_today:
        return Refusal("list_of_another_day")
    return Refusal("list_over") if now >= times.ends_at else None


def may_move(state: TurnState, to: TurnState, *, after: TurnState, is_booked: bool) -> Refusal | None:
    """Say why this step cannot be taken, or None: another telephone may have moved her meanwhile."""
    if state is not after or not MACHINE.allows(to, after=state):
        return Refusal("turn_changed")
    return Refusal("turn_changed") if to is TurnState.BOOKED and not is_booked else None


def before(state: TurnState, *, is_booked: bool) -> TurnState | None:
    """The state to which a tap takes her back, if there is one."""
    match state:
        case TurnState.WAITING | TurnState.GIVEN_BACK:
            return TurnState.BOOKED if is_booked else None
        case TurnState.CALLED | TurnState.BEING_SEEN | TurnState.LEFT:
            return TurnState.WAITING
        case TurnState.SEEN:
            return TurnState.BEING_SEEN
    return None


def stamps(to: TurnState, had: Mapping[str, datetime | None], *, now: datetime) -> dict[str, datetime | None]:
    """The instants of a turn that has come to this state: its own is now unless it had one, later ones are empty."""
    own = _STAMPS[to]
    later = _IN_ORDER[_IN_ORDER.index(own) + 1 :]
    is_own_kept = to in OPEN_STATES and had.get(own) is not None
    return {own: had[own] if is_own_kept else now, **dict.fromkeys(later)}

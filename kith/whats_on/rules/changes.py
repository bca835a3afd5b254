"""Changing one date: what may be changed, and which families it concerns."""

from dataclasses import dataclass, fields, replace
from datetime import datetime

from kith.kernel.ids import VenueId
from kith.kernel.refusal import Refusal
from kith.whats_on.rules.codes import Joining
from kith.whats_on.rules.places import SessionFacts
from kith.whats_on.rules.plans import NewSession, may_plan

TOLD = ("starts_at", "ends_at", "venue_id", "room", "online", "language")
"""Who comes must know of a change of these."""
TOLD_TO_INTERPRETERS = ("starts_at", "ends_at", "venue_id", "online", "language")


@dataclass(frozen=True)
class SessionChange:
    """What is to be otherwise; None leaves a thing as it is."""

    starts_at: datetime | None = None
    ends_at: datetime | None = None
    venue_id: VenueId | None = None
    leaves_venue: bool = False
    """Whether it is held online alone from now on."""
    room: str | None = None
    online: bool | None = None
    capacity: int | None = None
    joining: Joining | None = None
    language: str | None = None
    interpreter_possible: bool | None = None
    has_creche: bool | None = None
    creche_places: int | None = None

    def of(self, plan: NewSession) -> NewSession:
        """The plan as it is with this change."""
        said = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "leaves_venue"}
        new = replace(plan, **{name: value for name, value in said.items() if value is not None})
        if self.leaves_venue:
            new = replace(new, venue_id=None, room="", online=True)
        return new.tidied()


@dataclass(frozen=True)
class ChangeEffect:
    """How many families a change concerns; shown before it is made, and agreed to."""

    told_count: int = 0
    """Families with places, or with an offer of some, who are told."""
    waiting_count: int = 0
    """Families on the waiting list who are told."""
    held_count: int = 0
    """Places kept for visitors who have not shown yet who they are: their page says the new time."""
    interpreter_count: int = 0
    """Interpreters who are asked anew, or no longer needed."""
    clashing_count: int = 0
    """Families who have another session of ours at the new time."""
    without_interpreter_count: int = 0
    """Families who asked for an interpreter, where none is possible any more."""
    without_creche_count: int = 0
    """Families who asked for the crèche, where there is none any more."""

    @property
    def stranded_count(self) -> int:
        """How many wishes the change leaves without an answer."""
        return self.clashing_count + self.without_interpreter_count + self.without_creche_count

    @property
    def is_quiet(self) -> bool:
        """Whether it concerns no family."""
        return self == ChangeEffect()


def is_told(old: NewSession, new: NewSession) -> bool:
    """Whether those who come must know of it."""
    return _differ(old, new, TOLD)


def is_for_interpreters(old: NewSession, new: NewSession) -> bool:
    """Whether interpreters who come are asked anew."""
    return _differ(old, new, TOLD_TO_INTERPRETERS)


def may_change(
    session: SessionFacts, old: NewSession, new: NewSession, *, families: int, now: datetime
) -> Refusal | None:
    """Say why the date cannot be changed so, or None if it can; ``families`` have places or wait for them."""
    if refusal := may_touch(session, now=now) or may_plan(new):
        return refusal
    if new.starts_at <= now:
        return Refusal("session_over")
    if old == new:
        return Refusal("nothing_changed")
    if refusal := _too_few(session, new):
        return refusal
    if new.joining is Joining.WALK_IN and old.joining is Joining.BOOKABLE and families:
        return Refusal("has_bookings", families=families)
    return None


def _too_few(session: SessionFacts, new: NewSession) -> Refusal | None:
    if new.capacity < session.places_taken:
        return Refusal("capacity_below_bookings", places_taken=session.places_taken)
    if 0 < new.creche_places < session.creche_taken:
        return Refusal("creche_below_wishes", creche_taken=session.creche_taken)
    return None


def may_touch(session: SessionFacts, *, now: datetime) -> Refusal | None:
    """Say why the date cannot be changed or called off any more, or None if it can."""
    if session.is_cancelled:
        return Refusal("session_cancelled")
    return Refusal("session_over") if session.starts_at <= now else None


def _differ(old: NewSession, new: NewSession, names: tuple[str, ...]) -> bool:
    return any(getattr(old, name) != getattr(new, name) for name in names)

"""What others may hear of courses."""

from dataclasses import dataclass

from kith.kernel.ids import CourseHoldId, CourseInvitationId, CoursePlaceId
from kith.platform.outbox import Event


@dataclass(frozen=True)
class CourseBooked(Event):
    """A family has its places on every date of a course; ``revision`` tells a later booking-again from the first."""

    place_id: CoursePlaceId
    revision: int
    from_waiting_list: bool = False


@dataclass(frozen=True)
class CourseAwaited(Event):
    """A family waits for places on a course."""

    place_id: CoursePlaceId
    revision: int


@dataclass(frozen=True)
class CourseGivenUp(Event):
    """A family has given up the rest of a course; ``has_begun``: its wait ended because the course began."""

    place_id: CoursePlaceId
    revision: int
    has_begun: bool = False


@dataclass(frozen=True)
class CourseHeld(Event):
    """A visitor has asked for a course; whether the e-mail or phone is hers is not shown yet."""

    hold_id: CourseHoldId


@dataclass(frozen=True)
class CourseInvited(Event):
    """A woman was invited to a course by name, and asked to have the message that Kith sends."""

    invitation_id: CourseInvitationId

"""The codes an interpreter's booking is written in."""

from enum import StrEnum

SIGN_LANGUAGES = frozenset({"bfi"})
"""British Sign Language: it needs eyes, so a telephone is no way to interpret it."""


class Mode(StrEnum):
    """How the interpreter is there."""

    FACE_TO_FACE = "face_to_face"
    VIDEO = "video"
    PHONE = "phone"


class Gender(StrEnum):
    """An interpreter's gender, as she says it."""

    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"


class GenderWish(StrEnum):
    """The gender the family asked for."""

    ANY = "any"
    WOMAN = "woman"
    MAN = "man"


class What(StrEnum):
    """What the interpreter is booked for."""

    VISIT = "visit"
    CALL = "call"
    SESSION = "session"


class State(StrEnum):
    """How a booking stands; each change is a row of its own."""

    REQUESTED = "requested"
    OFFERED = "offered"
    DECLINED = "declined"
    CONFIRMED = "confirmed"
    LATE = "late"
    ARRIVED = "arrived"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


TO_ARRANGE = frozenset({State.REQUESTED, State.DECLINED})
"""Nobody has been asked, or whoever was has said no."""
UNCONFIRMED = TO_ARRANGE | {State.OFFERED}
COMING = frozenset({State.CONFIRMED, State.LATE, State.ARRIVED})
LIVE = UNCONFIRMED | COMING
"""The need still waits to be met."""
HELD = frozenset({State.OFFERED}) | COMING
"""The interpreter's time is taken."""


class Why(StrEnum):
    """Why a booking failed."""

    NO_SHOW = "no_show"
    WRONG_DIALECT = "wrong_dialect"
    TECHNICAL = "technical"
    CANCELLED_LATE_BY_US = "cancelled_late_by_us"
    CANCELLED_LATE_BY_THEM = "cancelled_late_by_them"
    FAMILY_NOT_THERE = "family_not_there"
    NOBODY_FOUND = "nobody_found"


class Side(StrEnum):
    """Who says how it was."""

    WORKER = "worker"
    FAMILY = "family"


class Wish(StrEnum):
    """What either side wishes for next time."""

    SAME = "same"
    OTHER = "other"

"""The short code lists of courses."""

from enum import StrEnum

CODE = "courses.course_hold.code"
"""What the code that a visitor is sent opens."""


class PlaceState(StrEnum):
    """Whether a family has its places on a course, waits for them, or has given them up."""

    BOOKED = "booked"
    WAITING = "waiting"
    GIVEN_UP = "given_up"


LIVE_PLACES = (PlaceState.BOOKED, PlaceState.WAITING)


class DateState(StrEnum):
    """What became, or becomes, of one date of a course for one family."""

    TO_COME = "to_come"
    CAME = "came"
    MISSED = "missed"
    NOT_NOTED = "not_noted"
    GIVEN_BACK = "given_back"
    CALLED_OFF = "called_off"


class HowInvited(StrEnum):
    """How a woman was invited to a course, by name."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    MESSAGE = "message"
    LETTER = "letter"


class InvitationAnswer(StrEnum):
    """What came of an invitation."""

    WAITS = "waits"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    NOT_REACHED = "not_reached"


ANSWERS = (InvitationAnswer.ACCEPTED, InvitationAnswer.DECLINED, InvitationAnswer.NOT_REACHED)
"""What the person who invited can note."""


class FollowUpEnd(StrEnum):
    """How the follow-up after a course ended."""

    SPOKE = "spoke"
    NOT_WANTED = "not_wanted"
    NOT_REACHED = "not_reached"
    BEREAVED = "bereaved"
    CONSENT_WITHDRAWN = "consent_withdrawn"


ENDS = (FollowUpEnd.SPOKE, FollowUpEnd.NOT_WANTED, FollowUpEnd.NOT_REACHED)
"""What its owner can note."""

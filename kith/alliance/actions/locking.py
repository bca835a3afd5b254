"""Locks of the room, and who acts."""

from kith.alliance.models.meetings import Meeting
from kith.alliance.rules.codes import MeetingId
from kith.kernel.ids import MembershipId
from kith.platform import access
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor


def member(by: Actor) -> MembershipId:
    """The membership of the person who acts; Forbidden for all others: here each act has a person's name."""
    if by.membership_id is None:
        raise Forbidden("member")
    return by.membership_id


def locked_meeting(by: Actor, meeting_id: MeetingId) -> Meeting:
    """The meeting, locked, for those who prepare meetings."""
    access.require(by, Permission.MANAGE_MEETINGS)
    if (row := Meeting.objects.locked(meeting_id)) is None:
        raise NotFound("meeting")
    return row

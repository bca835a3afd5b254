"""The addresses of the alliance."""

from kith.alliance.views import meetings, planning, public_pages
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

ASK = ("GET", "POST")
public = [
    page(
        "you-said/meetings/<int:meeting_id>/",
        public_pages.meeting_for_all,
        audience=Audience.PUBLIC,
        name="public-meeting",
    ),
    page(
        "you-said/meetings/<int:meeting_id>/minutes.pdf",
        public_pages.minutes_for_all,
        audience=Audience.PUBLIC,
        name="public-minutes",
    ),
]
_PARTAKES = Permission.SEE_THEMES
desk = [
    page("meetings/", meetings.all_meetings, audience=Audience.STAFF, name="meetings", needs=_PARTAKES),
    page(
        "meetings/new/",
        planning.plan,
        audience=Audience.STAFF,
        name="plan-meeting",
        methods=ASK,
        needs=Permission.MANAGE_MEETINGS,
    ),
    page(
        "meetings/<int:meeting_id>/",
        meetings.meeting,
        audience=Audience.STAFF,
        name="meeting",
        methods=ASK,
        needs=_PARTAKES,
    ),
    page(
        "meetings/<int:meeting_id>/move/",
        planning.move,
        audience=Audience.STAFF,
        name="move-meeting",
        methods=ASK,
        needs=Permission.MANAGE_MEETINGS,
    ),
    page(
        "meetings/<int:meeting_id>/interests/",
        planning.interests,
        audience=Audience.STAFF,
        name="meeting-interests",
        methods=ASK,
        needs=_PARTAKES,
    ),
    page(
        "meetings/<int:meeting_id>/meeting.ics",
        planning.calendar,
        audience=Audience.STAFF,
        name="meeting-calendar",
        needs=_PARTAKES,
    ),
    page(
        "meetings/<int:meeting_id>/minutes.pdf",
        public_pages.minutes,
        audience=Audience.STAFF,
        name="meeting-minutes",
        needs=_PARTAKES,
    ),
    page(
        "meetings/<int:meeting_id>/points/<int:item_id>/",
        meetings.point_of_agenda,
        audience=Audience.STAFF,
        name="agenda-point",
        methods=ASK,
        needs=Permission.MANAGE_MEETINGS,
    ),
    page("agreed-actions/", meetings.actions, audience=Audience.STAFF, name="agreed-actions", needs=_PARTAKES),
    # Its owner finds it, whatever her role is.
    page(
        "agreed-actions/<int:action_id>/",
        meetings.action,
        audience=Audience.STAFF,
        name="agreed-action",
        methods=ASK,
    ),
]

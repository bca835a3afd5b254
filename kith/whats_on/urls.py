"""The addresses of sessions."""

from kith.platform.access.permissions import Audience, Permission
from kith.platform.freshness import Topic
from kith.platform.gate import page
from kith.whats_on.queries.sessions import places_told
from kith.whats_on.views.codes import go
from kith.whats_on.views.desk import call_off, sessions_desk
from kith.whats_on.views.session import session

root = [
    page("go/<slug:code>/", go, audience=Audience.PUBLIC, name="go"),
]
public = [
    page(
        "sessions/<int:session_id>/",
        session,
        audience=Audience.PUBLIC,
        name="session",
        cached=True,
        topics=(Topic.LISTINGS,),
        also=places_told,
    ),
]
desk = [
    page("sessions/", sessions_desk, audience=Audience.STAFF, name="sessions-desk", needs=Permission.SEE_REGISTER),
    page(
        "sessions/<int:session_id>/call-off/",
        call_off,
        audience=Audience.STAFF,
        name="call-off-session",
        methods=("POST",),
        needs=Permission.MANAGE_SESSIONS,
    ),
]

"""The addresses of courses."""

from django.urls import URLPattern

from kith.courses.views import desk as desk_views
from kith.courses.views import people, proving
from kith.courses.views import public as public_views
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import View, page

ASKED = ("GET", "POST")


def _kept(route: str, view: View, name: str, needs: Permission, *, forms: bool = False) -> URLPattern:
    """A page of the desk."""
    methods = ASKED if forms else ("GET",)
    return page(route, view, audience=Audience.STAFF, name=name, methods=methods, needs=needs)


public = [
    page("courses/<int:course_id>/", public_views.course, audience=Audience.PUBLIC, name="course"),
    page(
        "courses/<int:course_id>/book/",
        public_views.book,
        audience=Audience.PUBLIC,
        name="book-course",
        methods=ASKED,
    ),
    page(
        "courses/<int:course_id>/held/<slug:held_course>/",
        proving.held,
        audience=Audience.PUBLIC,
        name="held-course",
        methods=ASKED,
    ),
    page(
        "courses/<int:course_id>/confirm/<slug:proof_course>/",
        proving.confirm,
        audience=Audience.PUBLIC,
        name="confirm-course",
        methods=ASKED,
    ),
    page(
        "course-places/<slug:course_token>/",
        public_views.place,
        audience=Audience.PUBLIC,
        name="course-place",
        methods=ASKED,
    ),
    page(
        "course-places/<slug:course_token>/kith.ics",
        public_views.place_calendar,
        audience=Audience.PUBLIC,
        name="course-calendar",
    ),
]
desk = [
    _kept("courses/", desk_views.courses, "courses-desk", Permission.SEE_REGISTER),
    _kept("courses/new/", desk_views.choose_series, "choose-course-series", Permission.MANAGE_SESSIONS),
    _kept("courses/new/<slug:series_code>/", desk_views.plan, "plan-course", Permission.MANAGE_SESSIONS, forms=True),
    _kept("courses/follow-ups/", people.following, "course-follow-ups", Permission.SEE_REGISTER),
    _kept(
        "courses/follow-ups/<int:follow_up_id>/",
        people.follow_up,
        "course-follow-up",
        Permission.SEE_REGISTER,
        forms=True,
    ),
    _kept(
        "courses/invitations/<int:invitation_id>/",
        people.answer,
        "course-invitation",
        Permission.RECORD_CONTACT,
        forms=True,
    ),
    _kept("courses/<int:course_id>/", desk_views.course, "course-desk", Permission.SEE_REGISTER),
    _kept("courses/<int:course_id>/plan/", desk_views.change, "course-plan", Permission.MANAGE_SESSIONS, forms=True),
    _kept("courses/<int:course_id>/invite/", people.invite_list, "course-invitations", Permission.RECORD_CONTACT),
    _kept(
        "courses/<int:course_id>/invite/<uuid:family_id>/",
        people.invite,
        "invite-to-course",
        Permission.RECORD_CONTACT,
        forms=True,
    ),
]

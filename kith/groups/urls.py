"""The room's addresses."""

from kith.groups import forms, queries, views
from kith.platform.access import Audience, Permission
from kith.platform.freshness import Topic
from kith.platform.gate import page

root = [
    page("go/<slug:code>/", views.go, audience=Audience.PUBLIC, name="go"),
]
public = [
    page(
        "sessions/<int:session_id>/",
        views.session,
        audience=Audience.PUBLIC,
        name="session",
        cached=True,
        topics=(Topic.LISTINGS,),
        also=queries.places_told,
    ),
    page(
        "sessions/<int:session_id>/book/",
        views.book,
        audience=Audience.PUBLIC,
        name="book",
        methods=("GET", "POST"),
        cached=True,
        topics=(Topic.LISTINGS,),
        also=queries.places_told,
        slots=forms.new_slots,
    ),
    page(
        "bookings/<slug:token>/",
        views.booking,
        audience=Audience.PUBLIC,
        name="booking",
        methods=("GET", "POST"),
    ),
    page("bookings/<slug:token>/kith.ics", views.booking_calendar, audience=Audience.PUBLIC, name="booking-calendar"),
]
desk = [
    page(
        "sessions/", views.sessions_desk, audience=Audience.STAFF, name="sessions-desk", needs=Permission.SEE_REGISTER
    ),
    page(
        "sessions/<int:session_id>/",
        views.register,
        audience=Audience.STAFF,
        name="register",
        methods=("GET", "POST"),
        needs=Permission.SEE_REGISTER,
    ),
]

"""The room's addresses."""

from kith.groups.forms.booking import new_slots
from kith.groups.views.booking import book, booking, booking_calendar
from kith.groups.views.booking_for import book_for, book_for_family, sessions_for_family
from kith.groups.views.changing import change
from kith.groups.views.desk import register, register_on_paper
from kith.groups.views.offering import decline
from kith.groups.views.proving import confirm, confirm_spoken, held
from kith.groups.views.texting import text_all
from kith.platform.access.permissions import Audience, Permission
from kith.platform.freshness import Topic
from kith.platform.gate import page
from kith.whats_on.queries.sessions import places_told

public = [
    page(
        "sessions/<int:session_id>/book/",
        book,
        audience=Audience.PUBLIC,
        name="book",
        methods=("GET", "POST"),
        cached=True,
        topics=(Topic.LISTINGS,),
        also=places_told,
        slots=new_slots,
    ),
    page(
        "sessions/<int:session_id>/held/<slug:held_token>/",
        held,
        audience=Audience.PUBLIC,
        name="held-booking",
        methods=("GET", "POST"),
    ),
    page(
        "sessions/<int:session_id>/confirm/<slug:proof_token>/",
        confirm,
        audience=Audience.PUBLIC,
        name="confirm-booking",
        methods=("GET", "POST"),
    ),
    page(
        "bookings/<slug:token>/",
        booking,
        audience=Audience.PUBLIC,
        name="booking",
        methods=("GET", "POST"),
    ),
    page(
        "bookings/<slug:token>/change/",
        change,
        audience=Audience.PUBLIC,
        name="change-booking",
        methods=("GET", "POST"),
    ),
    page(
        "bookings/<slug:offer_token>/decline/",
        decline,
        audience=Audience.PUBLIC,
        name="decline-offer",
        methods=("GET", "POST"),
    ),
    page("bookings/<slug:token>/kith.ics", booking_calendar, audience=Audience.PUBLIC, name="booking-calendar"),
]
desk = [
    page(
        "sessions/<int:session_id>/",
        register,
        audience=Audience.STAFF,
        name="register",
        methods=("GET", "POST"),
        needs=Permission.SEE_REGISTER,
    ),
    page(
        "sessions/<int:session_id>/print/",
        register_on_paper,
        audience=Audience.STAFF,
        name="register-print",
        needs=Permission.SEE_REGISTER,
    ),
    page(
        "sessions/<int:session_id>/text-all/",
        text_all,
        audience=Audience.STAFF,
        name="text-all",
        methods=("GET", "POST"),
        needs=Permission.SEE_REGISTER,
    ),
    page(
        "sessions/<int:session_id>/book-for/",
        book_for,
        audience=Audience.STAFF,
        name="book-for",
        methods=("GET", "POST"),
        needs=Permission.SEE_REGISTER,
    ),
    page(
        "sessions/<int:session_id>/book-for/<uuid:family_id>/",
        book_for_family,
        audience=Audience.STAFF,
        name="book-for-family",
        methods=("GET", "POST"),
        needs=Permission.BOOK_PLACE,
    ),
    page(
        "families/<uuid:family_id>/book-session/",
        sessions_for_family,
        audience=Audience.STAFF,
        name="sessions-for-family",
        needs=Permission.BOOK_PLACE,
    ),
    page(
        "sessions/<int:session_id>/confirm/",
        confirm_spoken,
        audience=Audience.STAFF,
        name="confirm-spoken",
        methods=("GET", "POST"),
        needs=Permission.SEE_REGISTER,
    ),
]

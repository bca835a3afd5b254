"""The addresses of interpreting."""

from kith.interpreting.views import arranging, links
from kith.interpreting.views import desk as desk_views
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

public = [
    page(
        "interpreter/<slug:link>/",
        links.interpreter_link,
        audience=Audience.PUBLIC,
        name="interpreter-link",
        methods=("GET", "POST"),
    ),
    page(
        "interpreter/open/<slug:page_key>/",
        links.interpreter_page,
        audience=Audience.PUBLIC,
        name="interpreter-page",
        methods=("GET", "POST"),
    ),
    page(
        "interpreter-booked/<slug:interpreter_token>/",
        links.interpreter_booked,
        audience=Audience.PUBLIC,
        name="interpreter-booked",
        methods=("GET", "POST"),
    ),
]
desk = [
    page(
        "families/<uuid:family_id>/interpreter/",
        arranging.book_interpreter,
        audience=Audience.STAFF,
        name="book-interpreter",
        methods=("GET", "POST"),
        needs=Permission.BOOK_INTERPRETER,
    ),
    page(
        "interpreting/",
        desk_views.interpreting,
        audience=Audience.STAFF,
        name="interpreting",
        needs=Permission.MANAGE_INTERPRETING,
    ),
    page(
        "interpreting/costs/",
        desk_views.costs,
        audience=Audience.STAFF,
        name="interpreting-costs",
        needs=Permission.MANAGE_INTERPRETING,
    ),
    page(
        "interpreting/<uuid:interpreter_booking_id>/",
        arranging.interpreter_booking,
        audience=Audience.STAFF,
        name="interpreter-booking",
        methods=("GET", "POST"),
        needs=Permission.BOOK_INTERPRETER,
    ),
    page(
        "interpreters/",
        desk_views.interpreters,
        audience=Audience.STAFF,
        name="interpreters",
        needs=Permission.MANAGE_INTERPRETING,
    ),
    page(
        "interpreters/new/",
        desk_views.add_interpreter,
        audience=Audience.STAFF,
        name="add-interpreter",
        methods=("GET", "POST"),
        needs=Permission.MANAGE_INTERPRETING,
    ),
    page(
        "interpreters/line/",
        desk_views.interpreter_line,
        audience=Audience.STAFF,
        name="interpreter-line",
        methods=("GET", "POST"),
        needs=Permission.MANAGE_INTERPRETING,
    ),
    page(
        "interpreters/<int:interpreter_id>/",
        desk_views.interpreter,
        audience=Audience.STAFF,
        name="interpreter",
        methods=("GET", "POST"),
        needs=Permission.MANAGE_INTERPRETING,
    ),
]

"""The addresses of cafés."""

from collections.abc import Callable
from functools import partial

from django.urls import URLPattern

from kith.cafes.views import counting, joining, one_to_one, own, totals
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

CAFE = "cafes/<int:session_id>/"
ASK = ("GET", "POST")

run: Callable[..., URLPattern] = partial(page, audience=Audience.STAFF, methods=ASK, needs=Permission.SEE_REGISTER)

my = [
    page(
        "one-to-one/<int:session_id>/",
        own.own_turn,
        audience=Audience.PARENT,
        name="own-one-to-one",
        methods=ASK,
        needs=Permission.BOOK_PLACE,
    ),
]
desk = [
    run("cafes/", totals.footfall, name="footfall", methods=("GET",)),
    run(CAFE, counting.cafe, name="cafe"),
    run(f"{CAFE}told/<uuid:request_key>/", counting.told, name="arrivals-told"),
    run(f"{CAFE}one-to-one/", one_to_one.one_to_one, name="one-to-one"),
    run(f"{CAFE}one-to-one/book/", one_to_one.book, name="book-one-to-one"),
    run(f"{CAFE}one-to-one/times/", one_to_one.times, name="one-to-one-times"),
    run(f"{CAFE}one-to-one/withdraw/", one_to_one.withdraw, name="withdraw-one-to-one", methods=("POST",)),
    run(f"{CAFE}families/", joining.families, name="cafe-families", needs=Permission.SEE_FAMILY),
]

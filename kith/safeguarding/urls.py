"""The addresses of safeguarding."""

from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page
from kith.safeguarding.views import concerns, safety

desk = [
    page(
        "families/<uuid:family_id>/concern/",
        concerns.raise_concern,
        audience=Audience.STAFF,
        name="raise-concern",
        methods=("GET", "POST"),
        needs=Permission.RECORD_CONTACT,
    ),
    page("concerns/", concerns.concerns, audience=Audience.STAFF, name="concerns"),
    page(
        "concerns/<int:concern_id>/",
        concerns.concern,
        audience=Audience.STAFF,
        name="concern",
        methods=("GET", "POST"),
    ),
    page(
        "out-alone/",
        safety.set_out,
        audience=Audience.STAFF,
        name="set-out",
        methods=("GET", "POST"),
        needs=Permission.RECORD_CONTACT,
    ),
    page(
        "out-alone/<int:lone_visit_id>/",
        safety.lone_visit,
        audience=Audience.STAFF,
        name="lone-visit",
        methods=("GET", "POST"),
    ),
    page(
        "families/<uuid:family_id>/before-a-visit/",
        safety.precautions,
        audience=Audience.STAFF,
        name="precautions",
        methods=("GET", "POST"),
        needs=Permission.RECORD_CONTACT,
    ),
]

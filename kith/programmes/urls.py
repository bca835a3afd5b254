"""The addresses of programmes."""

from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page
from kith.programmes import views

desk = [
    page("programmes/", views.programmes, audience=Audience.STAFF, name="programmes"),
    page(
        "programmes/found/",
        views.found_programme,
        audience=Audience.STAFF,
        name="found-programme",
        methods=("GET", "POST"),
        needs=Permission.MANAGE_PROGRAMMES,
    ),
    page(
        "programmes/<int:programme_id>/",
        views.programme,
        audience=Audience.STAFF,
        name="programme",
        methods=("GET", "POST"),
    ),
    page(
        "programmes/<int:programme_id>/enrolments/<int:enrolment_id>/end/",
        views.end_enrolment,
        audience=Audience.STAFF,
        name="end-enrolment",
        methods=("POST",),
        needs=Permission.LEAD_FAMILY,
    ),
    page(
        "families/<uuid:family_id>/programme/",
        views.enrol_family,
        audience=Audience.STAFF,
        name="enrol-family",
        methods=("GET", "POST"),
        needs=Permission.LEAD_FAMILY,
    ),
]

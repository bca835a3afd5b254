"""The addresses of leading, cover, continuity and programmes."""

from kith.care.views import caseload, continuity, handover, leading, programmes
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

desk = [
    page(
        "families/<uuid:family_id>/lead/take/",
        leading.take_lead,
        audience=Audience.STAFF,
        name="take-lead",
        methods=("POST",),
        needs=Permission.LEAD_FAMILY,
    ),
    page(
        "families/<uuid:family_id>/lead/",
        leading.lead,
        audience=Audience.STAFF,
        name="lead",
        methods=("GET", "POST"),
        needs=Permission.LEAD_FAMILY,
    ),
    page(
        "handovers/<int:handover_id>/",
        handover.handover,
        audience=Audience.STAFF,
        name="handover",
        methods=("GET", "POST"),
        needs=Permission.LEAD_FAMILY,
    ),
    page("caseload/", caseload.caseload, audience=Audience.STAFF, name="caseload", needs=Permission.LEAD_FAMILY),
    page(
        "absence/",
        caseload.absence,
        audience=Audience.STAFF,
        name="absence",
        methods=("GET", "POST"),
        needs=Permission.LEAD_FAMILY,
    ),
    page(
        "absence/<int:absence_id>/call-off/",
        caseload.call_off_absence,
        audience=Audience.STAFF,
        name="call-off-absence",
        methods=("POST",),
        needs=Permission.LEAD_FAMILY,
    ),
    page(
        "continuity/",
        continuity.continuity,
        audience=Audience.STAFF,
        name="continuity",
        needs=Permission.SEE_CONTINUITY,
    ),
    page("programmes/", programmes.programmes, audience=Audience.STAFF, name="programmes"),
    page(
        "programmes/found/",
        programmes.found_programme,
        audience=Audience.STAFF,
        name="found-programme",
        methods=("GET", "POST"),
        needs=Permission.MANAGE_PROGRAMMES,
    ),
    page(
        "programmes/<int:programme_id>/",
        programmes.programme,
        audience=Audience.STAFF,
        name="programme",
        methods=("GET", "POST"),
    ),
    page(
        "programmes/<int:programme_id>/enrolments/<int:enrolment_id>/end/",
        programmes.end_enrolment,
        audience=Audience.STAFF,
        name="end-enrolment",
        methods=("POST",),
        needs=Permission.LEAD_FAMILY,
    ),
    page(
        "families/<uuid:family_id>/programme/",
        programmes.enrol_family,
        audience=Audience.STAFF,
        name="enrol-family",
        methods=("GET", "POST"),
        needs=Permission.LEAD_FAMILY,
    ),
]

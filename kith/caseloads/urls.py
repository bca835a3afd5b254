"""The addresses of leading, handover and cover."""

from kith.caseloads.views import caseload, handover, leading, writing
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

my = [
    page(
        "families/<uuid:family_id>/write/",
        writing.write,
        audience=Audience.PARENT,
        name="write-to-people",
        methods=("GET", "POST"),
        needs=Permission.SEE_OWN_RECORD,
    ),
]
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
    page(
        "caseload/file/",
        caseload.export_caseload,
        audience=Audience.STAFF,
        name="export-caseload",
        methods=("POST",),
        needs=Permission.MANAGE_CASELOADS,
    ),
    page("caseload/", caseload.caseload, audience=Audience.STAFF, name="caseload", needs=Permission.LEAD_FAMILY),
    page(
        "families/without-a-lead/",
        caseload.unled_families,
        audience=Audience.STAFF,
        name="unled-families",
        needs=Permission.SEE_TODAY,
    ),
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
]

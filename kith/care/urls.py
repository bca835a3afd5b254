"""The addresses of care."""

from kith.care import views
from kith.platform.access import Audience, Permission
from kith.platform.gate import page

desk = [
    page(
        "families/<uuid:family_id>/babies/<uuid:baby_id>/feeding/<str:milestone>/",
        views.record_feeding,
        audience=Audience.STAFF,
        name="record-feeding",
        methods=("GET", "POST"),
        needs=Permission.RECORD_FEEDING,
    ),
    page(
        "families/<uuid:family_id>/lead/",
        views.take_lead,
        audience=Audience.STAFF,
        name="take-lead",
        methods=("POST",),
        needs=Permission.LEAD_FAMILY,
    ),
]

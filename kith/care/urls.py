"""The addresses of care."""

from kith.care.views import feeding, leading
from kith.platform.access import Audience, Permission
from kith.platform.gate import page

desk = [
    page(
        "families/<uuid:family_id>/babies/<uuid:baby_id>/feeding/<str:milestone>/",
        feeding.record_feeding,
        audience=Audience.STAFF,
        name="record-feeding",
        methods=("GET", "POST"),
        needs=Permission.RECORD_FEEDING,
    ),
    page(
        "families/<uuid:family_id>/lead/",
        leading.take_lead,
        audience=Audience.STAFF,
        name="take-lead",
        methods=("POST",),
        needs=Permission.LEAD_FAMILY,
    ),
]

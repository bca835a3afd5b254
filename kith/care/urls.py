"""The addresses of care."""

from kith.care.views import assessments, baby, feeding, goals, leading, plans, weights
from kith.platform.access import Audience, Permission
from kith.platform.gate import page

BABY = "families/<uuid:family_id>/babies/<uuid:baby_id>/"

my = [
    page(
        "goal/",
        goals.my_goal,
        audience=Audience.PARENT,
        name="my-goal",
        methods=("GET", "POST"),
        needs=Permission.SEE_OWN_RECORD,
    ),
    page(
        "families/<uuid:family_id>/plans/<int:plan_id>/",
        plans.my_plan,
        audience=Audience.PARENT,
        name="my-plan",
        needs=Permission.SEE_OWN_RECORD,
    ),
]
desk = [
    page(BABY, baby.baby_feeding, audience=Audience.STAFF, name="baby-feeding", needs=Permission.SEE_FAMILY),
    page(
        "families/<uuid:family_id>/goal/",
        goals.record_goal,
        audience=Audience.STAFF,
        name="record-goal",
        methods=("GET", "POST"),
        needs=Permission.RECORD_FEEDING,
    ),
    page(
        f"{BABY}feeding-end/",
        goals.record_feeding_end,
        audience=Audience.STAFF,
        name="record-feeding-end",
        methods=("GET", "POST"),
        needs=Permission.RECORD_FEEDING,
    ),
    page(
        f"{BABY}weights/new/",
        weights.record_weight,
        audience=Audience.STAFF,
        name="record-weight",
        methods=("GET", "POST"),
        needs=Permission.RECORD_FEEDING,
    ),
    page(
        f"{BABY}weights/<int:weight_id>/",
        weights.weight,
        audience=Audience.STAFF,
        name="weight",
        needs=Permission.SEE_FAMILY,
    ),
    page(
        f"{BABY}weights/<int:weight_id>/correct/",
        weights.correct_weight,
        audience=Audience.STAFF,
        name="correct-weight",
        methods=("GET", "POST"),
        needs=Permission.RECORD_FEEDING,
    ),
    page(
        f"{BABY}weights/<int:weight_id>/take-back/",
        weights.take_back_weight,
        audience=Audience.STAFF,
        name="take-back-weight",
        methods=("POST",),
        needs=Permission.RECORD_FEEDING,
    ),
    page(
        f"{BABY}assess/<slug:key>/",
        assessments.assess,
        audience=Audience.STAFF,
        name="assess",
        methods=("GET", "POST"),
        needs=Permission.RECORD_FEEDING,
    ),
    page(
        f"{BABY}assessments/<int:assessment_id>/",
        assessments.assessment,
        audience=Audience.STAFF,
        name="assessment",
        needs=Permission.SEE_FAMILY,
    ),
    page(
        f"{BABY}plan/",
        plans.agree_plan,
        audience=Audience.STAFF,
        name="agree-plan",
        methods=("GET", "POST"),
        needs=Permission.RECORD_FEEDING,
    ),
    page(
        "families/<uuid:family_id>/plans/<int:plan_id>/",
        plans.plan,
        audience=Audience.STAFF,
        name="plan",
        needs=Permission.SEE_FAMILY,
    ),
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

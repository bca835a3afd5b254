"""The addresses of feeding."""

from collections.abc import Callable
from functools import partial

from django.urls import URLPattern

from kith.feeding.views import assessment_forms, assessments, baby, goals, plans, routes, statuses, weights
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

BABY = "families/<uuid:family_id>/babies/<uuid:baby_id>/"
FORM = "assessment-forms/<slug:key>/"
QUESTION = f"{FORM}questions/<slug:question>/"
ASK = ("GET", "POST")

at_work: Callable[..., URLPattern] = partial(page, audience=Audience.STAFF)
see: Callable[..., URLPattern] = partial(at_work, needs=Permission.SEE_FAMILY)
record: Callable[..., URLPattern] = partial(at_work, methods=ASK, needs=Permission.RECORD_FEEDING)
manage: Callable[..., URLPattern] = partial(at_work, methods=ASK, needs=Permission.MANAGE_FEEDING)
own: Callable[..., URLPattern] = partial(page, audience=Audience.PARENT, needs=Permission.SEE_OWN_RECORD)

my = [
    own("goal/", goals.my_goal, name="my-goal", methods=ASK),
    own("families/<uuid:family_id>/plans/<int:plan_id>/", plans.my_plan, name="my-plan"),
]
desk = [
    see(BABY, baby.baby_feeding, name="baby-feeding"),
    record("families/<uuid:family_id>/goal/", goals.record_goal, name="record-goal"),
    record(f"{BABY}feeding-end/", goals.record_feeding_end, name="record-feeding-end"),
    record(f"{BABY}weights/new/", weights.record_weight, name="record-weight"),
    see(f"{BABY}weights/<int:weight_id>/", weights.weight, name="weight"),
    record(f"{BABY}weights/<int:weight_id>/correct/", weights.correct_weight, name="correct-weight"),
    record(
        f"{BABY}weights/<int:weight_id>/take-back/",
        weights.take_back_weight,
        name="take-back-weight",
        methods=("POST",),
    ),
    record(f"{BABY}assess/<slug:key>/", assessments.assess, name="assess"),
    see(f"{BABY}assessments/<int:assessment_id>/", assessments.assessment, name="assessment"),
    manage("assessment-forms/", assessment_forms.assessment_forms, name="assessment-forms", methods=("GET",)),
    manage("assessment-forms/new/", assessment_forms.begin_form, name="begin-assessment-form"),
    manage(FORM, assessment_forms.assessment_form, name="assessment-form"),
    manage(f"{FORM}change/", assessment_forms.act_on_form, name="form-change", methods=("POST",)),
    manage(f"{FORM}preview/", assessment_forms.form_preview, name="form-preview", methods=("GET",)),
    manage(QUESTION, assessment_forms.form_question, name="form-question"),
    manage(f"{QUESTION}change/", assessment_forms.change_question, name="change-form-question", methods=("POST",)),
    manage("feeding-routes/", routes.feeding_routes, name="feeding-routes"),
    manage("feeding-routes/<slug:reason>/", routes.feeding_route, name="feeding-route"),
    record(f"{BABY}plan/", plans.agree_plan, name="agree-plan"),
    see("families/<uuid:family_id>/plans/<int:plan_id>/", plans.plan, name="plan"),
    at_work("feeding/due/", statuses.due_feeding, name="due-feeding", needs=Permission.SEE_TODAY),
    record(f"{BABY}feeding/<str:milestone>/", statuses.record_feeding, name="record-feeding"),
]

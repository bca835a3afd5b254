"""The addresses of the plan."""

from kith.plans.views import papers, steps
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

ASK = ("GET", "POST")
_READS, _CHANGES = Permission.SEE_THEMES, Permission.MANAGE_MEETINGS
STAFF = Audience.STAFF

desk = [
    page("plan/", steps.plan, audience=STAFF, name="our-plan", needs=_READS),
    # Its owner finds it, whatever her role is.
    page("plan/steps/<slug:plan_step>/", steps.step, audience=STAFF, name="plan-step", methods=ASK),
    page("plan/aims/", steps.aims_kept, audience=STAFF, name="plan-aims", methods=ASK, needs=_CHANGES),
    page(
        "plan/aims/<int:aim_id>/end/", steps.end_aim, audience=STAFF, name="end-aim", methods=("POST",), needs=_CHANGES
    ),
    page("plan/costs/", papers.costs, audience=STAFF, name="plan-costs", needs=_READS),
    page("plan/costs/add/", papers.add_cost, audience=STAFF, name="add-cost", methods=ASK, needs=_CHANGES),
    page("plan/case-study/", papers.case_study, audience=STAFF, name="case-study", needs=_READS),
    page(
        "plan/case-study/<slug:case_chapter>/<slug:case_language>/",
        papers.chapter,
        audience=STAFF,
        name="case-chapter",
        methods=ASK,
        needs=_CHANGES,
    ),
    page(
        "plan/papers/<slug:plan_paper>/<slug:paper_language>.pdf",
        papers.paper,
        audience=STAFF,
        name="plan-paper",
        needs=_READS,
    ),
]

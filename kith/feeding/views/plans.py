"""Feeding plans: agreeing one, and reading it in two languages, on a screen or on paper."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import override

from kith.feeding.actions import plans
from kith.feeding.forms.plans import PlanForm
from kith.feeding.queries.babies import PlanRow, feeding_of_baby, plan_page
from kith.feeding.queries.statuses import must_live
from kith.feeding.views.returning import back_to_baby
from kith.kernel import clock
from kith.kernel.ids import BabyId, FamilyId
from kith.kernel.languages import ENGLISH, interface_language
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.ui import formats
from kith.platform.ui.questions import question

USUAL_REVIEW = timedelta(days=7)


@dataclass(frozen=True)
class Sheet:
    """A plan in one language: its headings and what was agreed, ready to print."""

    lang: str
    direction: str
    title: str
    agreed_heading: str
    agreed: str
    with_words: str
    review_words: str
    call_words: str


def agree_plan(request: Request, family_id: UUID, baby_id: UUID) -> HttpResponse:
    """Write down what was agreed."""
    access.require(request.viewer, Permission.RECORD_FEEDING)
    record = feeding_of_baby(request.viewer, FamilyId(family_id), BabyId(baby_id))
    must_live(record.family, record.baby)
    before = vars(record.plan) if record.plan else {"agreed_with": record.family.name}
    sent = request.POST if request.method == "POST" else None
    form = PlanForm(sent, reads=record.family.reads, initial={**before, "review_on": clock.today() + USUAL_REVIEW})

    def agree() -> HttpResponse:
        plans.agree_plan(by=request.viewer, baby_id=record.baby.id, plan=form.plan)
        return back_to_baby(record, "plan")

    return question(request, "feeding/agree_plan.jinja", form, agree, {"record": record})


def plan(request: Request, family_id: UUID, plan_id: int) -> HttpResponse:
    """A plan as the parent takes it home: her language beside English."""
    baby, row = plan_page(request.viewer, FamilyId(family_id), plan_id)
    page = {"family_id": family_id, "baby": baby, "plan": row, "sheets": sheets(row, baby.name)}
    return render(request, "feeding/plan.jinja", page)


def my_plan(request: Request, family_id: UUID, plan_id: int) -> HttpResponse:
    """Her own plan, in her language beside English."""
    baby, row = plan_page(request.viewer, FamilyId(family_id), plan_id)
    return render(request, "feeding/my_plan.jinja", {"baby": baby, "plan": row, "sheets": sheets(row, baby.name)})


def sheets(row: PlanRow, baby_name: str) -> list[Sheet]:
    """Her language first where the plan has it, then English."""
    english = _sheet(row, baby_name, ENGLISH.code, row.agreed)
    if not row.agreed_in_her_words:
        return [english]
    return [_sheet(row, baby_name, row.language, row.agreed_in_her_words), english]


def _sheet(row: PlanRow, baby_name: str, lang: str, agreed: str) -> Sheet:
    """Headings in this language where Kith speaks it, else in English under her own words."""
    spoken = interface_language(lang)
    with override(spoken.code):
        return Sheet(
            lang=spoken.code,
            direction=spoken.direction,
            title=_("Feeding plan for %(name)s") % {"name": baby_name} if baby_name else _("Feeding plan"),
            agreed_heading=_("What we agreed"),
            agreed=agreed,
            with_words=_("Agreed on %(day)s by %(parent)s and %(name)s, %(role)s")
            % {
                "day": formats.date(row.agreed_at, "medium"),
                "parent": row.agreed_with,
                "name": row.by.name,
                "role": row.by.role_name,
            },
            review_words=_("We look at it again on %(day)s") % {"day": formats.date(row.review_on, "medium")},
            call_words=_(
                "If you are worried about your baby, do not wait for that day. Call 111; in an emergency call 999."
            ),
        )

"""What the plan brings to the desk and to Today."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.plans.queries.steps import late_step_count, my_steps
from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import DayContext, DayList, PageLink

PLAN_DESK = PageLink(
    _("The plan"),
    "our-plan",
    (Permission.SEE_THEMES,),
    _("What we aim at, nine steps, what shows how they stand; briefing and case study to print."),
    waits=late_step_count,
)


@dataclass(frozen=True)
class StepDue:
    """A step that the viewer answers for; it names no family."""

    words: str
    address: str
    due_on: date
    days_overdue: int
    family_id: FamilyId | None = None


def _mine(context: DayContext) -> Listed[StepDue]:
    """The steps that the viewer answers for."""
    rows = (
        StepDue(row.name, reverse("plan-step", args=[row.step.value]), row.next_on, row.days_overdue)
        for row in my_steps(context.viewer)
    )
    return Listed(tuple(rows))


MY_STEPS = DayList("plans/today.jinja", _mine, name=_("My steps of the plan"), anchor="plan", is_for_every_desk=True)

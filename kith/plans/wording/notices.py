"""What the plan's notices say, and where they lead."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from kith.plans.rules.notices import NoticeKind
from kith.tasks.wording.notices import NoticeWords

NOTICES: Mapping[NoticeKind, NoticeWords] = {
    NoticeKind.PLAN_STEP_GIVEN: NoticeWords(
        _("%(who)s has given you a step of the plan, until %(due_on)s"), "plan-step", "plan_step"
    ),
    NoticeKind.PLAN_STEP_LATE: NoticeWords(
        _("Your step of the plan is past its day, %(due_on)s"), "plan-step", "plan_step"
    ),
    NoticeKind.PLAN_STEP_UNMET: NoticeWords(
        _("A step of the plan of %(who)s is past its day, %(due_on)s"), "plan-step", "plan_step", is_pressing=True
    ),
    NoticeKind.PLAN_STEP_LEFT: NoticeWords(
        _("%(who)s has left, and a step of the plan has no owner"), "plan-step", "plan_step", is_pressing=True
    ),
    NoticeKind.AGREEMENT_ENDS_SOON: NoticeWords(
        _("A sharing agreement ends on %(until_on)s: what it lets organisations open is closed then"), "alliance", ""
    ),
    NoticeKind.AGREEMENT_HAS_ENDED: NoticeWords(
        _("A sharing agreement has ended on %(until_on)s: records it opened are closed to its members"),
        "alliance",
        "",
        is_pressing=True,
    ),
}

"""The kinds of notices about the plan, and about agreements that end."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice of the plan is about."""

    PLAN_STEP_GIVEN = "plan_step_given"
    PLAN_STEP_LATE = "plan_step_late"
    PLAN_STEP_UNMET = "plan_step_unmet"
    PLAN_STEP_LEFT = "plan_step_left"
    AGREEMENT_ENDS_SOON = "agreement_ends_soon"
    AGREEMENT_HAS_ENDED = "agreement_has_ended"

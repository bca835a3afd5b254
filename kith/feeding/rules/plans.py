"""What a feeding plan needs. Pure."""

from datetime import date, timedelta

from kith.kernel.refusal import Refusal

LONGEST_PLAN = 2000
LATEST_REVIEW = timedelta(days=92)


def check_plan(*, agreed: str, review_on: date, today: date) -> Refusal | None:
    """Say why a plan cannot be written down, or None if it can; a plan that is not looked at again is no plan."""
    if not agreed.strip():
        return Refusal("plan_empty")
    if review_on < today:
        return Refusal("plan_review_in_past")
    if review_on > today + LATEST_REVIEW:
        return Refusal("plan_review_too_far", latest=today + LATEST_REVIEW)
    return None

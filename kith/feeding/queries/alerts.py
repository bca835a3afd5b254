"""What has led to a person: by which weight or assessment, whose it is now, and what they found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kith.feeding.models.weights import FeedingAlert
from kith.feeding.rules.weights import Reason
from kith.kernel.ids import BabyId, MembershipId, NextStepId
from kith.organisations.queries.people import MembershipCard, membership_cards
from kith.tasks.queries.next_steps import as_they_are_now
from kith.tasks.rules.next_steps import StepEnd

People = dict[MembershipId, MembershipCard]


@dataclass(frozen=True)
class AlertRow:
    """One time something led to a person."""

    baby_id: BabyId
    reason: Reason
    weight_id: int | None
    assessment_id: int | None
    owner: MembershipCard
    is_open: bool
    step_id: NextStepId
    outcome: str


def alert_of_assessment(assessment_id: int) -> AlertRow | None:
    """What an assessment led to, for the page of a viewer who may open it."""
    row = FeedingAlert.objects.filter(assessment_id=assessment_id).select_related("next_step").first()
    return next(alert_rows([row], membership_cards([MembershipId(row.owner_id)])), None) if row else None


def alert_rows(rows: Iterable[FeedingAlert], people: People) -> Iterator[AlertRow]:
    """Each with the worker whose it is now: what was handed on is asked about once more, all in one go."""
    rows = list(rows)
    handed = [NextStepId(row.next_step_id) for row in rows if row.next_step.ended_as == StepEnd.HANDED_ON]
    now = as_they_are_now(handed) if handed else {}
    for row in rows:
        step = now.get(NextStepId(row.next_step_id))
        yield AlertRow(
            baby_id=BabyId(row.baby_id),
            reason=row.reason,
            weight_id=row.weight_id,
            assessment_id=row.assessment_id,
            owner=step.owner if step else people[MembershipId(row.owner_id)],
            is_open=(step.ended_as is None) if step else row.next_step.ended_at is None,
            step_id=step.id if step else NextStepId(row.next_step_id),
            outcome=step.outcome if step else row.next_step.outcome,
        )

"""What becomes of the open signs of a family that takes back a consent, or in which a baby has died."""

from collections.abc import Iterator

from kith.caseloads.actions.introducing import tell_parent
from kith.families.actions.locking import lock_family
from kith.families.events import ConsentWithdrawn, FamilyBereaved
from kith.families.queries.cards import family_cards
from kith.families.queries.reach import may_organisation_open
from kith.feeding.actions.alerts import in_turn, route_of
from kith.feeding.models.weights import FeedingAlert
from kith.feeding.rules.notices import NoticeKind
from kith.kernel.ids import FamilyId, MembershipId, NextStepId
from kith.organisations.queries.people import people_who, whom_to_tell
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import system_actor
from kith.platform.action import action
from kith.tasks.actions.next_steps import hand_on_step
from kith.tasks.actions.notices import known_as, raise_notice
from kith.tasks.actions.watching import end_step
from kith.tasks.queries.next_steps import StepRow, as_they_are_now
from kith.tasks.rules.next_steps import StepEnd

BY = system_actor("feeding")


@action
def keep_signs_without_consent(event: ConsentWithdrawn) -> None:
    """Hand open signs of an organisation that lost the record to a worker who may still open it; safe to run twice.

    Where there is none, the sign ends: its owner, their managers and the mother are told that nobody looks at it now.
    """
    if may_organisation_open(event.organisation_id, event.family_id):
        return
    lock_family(event.family_id)
    for alert, step in open_signs(event.family_id):
        if step.owner.organisation.id != event.organisation_id:
            continue
        if (to := _still_able(alert, event.family_id)) is not None:
            hand_on_step(by=BY, step_id=step.id, to=to)
            _tell(event, step, NoticeKind.SIGN_PASSED_ON, [step.owner.id])
        else:
            end_step(by=BY, step_id=step.id, how=StepEnd.CONSENT_WITHDRAWN)
            managers = [card.id for card in whom_to_tell(event.organisation_id)]
            _tell(event, step, NoticeKind.SIGN_LEFT_OPEN, [step.owner.id, *managers])
            tell_parent("sign_left_open", event.family_id, f"sign-left-open:{step.id}")


@action
def end_signs_of_the_dead(event: FamilyBereaved) -> None:
    """End the open signs about a baby who has died; what is open for a living twin stays. Safe to run twice."""
    lock_family(event.family_id)
    living = {baby.id for baby in family_cards(BY, [event.family_id])[event.family_id].babies}
    for alert, step in open_signs(event.family_id):
        if alert.baby_id not in living:
            end_step(by=BY, step_id=step.id, how=StepEnd.BEREAVED)


def open_signs(family_id: FamilyId) -> Iterator[tuple[FeedingAlert, StepRow]]:
    """The signs of the family that nobody has answered, each with the step it is now."""
    alerts = {NextStepId(row.next_step_id): row for row in FeedingAlert.objects.filter(baby__family_id=family_id)}
    for first, step in as_they_are_now(alerts).items():
        if step.ended_as is None:
            yield alerts[first], step


def _still_able(alert: FeedingAlert, family_id: FamilyId) -> MembershipId | None:
    """The first in line for this sign who works today and whose organisation may open the record."""
    able = {card.id: card.organisation.id for card in people_who(Permission.RECORD_FEEDING)}
    route = route_of(alert.reason, alert.above_percent)
    others = (each for each in able if may_organisation_open(able[each], family_id))
    for person in (*in_turn(BY, family_id, route), *others):
        if person in able and may_organisation_open(able[person], family_id):
            return person
    return None


def _tell(event: ConsentWithdrawn, step: StepRow, kind: NoticeKind, people: list[MembershipId]) -> None:
    for person in dict.fromkeys(people):
        raise_notice(
            by=BY,
            kind=kind,
            to=person,
            family_id=event.family_id,
            facts={"known_as": known_as(event.family_id)},
            dedupe_key=f"{kind}-{step.id}-{person}",
        )

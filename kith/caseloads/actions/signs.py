"""What becomes of a family's open signs: answered, or left by an organisation that may not open the record any more."""

from kith.caseloads.actions.handover import reach_of
from kith.caseloads.actions.introducing import tell_parent
from kith.caseloads.actions.lead_rows import deputy_of, lead_of
from kith.caseloads.rules.notices import NoticeKind
from kith.families.actions.locking import lock_family
from kith.families.events import ConsentWithdrawn
from kith.families.queries.reach import may_organisation_open
from kith.kernel.ids import FamilyId, MembershipId
from kith.organisations.queries.people import managers_of, whom_to_tell
from kith.platform.access.viewer import system_actor
from kith.platform.action import action
from kith.tasks.actions.next_steps import hand_on_step
from kith.tasks.actions.notices import known_as, raise_notice
from kith.tasks.actions.watching import end_step
from kith.tasks.events import SignAnswered
from kith.tasks.queries.next_steps import StepRow, open_signs
from kith.tasks.rules.next_steps import StepEnd

BY = system_actor("caseloads.signs")


@action
def tell_of_answered_sign(event: SignAnswered) -> None:
    """Tell the lead and the deputy what another worker found and did about a sign; safe to run twice."""
    for person in _beside(event.family_id):
        if person != event.answered_by:
            raise_notice(
                by=BY,
                kind=NoticeKind.SIGN_ANSWERED,
                to=person,
                family_id=event.family_id,
                facts={"step_id": event.step_id, "from_membership_id": event.answered_by},
                dedupe_key=f"sign-answered-{event.step_id}-{person}",
            )


@action
def keep_signs_without_consent(event: ConsentWithdrawn) -> None:
    """Hand open signs of an organisation that lost the record to a worker who may still open it; safe to run twice.

    Where there is none, the sign ends: its owner, their managers and the mother are told that it is looked at no more.
    """
    if may_organisation_open(event.organisation_id, event.family_id):
        return
    lock_family(event.family_id)
    for step in open_signs(event.family_id):
        if step.owner.organisation.id != event.organisation_id:
            continue
        if (to := _still_able(event.family_id)) is not None:
            hand_on_step(by=BY, step_id=step.id, to=to)
            _tell(event, step, NoticeKind.SIGN_PASSED_ON, [step.owner.id])
        else:
            end_step(by=BY, step_id=step.id, how=StepEnd.CONSENT_WITHDRAWN)
            managers = [card.id for card in whom_to_tell(event.organisation_id)]
            _tell(event, step, NoticeKind.SIGN_LEFT_OPEN, [step.owner.id, *managers])
            tell_parent("sign_left_open", event.family_id, f"sign-left-open:{step.id}")


def _beside(family_id: FamilyId) -> list[MembershipId]:
    return [MembershipId(row.membership_id) for row in (lead_of(family_id), deputy_of(family_id)) if row]


def _still_able(family_id: FamilyId) -> MembershipId | None:
    """The lead, the deputy, a manager or another worker, of those who may still open the record and lead the family."""
    reach = reach_of(family_id)
    managers = [card.id for each in {card.organisation.id for card in reach.values()} for card in managers_of(each)]
    in_line = [*_beside(family_id), *managers, *reach]
    return next((person for person in in_line if person in reach), None)


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

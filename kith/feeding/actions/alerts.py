"""Leading something on a baby's record to a named person: her next step, and word to those who stand beside her."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from kith.caseloads.queries.leading import lead_and_deputy
from kith.families.queries.cards import BabyCard
from kith.families.queries.reach import may_organisation_open
from kith.feeding.models.assessments import Assessment
from kith.feeding.models.weights import FeedingAlert, FeedingRoute, Weight
from kith.feeding.rules.notices import NoticeKind
from kith.feeding.rules.weights import Compared, Reason
from kith.feeding.wording.alerts import step_words
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId, NextStepId, OrganisationId, TeamId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import MembershipCard, managers_of, people_who
from kith.platform import audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.tasks.actions.next_steps import add_next_step
from kith.tasks.actions.notices import raise_notice
from kith.tasks.queries.next_steps import is_still_to_do
from kith.tasks.rules.next_steps import StepKind


def lead_on(
    by: Actor,
    baby: BabyCard,
    reason: Reason,
    *,
    weight: Weight | None = None,
    assessment: Assessment | None = None,
    above_percent: Decimal | None = None,
) -> None:
    """Make it the owner's next step, due today, and notify them and those beside them; in the caller's transaction.

    A birth weight not regained is one question as long as it is open; each loss above a step is led on.
    """
    if reason is Reason.REGAIN and _is_asked_already(baby):
        return
    route = _route(reason, above_percent)
    owner = _owner(by, baby.family_id, route, weight.membership_id if weight else None)
    compared = Compared(baby.birth_weight_g, weight.grams) if weight and baby.birth_weight_g else None
    what = step_words(reason, baby.name, compared, FeedingRoute.objects.steps(), route.what_to_do if route else "")
    step_id = add_next_step(
        by=by,
        family_id=baby.family_id,
        what=what,
        due_on=clock.today(),
        owner=owner,
        kind=StepKind.SIGN,
        baby_id=baby.id,
    )
    row = FeedingAlert.objects.create(
        baby_id=baby.id,
        reason=reason,
        above_percent=above_percent,
        weight=weight,
        assessment=assessment,
        owner_id=owner,
        next_step_id=step_id,
        raised_at=clock.now(),
    )
    audit.record(by, "feeding.feeding_led_on", row, family_id=baby.family_id, reason=reason, owner=owner)
    _tell_others(by, baby, row, route)


def tell_of_correction(by: Actor, baby: BabyCard, weight: Weight) -> None:
    """Notify the worker a weight was led to that it is corrected or taken back; their step stays theirs to end."""
    for alert in weight.alerts.exclude(owner_id=by.membership_id):
        raise_notice(
            by=by,
            kind=NoticeKind.WEIGHT_CORRECTED,
            to=MembershipId(alert.owner_id),
            family_id=baby.family_id,
            facts={"baby_id": str(baby.id)},
            dedupe_key=f"weight-corrected-{weight.pk}-{alert.pk}",
        )


def _is_asked_already(baby: BabyCard) -> bool:
    asked = FeedingAlert.objects.filter(baby_id=baby.id, reason=Reason.REGAIN)
    return any(is_still_to_do(NextStepId(alert.next_step_id)) for alert in asked)


def _route(reason: Reason, above_percent: Decimal | None) -> FeedingRoute | None:
    return FeedingRoute.objects.filter(reason=reason, above_percent=above_percent).first()


def _owner(by: Actor, family_id: FamilyId, route: FeedingRoute | None, weighed_by: int | None) -> MembershipId:
    """The first who works today and may open this record: the place's choice, the lead, their deputy, a manager.

    Last come the worker who found it and the one who weighed the baby, so that it is never without an owner.
    """
    able = {card.id: card.organisation.id for card in people_who(Permission.RECORD_FEEDING)}
    last = (MembershipId(each) for each in (by.membership_id, weighed_by) if each)
    for person in (*_in_turn(by, family_id, route), *last):
        if person in able and may_organisation_open(able[person], family_id):
            return person
    raise Refusal("nobody_to_lead_on_to")


def _in_turn(by: Actor, family_id: FamilyId, route: FeedingRoute | None) -> Iterator[MembershipId]:
    beside = lead_and_deputy(family_id)
    if route and route.membership_id:
        yield MembershipId(route.membership_id)
    if route and route.team_id:
        team = [card.id for card in people_who(Permission.RECORD_FEEDING, team_id=TeamId(route.team_id))]
        yield from (person for person in beside if person in team)
        yield from team
    yield from beside
    yield from (card.id for card in _managers(by, beside))


def _managers(by: Actor, beside: list[MembershipId]) -> Iterator[MembershipCard]:
    """The managers where the lead works, then those where the actor does."""
    organisations = [
        OrganisationId(card.organisation.id) for card in people_who(Permission.LEAD_FAMILY) if card.id in beside
    ]
    for organisation_id in dict.fromkeys([*organisations, *sorted(by.organisation_ids)]):
        yield from managers_of(organisation_id)


def _tell_others(by: Actor, baby: BabyCard, row: FeedingAlert, route: FeedingRoute | None) -> None:
    """Notify the lead, where the step is another worker's, and the team that the place has named; each once."""
    others = (each for each in lead_and_deputy(baby.family_id) if each not in {row.owner_id, by.membership_id})
    told: dict[object, dict[str, Any]] = {each: {"to": each} for each in others}
    if route and route.team_id:
        told["team"] = {"to_team": TeamId(route.team_id)}
    for name, to in told.items():
        raise_notice(
            by=by,
            kind=NoticeKind.FEEDING_SIGN,
            **to,
            family_id=baby.family_id,
            facts={"baby_id": str(baby.id), "reason": row.reason},
            dedupe_key=f"feeding-sign-{row.pk}-{name}",
        )

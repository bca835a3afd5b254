"""Nothing that is due gets lost: late steps and unseen notices find a manager; a death or a no ends what is open."""

from collections import Counter
from datetime import timedelta
from uuid import NAMESPACE_URL, uuid5

from django.db.models import QuerySet

from kith.families.actions.locking import lock_family
from kith.families.events import ConsentWithdrawn, FamilyBereaved
from kith.families.queries.cards import family_cards
from kith.families.queries.reach import may_organisation_open
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId, NextStepId, OrganisationId
from kith.organisations.queries.people import MembershipCard, at_work, membership_cards, whom_to_tell
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.tasks.actions.notices import known_as, raise_notice
from kith.tasks.models.next_steps import NextStep
from kith.tasks.models.notices import Notice
from kith.tasks.rules.next_steps import StepEnd, StepKind
from kith.tasks.rules.notices import NoticeKind
from kith.tasks.settings import LATE_AFTER_DAYS
from kith.tasks.wording.next_steps import bereavement_call_words

EDITOR = system_actor("tasks.watching")


@action
def tell_of_late_steps(*, by: Actor) -> int:
    """Tell the managers of every step that has been overdue for days, once for each, and say how many there are."""
    access.require(by, Permission.ADMINISTER)
    since = clock.today() - timedelta(days=LATE_AFTER_DAYS.now)
    rows = list(NextStep.objects.open().filter(due_on__lte=since).order_by("pk"))
    _tell_managers(by, rows, NoticeKind.STEP_LATE)
    audit.record(by, "tasks.late_steps_told", NextStep(), count=len(rows))
    return len(rows)


@action
def escalate_notices_of_leavers(*, by: Actor) -> int:
    """Notify managers of every notice that a leaver left unseen, and say how many; the notice is then closed."""
    access.require(by, Permission.ADMINISTER)
    rows = list(Notice.objects.unseen().filter(membership__isnull=False).exclude(membership_id__in=at_work()))
    managers = _managers({MembershipId(row.membership_id) for row in rows if row.membership_id})
    for row in rows:
        for manager in managers[MembershipId(row.membership_id or 0)]:
            raise_notice(
                by=by,
                kind=NoticeKind.NOTICE_OF_LEAVER,
                to=manager.id,
                family_id=FamilyId(row.family_id) if row.family_id else None,
                facts={"membership_id": row.membership_id, "notice_kind": row.kind},
                dedupe_key=f"notice-of-leaver-{row.pk}-{manager.id}",
            )
        if managers[MembershipId(row.membership_id or 0)]:
            row.seen_at = clock.now()
            row.save(update_fields=["seen_at"])
    audit.record(by, "tasks.leavers_notices_told", Notice(), count=len(rows))
    return len(rows)


@action
def close_steps_for_bereavement(event: FamilyBereaved) -> None:
    """End all that was to be done for the family; one call stays, with an owner. Safe to run twice.

    A sign about another twin who lives stays open, with its owner: that baby still needs looking at.
    """
    lock_family(event.family_id)
    card = family_cards(EDITOR, [event.family_id]).get(event.family_id)
    living = [baby.id for baby in card.babies] if card else []
    open_steps = NextStep.objects.open().filter(family_id=event.family_id).exclude(kind=StepKind.BEREAVEMENT_CALL)
    _end_all(open_steps.exclude(kind=StepKind.SIGN, baby_id__in=living), StepEnd.BEREAVED)
    call, is_new = NextStep.objects.get_or_create(
        request_key=uuid5(NAMESPACE_URL, f"bereavement-call-{event.bereavement_id}"),
        defaults={
            "family_id": event.family_id,
            "owner_id": event.caller,
            "kind": StepKind.BEREAVEMENT_CALL.value,
            "what": bereavement_call_words(),
            "due_on": event.call_by,
            "added_at": clock.now(),
        },
    )
    if is_new:
        audit.record(EDITOR, "tasks.step_added", call, family_id=event.family_id, owner=event.caller)


@action
def end_steps_without_consent(event: ConsentWithdrawn) -> None:
    """End the steps of workers whose organisation may no longer open the record, and tell them; safe to run twice."""
    if may_organisation_open(event.organisation_id, event.family_id):
        return
    lock_family(event.family_id)
    theirs = NextStep.objects.open().filter(
        family_id=event.family_id, owner__organisation_id=event.organisation_id, kind=StepKind.ORDINARY
    )
    owners = Counter(MembershipId(owner) for owner in theirs.values_list("owner_id", flat=True))
    _end_all(theirs, StepEnd.CONSENT_WITHDRAWN)
    for owner, count in owners.items():
        raise_notice(
            by=EDITOR,
            kind=NoticeKind.STEPS_ENDED_BY_FAMILY,
            to=owner,
            family_id=event.family_id,
            facts={"known_as": known_as(event.family_id), "count": count},
            dedupe_key=f"steps-ended-{event.consent_id}-{owner}",
        )


def end_step(*, by: Actor, step_id: NextStepId, how: StepEnd) -> None:
    """End one step from outside, in the caller's transaction; one that is over stays as it is."""
    _end_all(NextStep.objects.open().filter(pk=step_id), how, by)


def _end_all(rows: QuerySet[NextStep], how: StepEnd, by: Actor = EDITOR) -> None:
    for row in rows:
        row.ended_at, row.ended_as = clock.now(), how.value
        row.save(update_fields=["ended_at", "ended_as"])
        audit.record(by, f"tasks.step_{how.value}", row, family_id=FamilyId(row.family_id))


def _tell_managers(by: Actor, rows: list[NextStep], kind: NoticeKind) -> None:
    managers = _managers({MembershipId(row.owner_id) for row in rows})
    for row in rows:
        for manager in managers[MembershipId(row.owner_id)]:
            raise_notice(
                by=by,
                kind=kind,
                to=manager.id,
                family_id=FamilyId(row.family_id),
                facts={"step_id": row.pk, "membership_id": row.owner_id},
                dedupe_key=f"{kind}-{row.pk}-{manager.id}",
            )


def _managers(people: set[MembershipId]) -> dict[MembershipId, list[MembershipCard]]:
    """For each of these people the managers of her organisation; she herself is not told of herself."""
    cards = membership_cards(people)
    told: dict[OrganisationId, list[MembershipCard]] = {
        organisation_id: whom_to_tell(organisation_id)
        for organisation_id in {card.organisation.id for card in cards.values()}
    }
    return {
        person: [manager for manager in told[card.organisation.id] if manager.id != person]
        for person, card in cards.items()
    }

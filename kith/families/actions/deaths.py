"""One act for a death in a family, and the way back where it was written down by mistake."""

from datetime import date, timedelta
from typing import Any

from kith.families import events
from kith.families.actions.locking import lock_family, of_family
from kith.families.models.bereavement import Bereavement
from kith.families.models.card import Card
from kith.families.models.consent import Consent
from kith.families.models.people import Baby, Parent, Pregnancy
from kith.families.rules.bereavement import Loss, NewBereavement, check_bereavement, may_undo
from kith.families.rules.codes import PregnancyOutcome
from kith.kernel import clock
from kith.kernel.ids import BereavementId, FamilyId, MembershipId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import people_who
from kith.platform import access, audit, freshness, outbox
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic

LONGEST_PREGNANCY = timedelta(days=301)


@action
def record_bereavement(*, by: Actor, family_id: FamilyId, new: NewBereavement) -> BereavementId:
    """Record a death. Once this is committed nothing more goes out to the family; recorded twice it is once.

    Every sender locks the family's row while it looks and hands over, and so does this: whatever had begun to leave
    has left before, and nothing leaves after.
    """
    access.require(by, Permission.RECORD_BEREAVEMENT, family_id=family_id)
    lock_family(family_id)
    if earlier := Bereavement.objects.in_force().filter(family_id=family_id, **{f"{new.loss}_id": new.subject_id}):
        return BereavementId(earlier[0].pk)
    began_on = _began_on(family_id, new)
    if refusal := check_bereavement(new, began_on=began_on, today=clock.today()):
        raise refusal
    if not _may_call(by, family_id, new.caller):
        raise Refusal("caller_may_not_see_the_record")
    row = Bereavement.objects.create(
        family_id=family_id,
        loss=new.loss,
        died_on=new.died_on,
        caller_id=new.caller,
        call_by=new.call_by,
        recorded_at=clock.now(),
        recorded_by_id=by.membership_id,
        **{f"{new.loss}_id": new.subject_id},
    )
    if new.loss is Loss.PREGNANCY:
        _end(Pregnancy.objects.get(pk=new.subject_id), new.died_on or clock.today())
    # A card that speaks of the baby must not be held out to anybody any more.
    Card.objects.filter(family_id=family_id, ended_at__isnull=True).update(ended_at=clock.now())
    audit.record(by, "families.bereavement_recorded", row, family_id=family_id, loss=new.loss)
    outbox.append(events.FamilyBereaved(family_id, BereavementId(row.pk), new.caller, new.call_by, by.membership_id))
    freshness.invalidate(Topic.LISTINGS)
    return BereavementId(row.pk)


@action
def undo_bereavement(*, by: Actor, family_id: FamilyId, bereavement_id: BereavementId, why: str) -> None:
    """Take back what was recorded by mistake: a colleague does it, and says why. What was stopped stays stopped."""
    access.require(by, Permission.RECORD_BEREAVEMENT, family_id=family_id)
    lock_family(family_id)
    row = of_family(Bereavement, bereavement_id, family_id)
    if row.undone_at:
        return
    recorded_by = MembershipId(row.recorded_by_id) if row.recorded_by_id else None
    if refusal := may_undo(recorded_by=recorded_by, undone_by=by.membership_id, why=why):
        raise refusal
    row.undone_at, row.undone_by_id, row.undone_why = clock.now(), by.membership_id, why.strip()
    row.save(update_fields=["undone_at", "undone_by", "undone_why"])
    if row.pregnancy:
        _resume(row.pregnancy)
    audit.record(by, "families.bereavement_undone", row, family_id=family_id, loss=row.loss)
    freshness.invalidate(Topic.LISTINGS)


def _may_call(by: Actor, family_id: FamilyId, caller: MembershipId) -> bool:
    """Whether the caller sees all families that let them in, this one too, or is the worker who records the death."""
    opening = Consent.objects.opening_organisations(family_id)
    people = people_who(Permission.SEE_ALL_AGREED, organisation_ids=opening)
    return caller == by.membership_id or caller in {each.id for each in people}


def _began_on(family_id: FamilyId, new: NewBereavement) -> date:
    """The first day on which this life can have ended; NotFound where no life of the family is meant."""
    tables: dict[Loss, Any] = {Loss.BABY: Baby, Loss.PREGNANCY: Pregnancy, Loss.PARENT: Parent}
    row = tables[new.loss].objects.filter(pk=new.subject_id, family_id=family_id).first()
    if row is None or (isinstance(row, Pregnancy) and row.ended_on):
        raise NotFound(new.loss.value)
    if isinstance(row, Baby):
        return row.born_on
    if isinstance(row, Pregnancy):
        return row.due_on - LONGEST_PREGNANCY
    return date.min


def _end(row: Pregnancy, on: date) -> None:
    row.ended_on, row.outcome = on, PregnancyOutcome.LOSS.value
    row.save(update_fields=["ended_on", "outcome"])


def _resume(row: Pregnancy) -> None:
    if Pregnancy.objects.filter(family_id=row.family_id, ended_on__isnull=True).exists():
        return  # another has begun since, and a family has one at a time
    row.ended_on, row.outcome = None, ""
    row.save(update_fields=["ended_on", "outcome"])

"""Recording a contact, and correcting one."""

from collections.abc import Collection
from uuid import UUID

from kith.contacts.models.contacts import Contact
from kith.contacts.rules.contacts import ContactEntry, may_record_contact
from kith.families.actions.language import answer_interpreter_need
from kith.families.actions.locking import lock_family
from kith.families.queries.people import people_of
from kith.families.rules.codes import InterpreterNeed
from kith.interpreting.queries.families import bookings_of_family
from kith.kernel import clock
from kith.kernel.ids import ContactId, FamilyId, NextStepId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.tasks.actions.next_steps import add_next_step, finish_step
from kith.tasks.queries.next_steps import steps_of
from kith.tasks.rules.next_steps import StepEntry


@action
def record_contact(
    *,
    by: Actor,
    family_id: FamilyId,
    entry: ContactEntry,
    request_key: UUID,
    need: InterpreterNeed | None = None,
    step: StepEntry | None = None,
    finished: Collection[NextStepId] = (),
) -> ContactId:
    """Write down a contact with the family: the answer on an interpreter, what it finished, and the next step.

    The same request key never makes two.
    """
    access.require(by, Permission.RECORD_CONTACT, family_id=family_id)
    lock_family(family_id)
    if before := Contact.objects.filter(request_key=request_key, family_id=family_id).first():
        return ContactId(before.pk)
    if need:
        answer_interpreter_need(by=by, family_id=family_id, need=need)
    row = _written(by, family_id, entry, request_key)
    audit.record(by, "contacts.contact_recorded", row, family_id=family_id, kind=entry.kind, how=entry.talk.how)
    for step_id in sorted(finished):
        if step_id not in {row.id for row in steps_of(by, family_id)}:
            raise Refusal("step_of_another_family")
        finish_step(by=by, step_id=step_id)
    if step:
        add_next_step(by=by, family_id=family_id, what=step.what, due_on=step.due_on, owner=step.owner)
    return ContactId(row.pk)


@action
def correct_contact(*, by: Actor, contact_id: ContactId, entry: ContactEntry, request_key: UUID) -> ContactId:
    """Write the contact down as it really was, in a new row; what stood before stays and no longer counts."""
    found = Contact.objects.filter(pk=contact_id).values_list("family_id", flat=True).first()
    if found is None:
        raise NotFound("contact")
    family_id = FamilyId(found)
    access.require(by, Permission.RECORD_CONTACT, family_id=family_id)
    lock_family(family_id)
    if again := Contact.objects.filter(request_key=request_key, corrects_id=contact_id).first():
        return ContactId(again.pk)
    before = Contact.objects.get(pk=contact_id)
    if not before.is_current:
        raise Refusal("contact_corrected_already")
    if before.membership_id != by.membership_id:
        raise Refusal("contact_of_somebody_else")
    row = _written(by, family_id, entry, request_key, corrects=before)
    audit.record(by, "contacts.contact_corrected", row, family_id=family_id, before=before.pk)
    return ContactId(row.pk)


def _written(
    by: Actor, family_id: FamilyId, entry: ContactEntry, request_key: UUID, corrects: Contact | None = None
) -> Contact:
    if by.membership_id is None:
        raise Refusal("contact_needs_a_membership")
    people = people_of(by, family_id)
    parents, babies = {each.id for each in people.parents}, {each.id for each in people.babies}
    if refusal := may_record_contact(entry, now=clock.now(), parents=parents, babies=babies):
        raise refusal
    booking_id = entry.talk.booking_id
    if booking_id and booking_id not in {row.id for row in bookings_of_family(by, family_id)}:
        raise Refusal("booking_of_another_family")
    row = Contact(
        family_id=family_id,
        membership_id=by.membership_id,
        at=entry.at,
        kind=entry.kind,
        place=entry.place or "",
        minutes=entry.minutes,
        parent_ids=sorted(entry.parent_ids),
        baby_ids=sorted(entry.baby_ids),
        speaks=corrects.speaks if corrects else people.main.speaks,
        interpreter_need=corrects.interpreter_need if corrects else people.main.interpreter_need,
        how_we_talked=entry.talk.how,
        talk_reason=entry.talk.reason or "",
        interpreter_booking_id=booking_id,
        offered=sorted(offer.value for offer in entry.offered),
        note=entry.note.strip(),
        recorded_at=clock.now(),
        request_key=request_key,
        corrects=corrects,
    )
    row.replace(corrects)
    return row

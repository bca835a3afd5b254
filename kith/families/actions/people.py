"""Changing who stands on a record: parents and carers, and who else lives there."""

from dataclasses import replace

from kith.families.actions.locking import lock_family, of_family
from kith.families.actions.rows import contact_columns, household_row, parent_row
from kith.families.actions.ways import PARENT_WAYS
from kith.families.models.living import HouseholdMember
from kith.families.models.people import Baby, Parent
from kith.families.rules.changes import Needs, ParentDetails, check_details, check_needs, without_surroundings
from kith.families.rules.checks import check_parent
from kith.families.rules.entries import NewHouseholdMember, NewParent, SafeContact
from kith.kernel import clock
from kith.kernel.ids import FamilyId, ParentId, WayProposalId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.ways.actions.proposing import change_ways


@action
def add_parent(*, by: Actor, family_id: FamilyId, parent: NewParent) -> ParentId:
    """Write another parent or carer down; the same one sent twice is one."""
    access.require(by, Permission.CHANGE_RECORD, family_id=family_id)
    lock_family(family_id)
    if Parent.objects.filter(pk=parent.id, family_id=family_id).exists():
        return parent.id
    if refusal := check_parent(parent, clock.today()):
        raise refusal
    refuse_known_number(parent.nhs_number, None)
    row = parent_row(family_id, parent)
    _make_way(row)
    row.save(force_insert=True)
    audit.record(by, "families.parent_added", row, family_id=family_id)
    return parent.id


@action
def change_parent(
    *, by: Actor, family_id: FamilyId, parent_id: ParentId, details: ParentDetails
) -> list[WayProposalId]:
    """Write down who a parent is and how to reach her; the main one stays so until another is named.

    A date of birth that stands already is not changed here but corrected, with a reason. Another phone or mailbox
    counts once the old one, or a second person, has confirmed it: returns what waits for that.
    """
    access.require(by, Permission.CHANGE_RECORD, family_id=family_id)
    lock_family(family_id)
    row = of_family(Parent, parent_id, family_id)
    new = without_surroundings(details)
    if refusal := check_details(new, today=clock.today()):
        raise refusal
    if row.born_on and new.born_on != row.born_on:
        raise Refusal("correct_the_day")
    refuse_known_number(new.nhs_number, row)
    ways = {"phone": new.phone, "email": new.email}
    kept = replace(new, phone=row.phone, email=row.email, is_main=row.is_main or new.is_main)
    for column, value in vars(kept).items():
        setattr(row, column, value)
    _make_way(row)
    row.save()
    audit.record(by, "families.parent_changed", row, family_id=family_id)
    if ways == {"phone": row.phone, "email": row.email}:
        return []
    return change_ways(by=by, kind=PARENT_WAYS.code, key=str(row.pk), **ways)


@action
def change_needs(*, by: Actor, family_id: FamilyId, parent_id: ParentId, needs: Needs) -> None:
    """Record a parent's languages and needs; parents do it only for themselves."""
    row = _hers_or_at_work(by, family_id, parent_id)
    if refusal := check_needs(needs):
        raise refusal
    row.speaks, row.reads, row.interpreter_need = needs.speaks, needs.reads, needs.interpreter_need
    row.access_needs, row.access_words = sorted(needs.access_needs), needs.access_words.strip()
    row.save(update_fields=["speaks", "reads", "interpreter_need", "access_needs", "access_words"])
    audit.record(by, "families.needs_changed", row, family_id=family_id)


@action
def change_safe_contact(*, by: Actor, family_id: FamilyId, parent_id: ParentId, contact: SafeContact) -> None:
    """Record how a parent is safely reached, from the next message on; parents do it only for themselves."""
    row = _hers_or_at_work(by, family_id, parent_id)
    columns = contact_columns(contact)
    for column, value in columns.items():
        setattr(row, column, value)
    row.save(update_fields=list(columns))
    audit.record(by, "families.safe_contact_changed", row, family_id=family_id)


@action
def change_household(*, by: Actor, family_id: FamilyId, members: tuple[NewHouseholdMember, ...]) -> None:
    """Record all others who live there, in place of those recorded before."""
    access.require(by, Permission.CHANGE_RECORD, family_id=family_id)
    lock_family(family_id)
    HouseholdMember.objects.filter(family_id=family_id).delete()
    HouseholdMember.objects.bulk_create(household_row(family_id, each) for each in members)
    subject = HouseholdMember(family_id=family_id)
    audit.record(by, "families.household_changed", subject, family_id=family_id, member_count=len(members))


def refuse_known_number(number: str, own: Parent | Baby | None) -> None:
    """Refuse an NHS number that another person has: it is one person's. The database has the last word."""
    for model in (Parent, Baby) if number else ():
        others = model._base_manager.filter(nhs_number=number)
        if isinstance(own, model):
            others = others.exclude(pk=own.pk)
        if others.exists():
            raise Refusal("nhs_number_taken")


def _hers_or_at_work(by: Actor, family_id: FamilyId, parent_id: ParentId) -> Parent:
    access.require(by, Permission.SEE_OWN_RECORD if by.is_parent else Permission.CHANGE_RECORD, family_id=family_id)
    lock_family(family_id)
    row = of_family(Parent, parent_id, family_id)
    if by.is_parent and row.account_id != by.account_id:
        raise NotFound("parent")
    return row


def _make_way(row: Parent) -> None:
    """One parent is the main one: who was it before is no longer."""
    if row.is_main:
        Parent.objects.filter(family_id=row.family_id, is_main=True).exclude(pk=row.pk).update(is_main=False)

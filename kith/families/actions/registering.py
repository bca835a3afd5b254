"""Writing a family down: by a worker, or by a parent who books a place."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from kith.families.actions.rows import rows_of
from kith.families.models.people import Parent
from kith.families.rules.checks import check_family, same_person
from kith.families.rules.codes import CameBy
from kith.families.rules.entries import NewAddress, NewBaby, NewConsent, NewFamily, NewParent, NewPregnancy
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.platform import access, audit, freshness, rows
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic


@dataclass(frozen=True)
class BookingFamily:
    """The family that books, and whether it was written down just now."""

    id: FamilyId
    is_new: bool


@action
def register_family(*, by: Actor, family: NewFamily) -> FamilyId:
    """Write the family down with its consents; raises Refusal where something handed in cannot be."""
    access.require(by, Permission.REGISTER_FAMILY)
    return _write(by, family)


@action
def family_for_booking(
    *,
    by: Actor,
    parent: NewParent,
    due_on: date | None,
    born_on: date | None,
    address: NewAddress | None = None,
    consents: tuple[NewConsent, ...] = (),
) -> BookingFamily:
    """The family of the parent who books: the one already known by exactly this contact and name, else a new one.

    A family already known is left as it stands, and its consents too: the person filling in a public form has not
    shown who they are. The parent gives consents on their own page once signed in.
    """
    access.require(by, Permission.BOOK_PLACE)
    known = _known(parent)
    if known is not None:
        return BookingFamily(known, is_new=False)
    family_id = _write(
        by,
        NewFamily(
            parents=(parent,),
            pregnancies=(NewPregnancy(due_on=due_on),) if due_on else (),
            babies=(NewBaby(born_on=born_on),) if born_on else (),
            addresses=(address,) if address else (),
            consents=consents,
            came_by=CameBy.BOOKING,
        ),
    )
    return BookingFamily(family_id, is_new=True)


def _write(by: Actor, family: NewFamily) -> FamilyId:
    if refusal := check_family(family, today=clock.today()):
        raise refusal
    first, *others = rows_of(family, clock.now())
    rows.add(first, *others)
    audit.record(by, "families.family_registered", first, family_id=family.id, came_by=family.came_by)
    for each in family.consents:
        told = {"organisation_id": each.organisation_id, "purpose": each.purpose}
        audit.record(by, "families.consent_given", first, family_id=family.id, **told)
    if family.babies:
        freshness.invalidate(Topic.NUMBERS)
    return family.id


def _known(parent: NewParent) -> FamilyId | None:
    contact = Q()
    if parent.phone:
        contact |= Q(phone=parent.phone)
    if parent.email:
        contact |= Q(email=parent.email.strip().lower())
    if not contact:
        return None
    name = f"{parent.given_name} {parent.family_name}"
    known = Parent.objects.filter(contact).order_by("family__registered_at", "pk")
    for given_name, family_name, family_id in known.values_list("given_name", "family_name", "family_id"):
        if same_person(f"{given_name} {family_name}", name):
            return FamilyId(family_id)
    return None

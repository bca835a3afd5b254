"""Contacts of one family, and what the form that records one needs."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Max

from kith.contacts.models.contacts import Contact
from kith.contacts.rules.contacts import ContactEntry, Offer, Talk
from kith.families.queries.cards import FamilyCard, family_to_change
from kith.families.queries.people import People, people_of
from kith.families.queries.reach import may_open, within_reach
from kith.interpreting.queries.families import bookings_of_family
from kith.interpreting.queries.rows import InterpreterBookingRow
from kith.kernel import clock
from kith.kernel.ids import BabyId, ContactId, FamilyId, InterpreterBookingId, MembershipId, ParentId
from kith.organisations.queries.people import MembershipCard, membership_cards
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.prepared import Given, Prepared
from kith.tasks.queries.next_steps import StepRow, steps_of

NEAR = timedelta(days=2)


@dataclass(frozen=True)
class ContactRow:
    """A contact, current or since corrected."""

    id: ContactId
    by: MembershipCard
    entry: ContactEntry
    speaks: str
    recorded_at: datetime
    is_current: bool


@dataclass(frozen=True)
class ContactSheet:
    """What the form to record a contact shows: the family, its people, interpreters booked near today, what is due."""

    family: FamilyCard
    people: People
    bookings: tuple[InterpreterBookingRow, ...]
    due: tuple[StepRow, ...]


def contacts_of(viewer: Viewer, family_id: FamilyId) -> tuple[ContactRow, ...]:
    """The family's contacts, the latest first; NotFound unless the viewer may open its record."""
    if not may_open(viewer, family_id):
        raise NotFound("family")
    rows = _OF_FAMILY(family_id=family_id)
    people = membership_cards(MembershipId(row.membership_id) for row in rows)
    return tuple(_row(row, people[MembershipId(row.membership_id)]) for row in rows)


def last_contacts(viewer: Viewer, family_ids: Collection[FamilyId]) -> dict[FamilyId, date]:
    """The day of the last contact with each of those families that the viewer may open."""
    rows = Contact.objects.current().filter(within_reach(viewer, family="family_id"), family_id__in=family_ids)
    last = rows.order_by().values("family_id").annotate(last=Max("at"))
    return {FamilyId(each["family_id"]): clock.local(each["last"]).date() for each in last}


_OF_FAMILY = Prepared(lambda: Contact.objects.filter(family_id=Given("family_id")).order_by("-at", "-pk"))


def contact_sheet(viewer: Viewer, family_id: FamilyId, *, at: datetime | None = None) -> ContactSheet:
    """What is needed to record a contact with the family now, or to correct one of then. A logged read."""
    access.require(viewer, Permission.RECORD_CONTACT, family_id=family_id)
    at = at or clock.now()
    return ContactSheet(
        family=family_to_change(viewer, family_id),
        people=people_of(viewer, family_id),
        bookings=tuple(row for row in bookings_of_family(viewer, family_id) if abs(row.starts_at - at) <= NEAR),
        due=steps_of(viewer, family_id),
    )


def is_recorded(family_id: FamilyId, request_key: str) -> bool:
    """Whether the form with this key was sent before; whether the record may be opened was decided before."""
    try:
        key = UUID(request_key)
    except ValueError:
        return False
    return Contact.objects.filter(family_id=family_id, request_key=key).exists()


def contact_to_correct(viewer: Viewer, contact_id: ContactId) -> tuple[FamilyId, ContactEntry]:
    """The viewer's own contact that still counts, and its family; NotFound for any other."""
    row = Contact.objects.current().had_by(viewer.membership_id).filter(pk=contact_id).first()
    if row is None or not may_open(viewer, FamilyId(row.family_id)):
        raise NotFound("contact")
    return FamilyId(row.family_id), entry_of(row)


def entry_of(row: Contact) -> ContactEntry:
    """The contact as it was told."""
    booking_id = row.interpreter_booking_id
    return ContactEntry(
        kind=row.kind,
        at=row.at,
        talk=Talk(
            how=row.how_we_talked,
            reason=row.talk_reason or None,
            booking_id=InterpreterBookingId(booking_id) if booking_id else None,
        ),
        minutes=row.minutes,
        place=row.place or None,
        parent_ids=frozenset(ParentId(each) for each in row.parent_ids),
        baby_ids=frozenset(BabyId(each) for each in row.baby_ids),
        offered=frozenset(Offer(each) for each in row.offered),
        note=row.note,
    )


def _row(row: Contact, by: MembershipCard) -> ContactRow:
    return ContactRow(
        id=ContactId(row.pk),
        by=by,
        entry=entry_of(row),
        speaks=row.speaks,
        recorded_at=row.recorded_at,
        is_current=row.is_current,
    )

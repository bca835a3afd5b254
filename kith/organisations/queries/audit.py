"""Whether the audit is as it was sealed, and who did what: for those who look after it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast, Right

from kith.kernel import clock
from kith.kernel.ids import MembershipId, OrganisationId
from kith.organisations.checking import Checked, last_check
from kith.organisations.models import Membership
from kith.organisations.scope import is_of_the_place
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.audit.models import AuditEntry
from kith.platform.listing import ListAsked, Paged, paged
from kith.walls.saying import beyond

LONGEST = timedelta(days=92)
"""So many days are searched at once."""
REFERENCE_LENGTH = 8
# What may be shown of what an entry says: codes, never an id of a person.
SHOWN_FACTS = ("reason", "why", "purpose", "role", "before", "duties", "state", "kind", "channel", "task")


@dataclass(frozen=True)
class AuditAsked:
    """What is looked for: between which days, what kind, by a person of this name, of this family's reference."""

    from_on: date
    until_on: date
    kind: str = ""
    person: str = ""
    reference: str = ""


@dataclass(frozen=True)
class AuditRow:
    """One entry: when, by which person (or else by which kind of actor), what, a family by its reference alone."""

    at: datetime
    is_read: bool
    room: str
    what: str
    by: str
    actor: str
    reference: str
    why: str


def audit_checked(viewer: Viewer) -> Checked | None:
    """What the last look through the audit has found; None before the first. A logged read."""
    access.require(viewer, Permission.SEE_AUDIT)
    audit.read(viewer, "organisations.audit_checked", "organisations.Membership", viewer.membership_id)
    return last_check()


def audit_entries(viewer: Viewer, wanted: AuditAsked, asked: ListAsked) -> Paged[AuditRow]:
    """Who did what and who opened what, the latest first; of one organisation's people, or of all. A logged read."""
    access.require(viewer, Permission.SEE_AUDIT)
    audit.read(viewer, "organisations.audit_searched", "organisations.Membership", viewer.membership_id)
    own = None if is_of_the_place(viewer) else viewer.organisation_ids
    return _entries(own, wanted, asked)


def family_reference(family_id: object) -> str:
    """What a family is called where no name may stand: the end of its number."""
    return str(family_id)[-REFERENCE_LENGTH:].upper()


@beyond("the audit, for those who look after it: families by a reference alone")
def _entries(own: Iterable[OrganisationId] | None, wanted: AuditAsked, asked: ListAsked) -> Paged[AuditRow]:
    found = paged(_found(own, wanted), asked)
    ids = {row.membership_id for row in found.rows if row.membership_id}
    names = dict(Membership.objects.filter(pk__in=ids).values_list("pk", "name"))
    return found.with_rows(_row(row, names.get(row.membership_id or 0, "")) for row in found.rows)


def _found(own: Iterable[OrganisationId] | None, wanted: AuditAsked) -> QuerySet[AuditEntry]:
    begin, end = clock.midnight(wanted.from_on), clock.midnight(wanted.until_on + timedelta(days=1))
    rows = AuditEntry.objects.filter(at__gte=begin, at__lt=end).order_by("-at", "-pk")
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.reference:
        ends = Right(Cast("family_id", TextField()), REFERENCE_LENGTH)
        rows = rows.annotate(reference=ends).filter(reference=wanted.reference.lower())
    if own is None and not wanted.person:
        return rows
    people = Membership.objects.all() if own is None else Membership.objects.filter(organisation_id__in=own)
    if wanted.person:
        people = people.filter(name__icontains=wanted.person)
    return rows.filter(membership_id__in=[MembershipId(pk) for pk in people.values_list("pk", flat=True)])


def _row(row: AuditEntry, name: str) -> AuditRow:
    room, _, what = row.action.partition(".")
    said = [f"{key}: {_plain(row.facts[key])}" for key in SHOWN_FACTS if row.facts.get(key)]
    return AuditRow(
        at=row.at,
        is_read=row.kind == AuditEntry.Kind.READ,
        room=room,
        what=what.replace("_", " "),
        by=name,
        actor=row.actor.partition(":")[0],
        reference=family_reference(row.family_id) if row.family_id else "",
        why="; ".join(said),
    )


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value).replace("_", " ")

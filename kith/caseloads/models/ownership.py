"""What a worker owns: everything open that would lack an owner if they left; one list to reassign and to check by."""

from collections.abc import Iterator

from django.db import models

from kith.caseloads.models.handover import Handover
from kith.caseloads.models.leading import Deputy, NamedLead
from kith.kernel.ids import FamilyId, MembershipId
from kith.organisations.queries.people import at_work
from kith.organisations.work import work_of_rooms
from kith.tasks.queries.next_steps import open_steps

OwnedRows = tuple[str, models.QuerySet[models.Model], str]


def owned() -> Iterator[OwnedRows]:
    """The name of each kind, its open rows, and the column that holds their owner."""
    yield "lead", NamedLead.objects.current(), "membership_id"
    yield "deputy", Deputy.objects.current(), "membership_id"
    yield "next_step", open_steps(), "owner_id"
    yield "handover", Handover.objects.open().filter(to_membership__isnull=False), "to_membership_id"
    yield "accepted_handover", Handover.objects.open().filter(accepted_by__isnull=False), "accepted_by_id"
    for work in work_of_rooms():
        yield work.kind, work.rows(), work.owner


def families_of(owner: MembershipId) -> set[FamilyId]:
    """The families for which a worker owns something open."""
    return {
        FamilyId(family_id)
        for _kind, rows, column in owned()
        for family_id in rows.filter(**{column: owner}).values_list("family_id", flat=True)
    }


def without_owner() -> Iterator[tuple[str, FamilyId, MembershipId]]:
    """Everything open whose owner does not work here today: its kind, its family, and who owned it."""
    for kind, rows, column in owned():
        for family_id, owner in rows.exclude(**{f"{column}__in": at_work()}).values_list("family_id", column):
            yield kind, FamilyId(family_id), MembershipId(owner)

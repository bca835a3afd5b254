"""Very many deputies and enrolments at once, for imports and demonstrations."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from kith.care.models import Deputy, Enrolment
from kith.kernel.ids import FamilyId, MembershipId, ProgrammeId
from kith.platform import access, audit
from kith.platform.access import Actor, Permission
from kith.platform.imports import copy_rows


@dataclass(frozen=True)
class NewDeputy:
    """Somebody who stands beside a family's lead."""

    family_id: FamilyId
    membership_id: MembershipId
    from_at: datetime


@dataclass(frozen=True)
class NewEnrolment:
    """A family that agreed to a programme, and its worker."""

    programme_id: ProgrammeId
    family_id: FamilyId
    membership_id: MembershipId
    language: str
    enrolled_at: datetime


@transaction.atomic
def load_beside(
    *, by: Actor, deputies: Iterable[NewDeputy] = (), enrolments: Iterable[NewEnrolment] = ()
) -> tuple[int, int]:
    """Write all of them down or none, and say how many of each; needs the right to administer."""
    access.require(by, Permission.ADMINISTER)
    deputy_count = copy_rows(
        Deputy,
        ("family_id", "membership_id", "from_at"),
        ((each.family_id, each.membership_id, each.from_at) for each in deputies),
    )
    enrolment_count = copy_rows(
        Enrolment,
        ("programme_id", "family_id", "membership_id", "language", "enrolled_at", "why_ended"),
        (
            (each.programme_id, each.family_id, each.membership_id, each.language, each.enrolled_at, "")
            for each in enrolments
        ),
    )
    audit.record(by, "care.people_loaded", Deputy(), deputy_count=deputy_count, enrolment_count=enrolment_count)
    return deputy_count, enrolment_count

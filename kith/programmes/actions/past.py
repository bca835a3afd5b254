"""Enrolments as they are loaded with the rest of a family's past."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kith.imports.copying import Cells, Tables
from kith.kernel.ids import FamilyId, MembershipId, ProgrammeId
from kith.programmes.models.programmes import Enrolment


@dataclass(frozen=True)
class NewEnrolment:
    """A family that agreed to a programme, and its worker."""

    programme_id: ProgrammeId
    family_id: FamilyId
    membership_id: MembershipId
    language: str
    enrolled_at: datetime


def enrolment_row(new: NewEnrolment) -> Iterator[Cells]:
    """The row of an enrolment that still holds."""
    yield vars(new) | {"why_ended": ""}


TABLES: dict[type[Any], Tables] = {NewEnrolment: ((Enrolment, enrolment_row),)}

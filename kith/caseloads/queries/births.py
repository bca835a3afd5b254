"""Births and handovers among the families that a midwife leads."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from kith.caseloads.queries.leading import is_led_by
from kith.caseloads.rules.births import BirthStep, next_birth_step
from kith.families.queries.stages import stages
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class BirthRow:
    """A family and what is next around its birth; one whose day is here or past presses."""

    family_id: FamilyId
    step: BirthStep
    on: date
    is_pressing: bool


def births_of_the_day(viewer: Viewer) -> list[BirthRow]:
    """What is next for each family the viewer leads around a birth, the earliest day first; one statement."""
    access.require(viewer, Permission.LEAD_FAMILY)
    today = clock.today()
    led = stages(viewer, where=Q(is_led_by(viewer, "pk")), with_bereaved=False)
    found = [
        BirthRow(each.family_id, step.step, step.on, step.on <= today)
        for each in led
        if (step := next_birth_step(youngest_born_on=each.youngest_born_on, due_on=each.due_on, today=today))
    ]
    return sorted(found, key=lambda row: (row.on, str(row.family_id)))

"""Births and handovers among the families that a midwife leads, and those without a lead."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from kith.caseloads.models.unled import Unled
from kith.caseloads.queries.leading import is_led_by
from kith.caseloads.rules.births import NEAR, BirthStep, next_birth_step
from kith.caseloads.rules.leading import YOUNG
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
    """What is next around the births of the families the viewer leads, and of those without a lead; one statement.

    The earliest day comes first.
    """
    access.require(viewer, Permission.LEAD_FAMILY)
    today = clock.today()
    near = Q(babies__born_on__gt=today - YOUNG) | Q(pregnancies__ended_on=None, pregnancies__due_on__lte=today + NEAR)
    unled = Exists(Unled.objects.filter(family_id=OuterRef("pk")))
    led = stages(viewer, where=near & (Q(is_led_by(viewer, "pk")) | Q(unled)), with_bereaved=False)
    found = [
        BirthRow(each.family_id, step.step, step.on, step.on <= today)
        for each in led
        if (step := next_birth_step(youngest_born_on=each.youngest_born_on, due_on=each.due_on, today=today))
    ]
    return sorted(found, key=lambda row: (row.on, str(row.family_id)))

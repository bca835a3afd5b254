"""A baby is born: the pregnancy ends and the child stands on the record."""

from dataclasses import replace
from datetime import date, timedelta

from kith.families import events
from kith.families.actions.locking import lock_family, of_family
from kith.families.actions.people import refuse_known_number
from kith.families.actions.rows import baby_row, pregnancy_row
from kith.families.models.people import Baby, Pregnancy
from kith.families.rules.changes import BirthDetails, check_birth_details
from kith.families.rules.checks import check_birth, check_pregnancy
from kith.families.rules.codes import PregnancyOutcome
from kith.families.rules.entries import NewBaby, NewPregnancy
from kith.kernel import clock
from kith.kernel.ids import BabyId, FamilyId, PregnancyId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit, freshness, outbox
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic

TWINS_APART = timedelta(days=7)


@action
def record_birth(*, by: Actor, family_id: FamilyId, baby: NewBaby) -> BabyId:
    """Write the baby down and end the pregnancy under way; twins are written one by one, one sent twice is one baby."""
    access.require(by, Permission.REGISTER_FAMILY, family_id=family_id)
    lock_family(family_id)
    known = Baby.objects.filter(family_id=family_id, born_on=baby.born_on, name=baby.name.strip()).first()
    if known:
        return BabyId(known.pk)
    pregnancy = _pregnancy_of(family_id, baby)
    due_on = pregnancy.due_on if pregnancy else None
    if refusal := check_birth(baby, due_on=due_on, today=clock.today()):
        raise refusal
    refuse_known_number(baby.nhs_number, None)
    if pregnancy and pregnancy.ended_on is None:
        pregnancy.ended_on, pregnancy.outcome = baby.born_on, PregnancyOutcome.BIRTH.value
        pregnancy.save(update_fields=["ended_on", "outcome"])
    row = baby_row(family_id, replace(baby, pregnancy_id=PregnancyId(pregnancy.pk) if pregnancy else None), clock.now())
    row.save(force_insert=True)
    audit.record(by, "families.birth_recorded", row, family_id=family_id)
    freshness.invalidate(Topic.NUMBERS)
    return BabyId(row.pk)


@action
def change_birth(*, by: Actor, family_id: FamilyId, baby_id: BabyId, details: BirthDetails) -> None:
    """Write down how and where a baby was born, and what it is called."""
    access.require(by, Permission.CHANGE_RECORD, family_id=family_id)
    lock_family(family_id)
    row = of_family(Baby, baby_id, family_id)
    if refusal := check_birth_details(details, born_on=row.born_on, today=clock.today()):
        raise refusal
    refuse_known_number(details.nhs_number, row)
    if row.birth_weight_g != details.birth_weight_g:
        outbox.append(events.BirthWeightChanged(family_id=family_id, baby_id=baby_id))
    said = vars(details) | {"name": details.name.strip(), "birth_place": details.birth_place or ""}
    for column, value in said.items():
        setattr(row, column, value)
    row.save(update_fields=list(said))
    audit.record(by, "families.birth_changed", row, family_id=family_id)


@action
def change_pregnancy(*, by: Actor, family_id: FamilyId, due_on: date, expected_count: int) -> PregnancyId:
    """Write down when the baby is due and how many are expected; begins a pregnancy where none is under way.

    The day due of a pregnancy under way is not changed here but corrected, with a reason.
    """
    access.require(by, Permission.CHANGE_RECORD, family_id=family_id)
    lock_family(family_id)
    new = NewPregnancy(due_on=due_on, expected_count=expected_count)
    row = Pregnancy.objects.filter(family_id=family_id, ended_on__isnull=True).first()
    if row and row.due_on != due_on:
        raise Refusal("correct_the_day")
    if refusal := check_pregnancy(new, clock.today()):
        raise refusal
    if row:
        row.expected_count = expected_count
        row.save(update_fields=["expected_count"])
    else:
        row = pregnancy_row(family_id, new)
        row.save(force_insert=True)
    audit.record(by, "families.pregnancy_changed", row, family_id=family_id)
    return PregnancyId(row.pk)


def _pregnancy_of(family_id: FamilyId, baby: NewBaby) -> Pregnancy | None:
    """The pregnancy under way; for a twin, the one that ended with the birth of the first."""
    rows = Pregnancy.objects.filter(family_id=family_id)
    return (
        rows.filter(ended_on__isnull=True).first()
        or rows.filter(
            outcome=PregnancyOutcome.BIRTH.value,
            ended_on__range=(baby.born_on - TWINS_APART, baby.born_on + TWINS_APART),
        ).first()
    )

"""Putting a wrong day on a record right: of a birth, or the day a baby is due."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db.models import Min

from kith.families import events
from kith.families.actions.locking import lock_family, of_family
from kith.families.models.bereavement import Bereavement
from kith.families.models.days import DayCorrection
from kith.families.models.people import Baby, Parent, Pregnancy
from kith.families.rules.codes import PregnancyOutcome
from kith.families.rules.days import (
    BirthKnown,
    DayOf,
    DayReason,
    check_birth_day,
    check_birthday,
    check_due_day,
    may_give_reason,
)
from kith.kernel import clock
from kith.kernel.ids import BabyId, FamilyId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit, freshness, outbox
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic

Dated = Baby | Parent | Pregnancy
COLUMNS: Mapping[DayOf, str] = {DayOf.BABY: "born_on", DayOf.PARENT: "born_on", DayOf.PREGNANCY: "due_on"}
TABLES: Mapping[DayOf, type[Dated]] = {DayOf.BABY: Baby, DayOf.PARENT: Parent, DayOf.PREGNANCY: Pregnancy}


@action
def correct_day(*, by: Actor, family_id: FamilyId, what: DayOf, of: UUID, day: date, reason: DayReason) -> None:
    """Put the right day in the place of a wrong one and keep the wrong one with the reason; sent twice it is one.

    What hangs on a day of birth follows: the end of the pregnancy at once, the due days of feeding by an event.
    """
    access.require(by, Permission.CHANGE_RECORD, family_id=family_id)
    lock_family(family_id)
    row, column = of_family(TABLES[what], of, family_id), COLUMNS[what]
    before: date | None = getattr(row, column)
    if before is None:
        raise NotFound(what.value)
    if before == day:
        return
    if refusal := may_give_reason(what, reason) or _check(row, day):
        raise refusal
    setattr(row, column, day)
    row.save(update_fields=[column])
    correction = DayCorrection.objects.create(
        what=what,
        **{what.value: row},
        before_on=before,
        after_on=day,
        reason=reason,
        corrected_at=clock.now(),
        membership_id=by.membership_id,
    )
    audit.record(by, "families.day_corrected", correction, family_id=family_id, what=what, reason=reason)
    if isinstance(row, Baby):
        _follow(family_id, row, correction)


def _follow(family_id: FamilyId, baby: Baby, correction: DayCorrection) -> None:
    """The pregnancy ended on the day its first baby was born; who else counts from that day is told."""
    if baby.pregnancy and baby.pregnancy.outcome == PregnancyOutcome.BIRTH:
        baby.pregnancy.ended_on = baby.pregnancy.babies.aggregate(first=Min("born_on"))["first"]
        baby.pregnancy.save(update_fields=["ended_on"])
    outbox.append(events.BirthDayCorrected(family_id=family_id, baby_id=BabyId(baby.pk), correction_id=correction.pk))
    freshness.invalidate(Topic.NUMBERS)


def _check(row: Dated, day: date) -> Refusal | None:
    today = clock.today()
    if isinstance(row, Parent):
        return check_birthday(day, today=today)
    if isinstance(row, Pregnancy):
        outcome = PregnancyOutcome(row.outcome) if row.outcome else None
        return check_due_day(day, ended_on=row.ended_on, outcome=outcome, today=today)
    died_on = Bereavement.objects.in_force().filter(baby=row).values_list("died_on", flat=True).first()
    due_on = row.pregnancy.due_on if row.pregnancy else None
    return check_birth_day(day, BirthKnown(due_on, row.written_on, died_on), today=today)

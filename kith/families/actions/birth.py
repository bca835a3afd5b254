"""A baby is born: the pregnancy ends and the child stands on the record."""

from django.db import transaction

from kith.families import rules
from kith.families.actions.holding import hold_family
from kith.families.actions.rows import baby_row
from kith.families.models import Baby, Pregnancy
from kith.families.rules import NewBaby, PregnancyOutcome
from kith.kernel import clock
from kith.kernel.ids import BabyId, FamilyId
from kith.platform import access, audit, freshness
from kith.platform.access import Actor, Permission


@transaction.atomic
def record_birth(*, by: Actor, family_id: FamilyId, baby: NewBaby) -> BabyId:
    """Write the baby down and end the pregnancy under way; twins are written one by one, one sent twice is one baby."""
    access.require(by, Permission.REGISTER_FAMILY, family_id=family_id)
    hold_family(family_id)
    known = Baby.objects.filter(family_id=family_id, born_on=baby.born_on, name=baby.name.strip()).first()
    if known:
        return BabyId(known.pk)
    pregnancy = Pregnancy.objects.filter(family_id=family_id, ended_on__isnull=True).first()
    due_on = pregnancy.due_on if pregnancy else None
    if refusal := rules.check_birth(baby, due_on=due_on, today=clock.today()):
        raise refusal
    if pregnancy:
        pregnancy.ended_on, pregnancy.outcome = baby.born_on, PregnancyOutcome.BIRTH.value
        pregnancy.save(update_fields=["ended_on", "outcome"])
    row = baby_row(family_id, baby, clock.now())
    row.save(force_insert=True)
    audit.record(by, "families.birth_recorded", row, family_id=family_id)
    freshness.touch()
    return BabyId(row.pk)

"""What care does when somebody of a family has died: everything planned ends, and one person calls."""

from django.db import transaction
from django.utils.translation import gettext as _

from kith.care.actions.notices import raise_notice
from kith.care.models import NextStep
from kith.care.rules import NoticeKind, StepEnd, StepKind
from kith.families.actions import hold_family
from kith.families.events import FamilyBereaved
from kith.kernel import clock
from kith.platform import audit
from kith.platform.access import system_actor

CARE = system_actor("care")


@transaction.atomic
def answer_bereavement(event: FamilyBereaved) -> None:
    """End every next step of the family, and give the one who calls hers; safe to run twice."""
    hold_family(event.family_id)
    for row in NextStep.objects.open().filter(family_id=event.family_id, kind=StepKind.ORDINARY):
        row.ended_at, row.ended_as = clock.now(), StepEnd.BEREAVED.value
        row.save(update_fields=["ended_at", "ended_as"])
        audit.record(CARE, "care.step_bereaved", row, family_id=event.family_id)
    _plan_the_call(event)


def _plan_the_call(event: FamilyBereaved) -> None:
    """The call stays with whoever was named, also where her organisation saw the record in an emergency only."""
    key = f"bereavement-call-{event.bereavement_id}"
    if NextStep.objects.filter(
        family_id=event.family_id, kind=StepKind.BEREAVEMENT_CALL, owner_id=event.caller, ended_at__isnull=True
    ).exists():
        return
    row = NextStep.objects.create(
        family_id=event.family_id,
        owner_id=event.caller,
        kind=StepKind.BEREAVEMENT_CALL.value,
        what=_("Call the family. There has been a death"),
        due_on=max(event.call_by, clock.today()),
        added_at=clock.now(),
    )
    audit.record(CARE, "care.step_added", row, family_id=event.family_id, owner=event.caller)
    raise_notice(
        by=CARE,
        kind=NoticeKind.STEP_HANDED_ON,
        to=event.caller,
        family_id=event.family_id,
        facts={"step_id": row.pk, "from_membership_id": event.recorded_by},
        dedupe_key=key,
    )

"""A day of birth was corrected: the answers on feeding are reckoned by the right one, and the lead hears of it."""

from kith.caseloads.queries.leading import leads_of
from kith.families.actions.locking import lock_family
from kith.families.events import BirthDayCorrected
from kith.families.queries.cards import BabyCard, family_of_baby
from kith.feeding.models.statuses import FeedingStatus
from kith.feeding.rules.notices import NoticeKind
from kith.feeding.rules.statuses import due_on, may_record
from kith.kernel import clock
from kith.platform import audit, freshness
from kith.platform.access import NotFound
from kith.platform.access.viewer import system_actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.tasks.actions.notices import raise_notice

BY = system_actor("feeding")


@action
def follow_birth_day(event: BirthDayCorrected) -> None:
    """Give each current answer the due day of the right birth; one that no longer fits its milestone counts no more.

    What was written down stays, as with every correction. Safe to run twice, and in any order: only the day that
    stands on the record now is looked at.
    """
    try:
        baby = family_of_baby(BY, event.baby_id)
    except NotFound:  # merged into another baby since, whose own day holds
        return
    lock_family(baby.family_id)
    for row in FeedingStatus.objects.current().filter(baby_id=baby.id).order_by("pk"):
        if row.due_on != due_on(row.milestone, baby.born_on):
            _reckon(baby, row)
    _tell_lead(baby, event)
    freshness.invalidate(Topic.NUMBERS)


def _reckon(baby: BabyCard, row: FeedingStatus) -> None:
    """Put a new row in the place of this one, or none where the question could not have been asked on that day."""
    milestone = row.milestone
    row.close()
    fits = not may_record(milestone, born_on=baby.born_on, asked_on=row.asked_on, today=clock.today())
    audit.record(BY, "feeding.feeding_reckoned_again", row, family_id=baby.family_id, milestone=milestone, fits=fits)
    if fits:
        row.pk, row._state.adding = None, True
        row.is_current, row.recorded_at = True, clock.now()
        row.due_on = due_on(milestone, baby.born_on)
        row.save(force_insert=True)


def _tell_lead(baby: BabyCard, event: BirthDayCorrected) -> None:
    for _, lead in leads_of([baby.family_id]):
        raise_notice(
            by=BY,
            kind=NoticeKind.BIRTH_DAY_CORRECTED,
            to=lead,
            family_id=baby.family_id,
            facts={"baby_id": str(baby.id), "family_id": str(baby.family_id)},
            dedupe_key=f"birth-day-corrected-{event.correction_id}",
        )

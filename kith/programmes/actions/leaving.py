"""What a worker who leaves a programme leaves: the families beside them, and their part in it."""

from django.db.models.functions import Greatest

from kith.caseloads.actions.leaving import tell_of_leaver, warn_of_nobody
from kith.caseloads.actions.succession import LEAVING, Succession
from kith.caseloads.rules.leading import Line, Successor
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId
from kith.organisations.events import MembershipEnded
from kith.organisations.queries.people import is_working, membership_card
from kith.organisations.work import Work
from kith.platform import audit
from kith.platform.action import action
from kith.programmes.models.programmes import Enrolment, ProgrammeWorker
from kith.programmes.rules.notices import NoticeKind


@action
def end_leavers_part(event: MembershipEnded) -> None:
    """End what a leaver did in programmes. Safe to run twice; a last day put off is none."""
    leaver = membership_card(event.membership_id)
    left_on = leaver.left_on(clock.today()) if leaver else None
    if leaver is None or left_on is None:
        return
    works = ProgrammeWorker.objects.current().filter(membership_id=leaver.id)
    for row in works.select_related("programme"):
        audit.record(LEAVING, "programmes.programme_worker_left", row, membership_id=leaver.id)
    works.update(until_on=Greatest("from_on", left_on))


def leave_enrolments(succession: Succession, family_id: FamilyId) -> None:
    """Families a leaver stood beside go to a fellow worker, or to the successor for the family."""
    for row in Enrolment.objects.current().filter(membership_id=succession.leaver.id, family_id=family_id):
        to = _fellow_worker(row, succession.leaver.id) or succession.successor_of(family_id)
        if to is None:
            row.ended_at, row.why_ended = clock.now(), "worker_left"
            row.save(update_fields=["ended_at", "why_ended"])
            audit.record(LEAVING, "programmes.enrolment_ended", row, family_id=family_id, why="worker_left")
            warn_of_nobody(succession, family_id)
            continue
        row.membership_id = to.membership_id
        row.save(update_fields=["membership"])
        audit.record(
            LEAVING, "programmes.enrolment_reassigned", row, family_id=family_id, membership_id=to.membership_id
        )
        tell_of_leaver(NoticeKind.PROGRAMME_FAMILY_OF_LEAVER, to.membership_id, family_id, f"{row.pk}", succession)


def _fellow_worker(row: Enrolment, leaver: MembershipId) -> Successor | None:
    """Another worker of the programme, the one who has worked in it longest."""
    workers = ProgrammeWorker.objects.current().filter(programme_id=row.programme_id).order_by("pk")
    ids = [MembershipId(pk) for pk in workers.values_list("membership_id", flat=True) if pk != leaver]
    return next((Successor(each, Line.TEAM) for each in ids if is_working(each)), None)


WORK = Work("enrolment", Enrolment.objects.current, "membership_id", leave=leave_enrolments, release=end_leavers_part)

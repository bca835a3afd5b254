"""What a leaver leaves: every family they lead, every step they owe and every part they have gets another owner.

Only here does work change hands unaccepted: none may be without an owner. The parent and the successor are informed.
"""

from enum import StrEnum

from kith.caseloads.actions.handover import close_handover
from kith.caseloads.actions.introducing import tell_parent
from kith.caseloads.actions.lead_rows import begin_lead, end_row, lead_of
from kith.caseloads.actions.succession import LEAVING, Succession
from kith.caseloads.models.cover import Absence
from kith.caseloads.models.handover import Handover
from kith.caseloads.models.leading import Deputy
from kith.caseloads.models.ownership import families_of, without_owner
from kith.caseloads.rules.leading import Successor
from kith.caseloads.rules.notices import NoticeKind
from kith.families.actions.locking import lock_family
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId, NextStepId
from kith.organisations.events import MembershipEnded
from kith.organisations.queries.people import membership_card, whom_to_tell
from kith.organisations.work import work_of_rooms
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.tasks.actions.next_steps import hand_on_step
from kith.tasks.actions.notices import raise_notice
from kith.tasks.queries.next_steps import open_steps


@action
def reassign_leavers_work(event: MembershipEnded) -> None:
    """Give everything that a leaver owns to staff who stay. Safe to run twice; a postponed last day is none."""
    leaver = membership_card(event.membership_id)
    if leaver is None or leaver.left_on(clock.today()) is None:
        return
    succession = Succession(leaver)
    for family_id in sorted(families_of(leaver.id)):
        lock_family(family_id)
        _leave_handovers(succession, family_id)
        _leave_lead(succession, family_id)
        _leave_deputy(succession, family_id)
        _leave_steps(succession, family_id)
        for work in work_of_rooms():
            if work.leave:
                work.leave(succession, family_id)
    _leave_cover(leaver.id)


@action
def reassign_unowned_work(*, by: Actor) -> int:
    """Find new owners for whatever came to people on their last day, and say how many they were. Safe to run twice."""
    access.require(by, Permission.ADMINISTER)
    leavers = {owner for _kind, _family_id, owner in without_owner()}
    for leaver in sorted(leavers):
        reassign_leavers_work(MembershipEnded(leaver))
        for work in work_of_rooms():
            if work.release:
                work.release(MembershipEnded(leaver))
    return len(leavers)


def _leave_handovers(succession: Succession, family_id: FamilyId) -> None:
    """Give up a proposal to the leaver, and notify the lead."""
    row = Handover.objects.open().filter(family_id=family_id).first()
    if row is None or succession.leaver.id not in (row.to_membership_id, row.accepted_by_id):
        return
    close_handover(LEAVING, row, "left")
    lead = lead_of(family_id)
    if lead and lead.membership_id != succession.leaver.id:
        tell_of_leaver(
            NoticeKind.HANDOVER_WITHDRAWN, MembershipId(lead.membership_id), family_id, f"{row.pk}", succession
        )


def _leave_lead(succession: Succession, family_id: FamilyId) -> None:
    lead = lead_of(family_id)
    if lead is None or lead.membership_id != succession.leaver.id:
        return
    successor = succession.successor_of(family_id)
    if successor is None:
        end_row(lead)
        audit.record(LEAVING, "caseloads.lead_ended", lead, family_id=family_id, why="left")
        warn_of_nobody(succession, family_id)
        return
    row = begin_lead(LEAVING, family_id, successor.membership_id, "caseloads.lead_reassigned", line=successor.line)
    succession.took(successor.membership_id)
    _settle_handover(family_id, successor)
    tell_of_leaver(NoticeKind.LEAD_OF_LEAVER, successor.membership_id, family_id, f"{row.pk}", succession)
    told = membership_card(successor.membership_id)
    tell_parent(
        "lead_changed",
        family_id,
        f"lead-changed:{row.pk}",
        name=told.name if told else "",
        organisation=told.organisation.name if told else "",
        before=succession.leaver.name,
    )


def _settle_handover(family_id: FamilyId, successor: Successor) -> None:
    """Let a proposal under way go on from the new lead; settle it where they are the one asked."""
    row = Handover.objects.open().filter(family_id=family_id).first()
    if row is None:
        return
    if successor.membership_id in (row.accepted_by_id, row.to_membership_id):
        close_handover(LEAVING, row, "lead_left")
        return
    row.from_membership_id = successor.membership_id
    row.save(update_fields=["from_membership"])


def _leave_deputy(succession: Succession, family_id: FamilyId) -> None:
    row = Deputy.objects.current().filter(family_id=family_id, membership_id=succession.leaver.id).first()
    if row is None:
        return
    end_row(row)
    audit.record(LEAVING, "caseloads.deputy_ended", row, family_id=family_id, why="left")
    lead = lead_of(family_id)
    if lead:
        tell_of_leaver(NoticeKind.DEPUTY_LEFT, MembershipId(lead.membership_id), family_id, f"{row.pk}", succession)


def _leave_steps(succession: Succession, family_id: FamilyId) -> None:
    steps = list(open_steps().filter(owner_id=succession.leaver.id, family_id=family_id))
    successor = succession.successor_of(family_id) if steps else None
    for row in steps:
        if successor is not None:
            hand_on_step(by=LEAVING, step_id=NextStepId(row.pk), to=successor.membership_id)
    if steps and successor is None:
        warn_of_nobody(succession, family_id)


def _leave_cover(leaver: MembershipId) -> None:
    """Let absences the leaver was to cover fall back to the deputies; notify the absent lead while there is time."""
    for row in Absence.objects.planned().filter(covered_by_id=leaver, until_on__gte=clock.today()):
        row.covered_by_id = None
        row.save(update_fields=["covered_by"])
        audit.record(LEAVING, "caseloads.absence_uncovered", row, membership_id=row.membership_id)
        key, to = f"cover-left-{row.pk}-{leaver}", MembershipId(row.membership_id)
        facts = {"absence_id": row.pk, "lead_id": row.membership_id}
        raise_notice(by=LEAVING, kind=NoticeKind.ABSENCE_UNCOVERED, to=to, facts=facts, dedupe_key=key)


def warn_of_nobody(succession: Succession, family_id: FamilyId) -> None:
    """Warn those who look after the caseloads that the family lets in none of the remaining staff."""
    for card in whom_to_tell(succession.leaver.organisation.id):
        if card.id != succession.leaver.id:
            tell_of_leaver(NoticeKind.LEAD_OF_LEAVER, card.id, family_id, f"nobody-{family_id}-{card.id}", succession)


def tell_of_leaver(kind: StrEnum, to: MembershipId, family_id: FamilyId, key: str, succession: Succession) -> None:
    """Tell one person what a leaver has left to them; the same key never makes two notices."""
    raise_notice(
        by=LEAVING,
        kind=kind,
        to=to,
        family_id=family_id,
        facts={"leaver_id": succession.leaver.id},
        dedupe_key=f"{kind}-{key}-{succession.leaver.id}"[:120],
    )

"""Reminding a family of its pump, kindly: by day, some days before and after, and never after a death."""

from django.db import transaction

from kith.equipment.actions.telling import tell
from kith.equipment.models.loans import Loan
from kith.equipment.rules.codes import LoanId
from kith.equipment.rules.loans import BEFORE, MOST_AFTER, Reminder, reminder_due
from kith.equipment.rules.notices import NoticeKind
from kith.families.actions.locking import lock_family
from kith.families.queries.bereavement import bereaved, is_bereaved
from kith.groups.rules.nights import is_awake
from kith.kernel import clock
from kith.kernel.ids import FamilyId, OrganisationId
from kith.organisations.queries.people import people_who
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action_in_parts
from kith.tasks.actions.notices import raise_notice


@action_in_parts
def remind_borrowers(*, by: Actor) -> int:
    """Remind every family whose time for it has come, and say how many; at night none. Safe to run twice."""
    access.require(by, Permission.MANAGE_STOCK)
    if not is_awake(clock.now()):
        return 0
    near = Loan.objects.out().filter(~bereaved(family="family_id"), due_on__lte=clock.today() + BEFORE, collection="")
    due = near.filter(agrees_to_reminders=True, reminded_after_count__lt=MOST_AFTER)
    ids = list(due.values_list("pk", "family_id"))
    return sum(_remind(by, LoanId(pk), FamilyId(family_id)) for pk, family_id in ids)


@transaction.atomic
def _remind(by: Actor, loan_id: LoanId, family_id: FamilyId) -> bool:
    """Decide once more behind the locks of family and loan: it may be back, or put off, meanwhile."""
    lock_family(family_id)
    row = Loan.objects.out().select_for_update(of=("self",)).filter(pk=loan_id).first()
    if row is None or row.due_on is None:
        return False
    facts = row.facts(is_bereaved=is_bereaved(family_id))
    which = reminder_due(facts, now=clock.now(), is_awake=is_awake(clock.now()))
    if which is None:
        return False
    if which is Reminder.BEFORE:
        row.reminded_before_for = row.due_on
    else:
        row.reminded_after_on, row.reminded_after_count = clock.today(), row.reminded_after_count + 1
    row.save(update_fields=["reminded_before_for", "reminded_after_on", "reminded_after_count"])
    key = f"{row.pk}:{row.due_on.isoformat()}:{row.reminded_after_count}"
    kind = "pump_due" if which is Reminder.BEFORE else "pump_overdue"
    tell(by, family_id, kind, {"due_on": row.due_on.isoformat()}, key)
    audit.record(by, "equipment.family_reminded", row, family_id=family_id, which=which)
    if row.reminded_after_count >= MOST_AFTER:
        tell_desk(by, row, NoticeKind.PUMP_NOT_BACK)
    return True


def tell_desk(by: Actor, row: Loan, kind: NoticeKind) -> None:
    """Tell those who keep the pumps of the organisation that a person is needed here."""
    for card in people_who(Permission.MANAGE_STOCK, organisation_ids=[OrganisationId(row.organisation_id)]):
        key = f"{kind}-{row.pk}-{card.id}"
        raise_notice(by=by, kind=kind, to=card.id, facts={"loan_id": row.pk}, dedupe_key=key)

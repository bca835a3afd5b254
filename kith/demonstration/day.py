"""A working day: next steps of those who lead, a step handed on, a concern, a worker out alone; all invented."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from kith.caseloads.actions.past import NewLead
from kith.demonstration.loading import load
from kith.demonstration.people import Staff
from kith.kernel import clock, ids
from kith.kernel.ids import MembershipId
from kith.organisations.actions.people import change_duties
from kith.organisations.queries.people import viewer_for
from kith.organisations.rules import Duty, Role
from kith.platform.access.viewer import Actor
from kith.platform.sign_in.models import Account
from kith.safeguarding.actions.concerns import raise_concern
from kith.safeguarding.actions.safety import note_precautions, set_out
from kith.safeguarding.rules.concerns import About
from kith.safeguarding.rules.safety import Precaution, SafetyReason
from kith.tasks.actions.next_steps import add_next_step
from kith.tasks.actions.past import NewStep

ONE_IN = 15
MOST_OWN = 7
WHAT = (
    "Call about the weight",
    "Visit to watch a feed",
    "Send the times of the café in her language",
    "Ask how the night feeds go",
    "Talk through safer sleep again",
    "Ask the supporter to call",
    "Bring the Healthy Start form",
)
DUE_IN = (-1, 0, 2, 3, 6, 9, 13)


def arrange(leads: Sequence[NewLead], staff: Staff, today: date, *, by: Actor) -> int:
    """Give the day its work, and say how many next steps there are."""
    health_visitor, feeding_lead = staff.by_role[Role.HEALTH_VISITOR], staff.by_role[Role.FEEDING_LEAD]
    change_duties(by=by, membership_id=feeding_lead, duties=[Duty.SAFEGUARDING_LEAD])
    count = load(by=by, entries=_steps(leads, staff, today, clock.now()))[NewStep]
    own = [lead.family_id for lead in leads if lead.membership_id == health_visitor and not lead.until_at]
    grace, anjali = (viewer(staff, role) for role in (Role.HEALTH_VISITOR, Role.FEEDING_LEAD))
    if len(own) > MOST_OWN:
        add_next_step(
            by=anjali,
            family_id=own[1],
            what="Watch a feed with me",
            due_on=today + timedelta(days=1),
            owner=health_visitor,
        )
        note_precautions(
            by=grace,
            family_id=own[2],
            precautions=frozenset({Precaution.CALL_BEFORE}),
            reason=SafetyReason.ANIMAL,
            review_on=today + timedelta(days=60),
        )
        raise_concern(
            by=grace,
            family_id=own[3],
            about=frozenset({About.PARENT}),
            words="She looked away each time her partner spoke, and asked me not to call in the evening. (Invented.)",
            is_danger_now=False,
            request_key=ids.new_uuid(),
        )
    set_out(
        by=viewer(staff, Role.OUTREACH_WORKER),
        where="A family in the next street, back by bus",
        back_at=clock.now() + timedelta(hours=3),
        buddy=staff.by_role[Role.COORDINATOR],
        request_key=ids.new_uuid(),
    )
    return count


def _steps(leads: Sequence[NewLead], staff: Staff, today: date, now: datetime) -> Iterator[NewStep]:
    """A few for each worker with a role of their own, and for one family in so many of all others."""
    named = set(staff.by_role.values())
    given: defaultdict[MembershipId, int] = defaultdict(int)
    for at, lead in enumerate(lead for lead in leads if lead.until_at is None):
        is_named = lead.membership_id in named and given[lead.membership_id] < MOST_OWN
        if not is_named and at % ONE_IN:
            continue
        turn = given[lead.membership_id] % len(WHAT)
        given[lead.membership_id] += 1
        due_on = today + timedelta(days=DUE_IN[turn])
        yield NewStep(lead.family_id, lead.membership_id, WHAT[turn], due_on, now - timedelta(days=3))


def viewer(staff: Staff, role: Role) -> Actor:
    """The invented person in this role."""
    found = viewer_for(Account.objects.get(pk=staff.accounts[role.value]))
    assert found is not None, role
    return found

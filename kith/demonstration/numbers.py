"""The invented place's numbers, released quarter by quarter as its analyst would; the newest waits for a visitor."""

from datetime import timedelta

from kith.demonstration.people import Staff
from kith.insight.actions import Said, release_quarter
from kith.insight.queries.desk import preview, quarters_to_release
from kith.kernel import clock
from kith.kernel.clock import FixedClock
from kith.kernel.quarter import Quarter
from kith.organisations.queries.people import viewer_for
from kith.organisations.rules import Role
from kith.platform.access.viewer import Viewer
from kith.platform.sign_in.models import Account

WEEKS_TO_CHECK = timedelta(weeks=6)
NOTE = "Checked against the births of the quarter. The families are invented."


def release_past_quarters(staff: Staff) -> int:
    """Release each quarter that is over but the newest, which a visitor looks at and releases; says how many."""
    analyst = viewer_for(Account.objects.get(pk=staff.accounts[Role.ANALYST]))
    if analyst is None:
        raise LookupError("no analyst is at work in the demonstration")
    past = [each.quarter for each in quarters_to_release(analyst)][1:]
    for quarter in reversed(past):
        _release(analyst, quarter)
    return len(past)


def _release(by: Viewer, quarter: Quarter) -> None:
    """As it was done some weeks after the quarter was over."""
    with clock.use(FixedClock(clock.midnight(quarter.last_day + WEEKS_TO_CHECK) + timedelta(hours=10))):
        seen = preview(by, year=quarter.year, number=quarter.number).seen
        release_quarter(by=by, quarter=quarter, edition=1, seen=seen, said=Said(NOTE, "en"))

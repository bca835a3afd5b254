"""A day without internet, invented: the next one is already on a coordinator's phone."""

from datetime import date, timedelta

from kith.demonstration.people import Staff
from kith.hub_days.actions.devices import prepare_device
from kith.hub_days.queries.days import hub_days
from kith.kernel import ids
from kith.kernel.ids import AccountId
from kith.organisations.queries.people import viewer_for
from kith.organisations.rules import Role
from kith.platform.access.viewer import Viewer
from kith.platform.sign_in.models import Account

WHO = (Role.COORDINATOR, Role.FEEDING_LEAD, Role.HEALTH_VISITOR)


def take_along(staff: Staff, today: date) -> str:
    """Have the first of these who runs a session tomorrow take that day along."""
    for role in WHO:
        by = _viewer(staff, role)
        days = hub_days(by, lang="en").to_come if by else ()
        near = next((each for each in days if each.on <= today + timedelta(days=1)), None)
        if by and near:
            prepare_device(by=by, venue_id=near.venue.id, on=near.on, request_key=ids.new_uuid())
            return "1 day taken along on a phone"
    return "no day to take along on a phone"


def _viewer(staff: Staff, role: Role) -> Viewer | None:
    return viewer_for(Account.objects.get(pk=AccountId(staff.accounts[role.value])))

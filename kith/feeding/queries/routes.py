"""The people and teams that signs lead to in this place, for the feeding lead's page."""

from dataclasses import dataclass
from decimal import Decimal

from kith.feeding.models.weights import FeedingRoute
from kith.feeding.rules.weights import NATIONAL_STEP, REGAINED_BY, Reason
from kith.kernel.ids import MembershipId, TeamId
from kith.organisations.queries.people import MembershipCard, organisation_cards, people_who, teams_of
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class RouteRow:
    """A sign and the person or team it leads to; with neither, the family's lead."""

    reason: Reason
    above_percent: Decimal | None
    by_day: int | None
    membership_id: MembershipId | None
    team_id: TeamId | None
    what_to_do: str


@dataclass(frozen=True)
class Routes:
    """The ladder (the national step first), the day of the birth weight, marked answers; and who can be named."""

    rows: tuple[RouteRow, ...]
    people: tuple[MembershipCard, ...]
    teams: dict[TeamId, str]


def feeding_routes(viewer: Viewer) -> Routes:
    """How this place is set up."""
    access.require(viewer, Permission.MANAGE_FEEDING)
    rows = {(row.reason, row.above_percent): _row(row) for row in FeedingRoute.objects.all()}
    for missing in _ALWAYS:
        rows.setdefault((missing.reason, missing.above_percent), missing)
    order = list(Reason)
    return Routes(
        rows=tuple(sorted(rows.values(), key=lambda row: (order.index(row.reason), row.above_percent or 0))),
        people=tuple(people_who(Permission.RECORD_FEEDING)),
        teams=teams_of(organisation_cards()),
    )


_ALWAYS = (
    RouteRow(Reason.LOSS, NATIONAL_STEP, None, None, None, ""),
    RouteRow(Reason.REGAIN, None, REGAINED_BY, None, None, ""),
    RouteRow(Reason.ANSWER, None, None, None, None, ""),
)


def _row(row: FeedingRoute) -> RouteRow:
    return RouteRow(
        reason=row.reason,
        above_percent=row.above_percent,
        by_day=row.by_day,
        membership_id=MembershipId(row.membership_id) if row.membership_id else None,
        team_id=TeamId(row.team_id) if row.team_id else None,
        what_to_do=row.what_to_do,
    )

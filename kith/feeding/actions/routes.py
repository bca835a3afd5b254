"""Where signs lead in this place, to a person or team: steps of weight loss, the birth weight day, marked answers."""

from dataclasses import dataclass
from decimal import Decimal

from kith.feeding.models.weights import FeedingRoute
from kith.feeding.rules.weights import NATIONAL_STEP, Reason, check_regained_by, check_step
from kith.kernel.ids import MembershipId, TeamId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@dataclass(frozen=True)
class Whom:
    """A named person or a team (or neither: the family's lead), and what this place does then, in its own words."""

    membership_id: MembershipId | None = None
    team_id: TeamId | None = None
    what_to_do: str = ""


@action
def change_route(
    *, by: Actor, reason: Reason, whom: Whom, above_percent: Decimal | None = None, by_day: int | None = None
) -> int:
    """Set who this reason leads to; a step of weight loss is added or changed. The same twice is one."""
    access.require(by, Permission.MANAGE_FEEDING)
    if refusal := _wrong(reason, above_percent, by_day):
        raise refusal
    row, _is_new = FeedingRoute.objects.update_or_create(
        reason=reason,
        above_percent=above_percent,
        defaults={**vars(whom), "by_day": by_day, "what_to_do": whom.what_to_do.strip()},
    )
    audit.record(
        by,
        "feeding.feeding_route_changed",
        row,
        reason=reason,
        above_percent=str(above_percent or ""),
        by_day=by_day,
        membership_id=whom.membership_id,
        team_id=whom.team_id,
    )
    return row.pk


@action
def remove_step(*, by: Actor, above_percent: Decimal) -> None:
    """Take a local step off the ladder; the national one stays. Done twice is done once."""
    access.require(by, Permission.MANAGE_FEEDING)
    if above_percent == NATIONAL_STEP:
        raise Refusal("national_step_stays")
    row = FeedingRoute.objects.filter(reason=Reason.LOSS, above_percent=above_percent).first()
    if row is None:
        return
    audit.record(by, "feeding.feeding_step_removed", row, above_percent=str(above_percent))
    row.delete()


def _wrong(reason: Reason, above_percent: Decimal | None, by_day: int | None) -> Refusal | None:
    if reason is Reason.LOSS:
        if above_percent is None:
            return Refusal("step_missing")
        return None if above_percent == NATIONAL_STEP else check_step(above_percent)
    if reason is Reason.REGAIN:
        return Refusal("regained_by_missing") if by_day is None else check_regained_by(by_day)
    return None

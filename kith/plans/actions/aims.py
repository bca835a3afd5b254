"""What the alliance aims at, and by what it is shown."""

from collections.abc import Mapping
from uuid import UUID

from kith.kernel import clock
from kith.plans.models.steps import Aim
from kith.plans.rules.codes import AimId
from kith.plans.rules.steps import may_aim
from kith.platform import access, audit, freshness
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.platform.ui.marketing import keep_to_the_code
from kith.showing.evidence import all_evidence


@action
def set_aim(*, by: Actor, words: Mapping[str, str], evidence: tuple[str, ...], request_key: UUID) -> AimId:
    """Say what the alliance aims at and by what it is shown; the public reads it. The same request key says it once."""
    access.require(by, Permission.MANAGE_MEETINGS)
    if by.membership_id is None:
        raise Forbidden("member")
    keep_to_the_code(*words.values())
    if before := Aim.objects.filter(request_key=request_key).first():
        return AimId(before.pk)
    known = tuple(each.key for each in all_evidence() if each.key in evidence)
    if refusal := may_aim(words.get("en", ""), known):
        raise refusal
    row = Aim.objects.create(
        words=dict(words),
        evidence=list(known),
        since_on=clock.today(),
        added_by_id=by.membership_id,
        request_key=request_key,
    )
    audit.record(by, "plans.aim_set", row, evidence=list(known))
    freshness.invalidate(Topic.LISTINGS)
    return AimId(row.pk)


@action
def end_aim(*, by: Actor, aim_id: AimId) -> None:
    """Let an aim end today; ended twice it ends once. It stays in the history of the plan."""
    access.require(by, Permission.MANAGE_MEETINGS)
    row = Aim.objects.select_for_update().filter(pk=aim_id).first()
    if row is None:
        raise NotFound("aim")
    if row.ended_on is None:
        row.ended_on = clock.today()
        row.save(update_fields=["ended_on"])
        audit.record(by, "plans.aim_ended", row)
        freshness.invalidate(Topic.LISTINGS)

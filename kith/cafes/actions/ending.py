"""What ends turns from outside: a death, consent that is withdrawn, and the night. Each is safe to run twice."""

from datetime import datetime

from kith.cafes.actions.finding import locked_time
from kith.cafes.actions.turns import step
from kith.cafes.models import Turn, TurnQuerySet
from kith.cafes.rules.codes import TurnState
from kith.families.actions.locking import lock_family
from kith.families.events import ConsentWithdrawn, FamilyBereaved
from kith.families.queries.reach import may_organisation_open
from kith.kernel import clock
from kith.kernel.ids import FamilyId, SessionId
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action

BY = system_actor("cafes")


@action
def end_turns_for_bereavement(event: FamilyBereaved) -> None:
    """Take a family in which a person has died off every list to come, without a word to it."""
    lock_family(event.family_id)
    for row in _open(event.family_id):
        locked_time(SessionId(row.session_id))
        step(row, TurnState.GIVEN_BACK if row.state == TurnState.BOOKED else TurnState.LEFT)
        audit.record(BY, "cafes.turn_ended", row, family_id=event.family_id, why="bereaved")


@action
def part_without_consent(event: ConsentWithdrawn) -> None:
    """Take the family off the turns at an organisation that may no longer open its record; the turns go on nameless.

    A time that the family booked itself is its own, as a place on a session is.
    """
    if may_organisation_open(event.organisation_id, event.family_id):
        return
    lock_family(event.family_id)
    joined = _open(event.family_id).filter(booked_at=None, session__series__organisation_id=event.organisation_id)
    for row in joined:
        row.family = None
        row.save(update_fields=["family"])
        audit.record(BY, "cafes.turn_parted", row, family_id=event.family_id, why="consent_withdrawn")


@action
def forget_names(*, by: Actor) -> int:
    """Forget what those on the lists of days that are over were called by, and say how many that were."""
    access.require(by, Permission.ADMINISTER)
    midnight: datetime = clock.midnight(clock.today())
    found = Turn.objects.filter(session__starts_at__lt=midnight).exclude(known_as="")
    count = found.update(known_as="")
    if count:
        audit.record(by, "cafes.names_forgotten", Turn(), count=count)
    return count


def _open(family_id: FamilyId) -> TurnQuerySet:
    """The family's turns that are to come or under way, one list after the other in the same order."""
    return Turn.objects.open().filter(family_id=family_id).order_by("session_id", "pk")

"""A death heard by a worker who runs sessions and opens no record."""

from kith.caseloads.queries.leading import lead_and_deputy
from kith.families.actions.locking import lock_family
from kith.families.queries.reach import organisations_that_may_open
from kith.groups.actions.cancelling import give_up_places
from kith.groups.models.bookings import Booking
from kith.groups.rules.notices import NoticeKind
from kith.kernel.ids import BookingId, FamilyId, MembershipId, SessionId
from kith.messages.actions.stopping import stop_messages
from kith.messages.rules import BEREAVED
from kith.organisations.queries.people import whom_to_tell
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.tasks.actions.notices import raise_notice


@action
def tell_of_death(*, by: Actor, session_id: SessionId, booking_id: BookingId) -> None:
    """Silence what waits for the family and give its places up, and have those beside it write the death down.

    Who has died only they may write: it is for the record, which this worker does not open. Told twice it is told once.
    """
    access.require(by, Permission.SEE_REGISTER)
    row = Booking.objects.visible_to(by).filter(session_id=session_id, pk=booking_id).first()
    if row is None:
        raise NotFound("booking")
    family_id = FamilyId(row.family_id)
    lock_family(family_id)
    audit.record(by, "groups.death_heard", row, family_id=family_id)
    for person in _beside(by, family_id):
        raise_notice(
            by=by,
            kind=NoticeKind.DEATH_HEARD,
            to=person,
            family_id=family_id,
            facts={"from_membership_id": by.membership_id},
            dedupe_key=f"death-heard-{family_id}-{person}",
        )
    stop_messages(by=system_actor("groups"), family_id=family_id, why=BEREAVED)
    give_up_places(family_id)


def _beside(by: Actor, family_id: FamilyId) -> list[MembershipId]:
    """The lead and the deputy; where there are none, the managers of those who may open the record, or of the actor."""
    if beside := lead_and_deputy(family_id):
        return beside
    organisations = organisations_that_may_open(family_id) or by.organisation_ids
    return [card.id for each in sorted(organisations) for card in whom_to_tell(each)]

"""Who takes referrals, and when they cannot."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kith.kernel import clock
from kith.kernel.ids import OrganisationId, ReceiverId, TeamId
from kith.kernel.refusal import Refusal
from kith.organisations.scope import require_administering
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, ViewerKind
from kith.platform.action import action
from kith.referrals.models.receivers import Receiver, ReceiverPromise
from kith.referrals.rules.clocks import Promise, Urgency
from kith.referrals.rules.needs import ReferralNeed

LONGEST_CLOSED = timedelta(days=183)


@dataclass(frozen=True)
class NewReceiver:
    """An organisation or team that begins to take referrals for one need."""

    organisation_id: OrganisationId
    need: ReferralNeed
    team_id: TeamId | None = None
    answers_by_link: bool = False
    email: str = ""
    phone: str = ""


@action
def add_receiver(*, by: Actor, receiver: NewReceiver) -> ReceiverId:
    """Let it take referrals, at the usual promises until it makes its own; twice for one need it is refused."""
    require_administering(by, receiver.organisation_id)
    email = receiver.email.strip().lower()
    if receiver.answers_by_link and not email:
        raise Refusal("receiver_by_link_needs_a_mailbox")
    which = {"organisation_id": receiver.organisation_id, "team_id": receiver.team_id, "need": receiver.need}
    how = {"answers_by_link": receiver.answers_by_link, "email": email, "phone": receiver.phone}
    row, is_new = Receiver.objects.get_or_create(**which, defaults=how)
    if not is_new:
        raise Refusal("receiver_there_already")
    audit.record(by, "referrals.receiver_added", row, organisation_id=receiver.organisation_id, need=receiver.need)
    return ReceiverId(row.pk)


@action
def set_receiver(
    *, by: Actor, receiver_id: ReceiverId, closed_until: date | None, promises: Mapping[Urgency, Promise]
) -> None:
    """Take no referrals until a day (or take them again), and promise these hours from now on."""
    access.require(by, Permission.MANAGE_DIRECTORY)
    row = Receiver.objects.select_for_update().filter(pk=receiver_id).first()
    if row is None or (by.kind is not ViewerKind.SYSTEM and row.owner_id not in by.organisation_ids):
        raise NotFound("receiver")
    today = clock.today()
    if closed_until and not today < closed_until <= today + LONGEST_CLOSED:
        raise Refusal("receiver_closed_for_too_long", latest=today + LONGEST_CLOSED)
    row.closed_until = closed_until
    row.save(update_fields=["closed_until"])
    for urgency, promise in promises.items():
        if not 1 <= promise.answer_hours <= promise.contact_hours <= 2160:
            raise Refusal("receiver_promise_impossible", urgency=urgency)
        ReceiverPromise.objects.update_or_create(
            receiver=row,
            urgency=urgency,
            defaults={"answer_hours": promise.answer_hours, "contact_hours": promise.contact_hours},
        )
    audit.record(by, "referrals.receiver_set", row, closed_until=closed_until)

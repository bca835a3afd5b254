"""The first steps of a supporter: interest, taken down from all who wish, and the application behind their own link."""

from dataclasses import dataclass
from uuid import UUID

from kith.families.queries.bereavement import is_bereaved_contact
from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.peers.actions.moving import begin, come_to
from kith.peers.actions.telling import tell_desk, tell_supporter
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.codes import SupporterState
from kith.peers.rules.matching import Offered
from kith.peers.rules.notices import NoticeKind
from kith.peers.rules.path import Contact, may_be_interested
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import ANONYMOUS, Actor
from kith.platform.action import action


@dataclass(frozen=True)
class Application:
    """What a person says of themselves, one line for mothers to read, and why they would like to support others."""

    offered: Offered
    about: str
    why: str


@action
def say_interest(*, by: Actor, contact: Contact, request_key: UUID) -> None:
    """Take down that a person would like to support others, and send them the link to apply by.

    A person who is on the path already is sent the same link once more a day: the page looks alike, and tells a
    stranger nothing.
    """
    access.require(by, Permission.ANSWER_BY_LINK)
    if PeerSupporter.objects.filter(request_key=request_key).exists():
        return
    waiting = PeerSupporter.objects.filter(state=SupporterState.INTERESTED).count()
    if refusal := may_be_interested(contact, waiting=waiting):
        raise refusal
    email = contact.email.strip().lower()
    if before := PeerSupporter.objects.open().reached_by(email, contact.phone).order_by("pk").first():
        tell_supporter(before, "peer_interest", f"{before.pk}-{clock.today()}")
        return
    row = PeerSupporter.objects.create(
        name=contact.name.strip(),
        email=email,
        phone=contact.phone,
        language=contact.language,
        languages=[contact.language],
        state=SupporterState.INTERESTED,
        created_at=clock.now(),
        request_key=request_key,
    )
    begin(ANONYMOUS if by.is_signed_in else by, row)
    tell_supporter(row, "peer_interest", f"{row.pk}-{clock.today()}")


@action
def apply_as_peer(*, by: Actor, token: str, said: Application) -> None:
    """Take the application behind the private link; one that was sent already is refused."""
    access.require(by, Permission.ANSWER_BY_LINK)
    found = PeerSupporter.objects.filter(token=token).values_list("pk", flat=True).first()
    row = PeerSupporter.objects.locked(found) if found else None
    if row is None or is_bereaved_contact(row.phone, row.email):
        raise NotFound("supporter")
    if row.state != SupporterState.INTERESTED:
        raise Refusal("peer_applied_already")
    if not said.offered.languages:
        raise Refusal("peer_without_language")
    describe(row, said.offered, said.about)
    row.why = said.why.strip()
    come_to(ANONYMOUS if by.is_signed_in else by, row, SupporterState.APPLIED)
    tell_desk(NoticeKind.PEER_APPLIED, f"{row.pk}", supporter_id=row.pk)


def describe(row: PeerSupporter, offered: Offered, about: str) -> None:
    """Write what a supporter says of themselves into the row; the caller saves it."""
    row.languages = sorted({each.partition("-")[0] for each in offered.languages})
    row.community, row.ward = offered.community, offered.ward
    row.lived, row.times = sorted(offered.lived), sorted(offered.times)
    row.gender, row.about = offered.gender or "", about.strip()

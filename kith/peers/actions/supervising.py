"""Supervision: the supervisor of each supporter, notes of it, and the weekly look at pairs."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import people_who
from kith.peers.actions.moving import locked_supporter, person
from kith.peers.actions.telling import TELLER
from kith.peers.models.duty import on_duty
from kith.peers.models.pairs import pairs_to_look_at
from kith.peers.models.supporters import PeerSupporter
from kith.peers.models.supporting import PeerSupervision
from kith.peers.rules.codes import SupporterId
from kith.peers.rules.notices import NoticeKind
from kith.peers.rules.supporting import may_supervise, may_take
from kith.peers.settings import MOST_SUPERVISED
from kith.platform import audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.tasks.actions.notices import raise_notice


@dataclass(frozen=True)
class NewSupervision:
    """When a supervision was held, what was said, and when the next one is."""

    held_on: date
    next_on: date
    note: str


@action
def set_supervisor(*, by: Actor, supporter_id: SupporterId, supervisor: MembershipId) -> None:
    """Say which person supervises a supporter; refused where they have as many as the place allows."""
    row = locked_supporter(by, supporter_id)
    if supervisor not in {card.id for card in people_who(Permission.MANAGE_PEERS)}:
        raise Refusal("supervisor_not_there")
    if row.supervisor_id == supervisor:
        return
    count = PeerSupporter.objects.open().filter(supervisor_id=supervisor).count()
    if refusal := may_take(count, MOST_SUPERVISED.now):
        raise refusal
    row.supervisor_id = supervisor
    row.save(update_fields=["supervisor"])
    audit.record(by, "peers.supervisor_set", row, membership_id=supervisor)


@action
def note_supervision(*, by: Actor, supporter_id: SupporterId, new: NewSupervision, request_key: UUID) -> None:
    """Note a supervision, apart from every family's record; the same request key never notes two."""
    row = locked_supporter(by, supporter_id)
    if PeerSupervision.objects.filter(request_key=request_key).exists():
        return
    said = {"held_on": new.held_on, "next_on": new.next_on}
    if refusal := may_supervise(**said, today=clock.today(), words=new.note):
        raise refusal
    noted = PeerSupervision.objects.create(
        supporter=row, supervisor_id=person(by), note=new.note.strip(), request_key=request_key, **said
    )
    audit.record(by, "peers.supervision_noted", noted)


@action
def send_digest(*, by: Actor) -> int:
    """Tell each supervisor, or who covers, of pairs to look at and of late supervisions, once a week; say how many."""
    today = clock.today()
    week = today.isocalendar()
    counted: dict[MembershipId, int] = {}
    for supporter_id in (each.supporter_id for each in pairs_to_look_at(today)):
        for member in on_duty(PeerSupporter.objects.get(pk=supporter_id), today):
            counted[member] = counted.get(member, 0) + 1
    for member, count in counted.items():
        key = f"{NoticeKind.PEER_PAIRS}-{week.year}-{week.week}-{member}"
        raise_notice(by=TELLER, kind=NoticeKind.PEER_PAIRS, to=member, facts={"count": count}, dedupe_key=key)
    audit.record(by, "peers.digest_sent", PeerSupervision(), count=len(counted))
    return len(counted)

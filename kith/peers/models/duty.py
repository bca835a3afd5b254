"""Which person is there for a supporter on a day: their supervisor, or the one who covers, or all of them."""

from datetime import date

from kith.kernel.ids import MembershipId
from kith.organisations.queries.people import is_working, people_who
from kith.peers.models.supporters import PeerSupporter
from kith.peers.models.supporting import PeerAbsence
from kith.platform.access.permissions import Permission


def on_duty(row: PeerSupporter, day: date) -> list[MembershipId]:
    """The supervisor; while they are away, the person who covers; without one, all who look after supporters."""
    others = [card.id for card in people_who(Permission.MANAGE_PEERS)]
    if row.supervisor_id is None or not is_working(MembershipId(row.supervisor_id)):
        return others
    away = PeerAbsence.objects.on(day).filter(membership_id=row.supervisor_id).first()
    if away is None:
        return [MembershipId(row.supervisor_id)]
    if away.covered_by_id:
        return [MembershipId(away.covered_by_id)]
    return [each for each in others if each != row.supervisor_id]

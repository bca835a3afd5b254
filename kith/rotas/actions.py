"""Days with children are noted and taken back; before a fourth within thirty the desk is warned."""

from dataclasses import dataclass
from datetime import date

from kith.kernel import clock
from kith.kernel.ids import AccountId, MembershipId
from kith.organisations.actions.people import lock_membership
from kith.organisations.queries.people import people_who
from kith.organisations.queries.workforce import Worker, worker
from kith.platform import access, audit
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.rotas.models import RotaDay
from kith.rotas.rules import MOST_DAYS, NoticeKind, RotaDayId, may_exceed, may_note, with_day
from kith.tasks.actions.notices import raise_notice

TELLER = system_actor("rotas")


@dataclass(frozen=True)
class NewDay:
    """A day with children, where, and whether it was said that the check for a fourth day is in place."""

    on_day: date
    place: str
    is_checked: bool = False


@action
def note_rota_day(*, by: Actor, membership_id: MembershipId, new: NewDay) -> RotaDayId:
    """Note a day with children for a person; a fourth within thirty is refused until the check is said to be there.

    Days for all organisations count together, those that are to come too. Noted twice it is noted once.
    """
    noted_by = _may(by, membership_id)
    who = worker(membership_id)
    if who is None:
        raise NotFound("membership")
    lock_membership(membership_id)
    if refusal := may_note(new.on_day, new.place, today=clock.today()):
        raise refusal
    days = dict(RotaDay.objects.of_person(who.person).values_list("on_day", "pk"))
    if new.on_day in days:
        return RotaDayId(days[new.on_day])
    count = with_day(new.on_day, days.keys())
    if refusal := may_exceed(count, is_checked=new.is_checked):
        raise refusal
    row = RotaDay.objects.create(
        account_id=who.person,
        membership_id=membership_id,
        on_day=new.on_day,
        place=new.place.strip(),
        is_checked=count > MOST_DAYS,
        noted_by_id=noted_by,
        noted_at=clock.now(),
    )
    audit.record(by, "rotas.day_noted", row, membership_id=membership_id, count=count)
    _warn(who, new.on_day, count)
    return RotaDayId(row.pk)


@action
def take_rota_day_back(*, by: Actor, day_id: RotaDayId) -> None:
    """Say that this day is not worked; taken back twice it is taken back once."""
    row = RotaDay.objects.select_for_update(of=("self",)).filter(pk=day_id).first()
    if row is None or not _is_theirs(by, row):
        raise NotFound("rota day")
    if row.taken_back_at is None:
        row.taken_back_at = clock.now()
        row.save(update_fields=["taken_back_at"])
        audit.record(by, "rotas.day_taken_back", row)


def _may(by: Actor, membership_id: MembershipId) -> MembershipId:
    """The person who notes: those who look after supporters note days for all, a supporter their own."""
    if by.membership_id is None:
        raise Forbidden("rota day")
    if by.membership_id != membership_id or Permission.SEE_PEER_TODAY not in by.permissions:
        access.require(by, Permission.MANAGE_PEERS)
    return by.membership_id


def _is_theirs(by: Actor, row: RotaDay) -> bool:
    is_own = Permission.SEE_PEER_TODAY in by.permissions and AccountId(row.account_id) == by.account_id
    return is_own or Permission.MANAGE_PEERS in by.permissions


def _warn(who: Worker, on_day: date, count: int) -> None:
    """Tell all who look after supporters: three days, so that the next would be one too many; or that one is there."""
    if count < MOST_DAYS:
        return
    kind = NoticeKind.ROTA_THREE_DAYS if count == MOST_DAYS else NoticeKind.ROTA_FOURTH_DAY
    for card in people_who(Permission.MANAGE_PEERS):
        key = f"{kind}-{who.person}-{on_day}-{card.id}"
        raise_notice(by=TELLER, kind=kind, to=card.id, facts={"membership_id": who.id}, dedupe_key=key)

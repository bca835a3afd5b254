"""For those who look after supporters: calls, pairs to look at, supervision, and money."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.organisations.queries.people import membership_cards, people_who
from kith.peers.models.pairs import PairToLookAt, pairs_to_look_at
from kith.peers.models.supporters import PeerSupporter
from kith.peers.models.supporting import HelpCall, PeerExpense, PeerSupervision
from kith.peers.queries.supporting import CostRow, cost_row
from kith.peers.rules.codes import SupporterId
from kith.peers.rules.supporting import HelpCallId, LookAt, PaidState
from kith.peers.settings import MOST_SUPERVISED
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer

MOST = 50
MOST_ROWS = 5000


@dataclass(frozen=True)
class CallRow:
    """A supporter who asks for help now."""

    id: HelpCallId
    supporter_id: SupporterId
    name: str
    phone: str
    asked_at: datetime


@dataclass(frozen=True)
class PairRow:
    """A pair to look at, by the supporter alone."""

    supporter_id: SupporterId
    name: str
    since: date
    last_on: date | None
    why: tuple[LookAt, ...]


@dataclass(frozen=True)
class Watch:
    """Who needs a person now, and who should be looked at this week."""

    calls: tuple[CallRow, ...]
    pairs: tuple[PairRow, ...]
    late: tuple[tuple[SupporterId, str, date | None], ...]


@dataclass(frozen=True)
class SupervisionRow:
    """One supervision."""

    supervisor: str
    held_on: date
    next_on: date
    note: str


@dataclass(frozen=True)
class SupervisionPage:
    """One supporter: who supervises them, how many that person has of how many, and what was noted."""

    supporter_id: SupporterId
    name: str
    supervisor: str
    has: int
    most: int
    rows: tuple[SupervisionRow, ...]


@dataclass(frozen=True)
class Costs:
    """Expenses that wait for a decision, and those that wait for their money."""

    to_decide: tuple[CostRow, ...]
    to_pay: tuple[CostRow, ...]


def watch(viewer: Viewer) -> Watch:
    """Calls that wait, pairs to look at, and active supporters without a supervision to come."""
    access.require(viewer, Permission.MANAGE_PEERS)
    today = clock.today()
    calls = HelpCall.objects.filter(answered_at=None).select_related("supporter").order_by("asked_at")
    found = pairs_to_look_at(today)[:MOST]
    names = dict(PeerSupporter.objects.filter(pk__in=[each.supporter_id for each in found]).values_list("pk", "name"))
    audit.read(viewer, "peers.watch_opened", PeerSupporter._meta.label, viewer.membership_id)
    return Watch(
        tuple(
            CallRow(
                HelpCallId(each.pk),
                SupporterId(each.supporter_id),
                each.supporter.name,
                each.supporter.phone,
                each.asked_at,
            )
            for each in calls
        ),
        tuple(_pair(each, names[each.supporter_id]) for each in found),
        tuple(_late(today)),
    )


def supervision(viewer: Viewer, supporter_id: SupporterId) -> SupervisionPage:
    """What was noted in supervision of one supporter; nothing of it stands on any family's record."""
    access.require(viewer, Permission.MANAGE_PEERS)
    row = PeerSupporter.objects.filter(pk=supporter_id).first()
    if row is None:
        raise NotFound("supporter")
    audit.read(viewer, "peers.supervision_opened", PeerSupporter._meta.label, row.pk)
    noted = list(PeerSupervision.objects.filter(supporter=row).order_by("-held_on", "-pk")[:MOST])
    named = {each.supervisor_id for each in noted} | {row.supervisor_id}
    names = {each: card.name for each, card in membership_cards(MembershipId(each) for each in named if each).items()}
    has = PeerSupporter.objects.open().filter(supervisor_id=row.supervisor_id).count() if row.supervisor_id else 0
    return SupervisionPage(
        SupporterId(row.pk),
        row.name,
        names.get(MembershipId(row.supervisor_id or 0), ""),
        has,
        MOST_SUPERVISED.now,
        tuple(
            SupervisionRow(names[MembershipId(each.supervisor_id)], each.held_on, each.next_on, each.note)
            for each in noted
        ),
    )


def supervisors_to_choose(viewer: Viewer) -> list[tuple[str, str]]:
    """Those who look after supporters today, by number."""
    access.require(viewer, Permission.MANAGE_PEERS)
    return [(str(card.id), card.name) for card in people_who(Permission.MANAGE_PEERS)]


def costs(viewer: Viewer) -> Costs:
    """Expenses that wait, the oldest first."""
    access.require(viewer, Permission.MANAGE_PEERS)
    audit.read(viewer, "peers.costs_opened", PeerExpense._meta.label, viewer.membership_id)
    rows = PeerExpense.objects.filter(state__in=[PaidState.CLAIMED, PaidState.APPROVED]).select_related("supporter")
    found = [cost_row(each) for each in rows.order_by("pk")]
    return Costs(_in(found, PaidState.CLAIMED), _in(found, PaidState.APPROVED))


def cost(viewer: Viewer, expense_id: int) -> CostRow:
    """One expense; NotFound for none."""
    access.require(viewer, Permission.MANAGE_PEERS)
    row = PeerExpense.objects.filter(pk=expense_id).select_related("supporter").first()
    if row is None:
        raise NotFound("expense")
    return cost_row(row)


def all_costs(viewer: Viewer) -> list[CostRow]:
    """Every expense, the newest first, for the accounts."""
    access.require(viewer, Permission.MANAGE_PEERS)
    audit.read(viewer, "peers.costs_taken", PeerExpense._meta.label, viewer.membership_id)
    rows = PeerExpense.objects.select_related("supporter").order_by("-spent_on", "-pk")[:MOST_ROWS]
    return [cost_row(each) for each in rows]


def _in(rows: Iterable[CostRow], state: PaidState) -> tuple[CostRow, ...]:
    return tuple(each for each in rows if each.state is state)


def _pair(each: PairToLookAt, name: str) -> PairRow:
    return PairRow(SupporterId(each.supporter_id), name, each.since, each.last_on, each.why)


def _late(today: date) -> Iterable[tuple[SupporterId, str, date | None]]:
    newest = {
        row.supporter_id: row.next_on
        for row in PeerSupervision.objects.order_by("supporter_id", "-held_on", "-pk").distinct("supporter_id")
    }
    for pk, name in PeerSupporter.objects.active().values_list("pk", "name"):
        due = newest.get(pk)
        if due is None or due < today:
            yield SupporterId(pk), name, due

"""A supporter's own small page: their families, the numbers to call, what they asked back."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max

from kith.families.queries.cards import FamilyCard, family_cards
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId
from kith.organisations.queries.people import MembershipCard, membership_card
from kith.peers.models.matching import PeerMatch
from kith.peers.models.supporters import PeerSupporter
from kith.peers.models.supporting import HelpCall, PeerAbsence, PeerExpense, PeerLog
from kith.peers.rules.codes import MatchId, MatchState, SupporterState
from kith.peers.rules.supporting import PaidState, PeerCost, PeerExpenseId
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer

MOST = 20


@dataclass(frozen=True)
class FamilyRow:
    """One family of the supporter, and when the two were last in touch."""

    match_id: MatchId
    family: FamilyCard
    state: MatchState
    last_at: datetime | None


@dataclass(frozen=True)
class CostRow:
    """One expense."""

    id: PeerExpenseId
    name: str
    kind: PeerCost
    spent_on: date
    miles: int
    pence: int
    state: PaidState
    why: str


@dataclass(frozen=True)
class PeerToday:
    """All that a supporter needs today."""

    state: SupporterState
    families: tuple[FamilyRow, ...]
    supervisor: MembershipCard | None
    is_called: bool
    away_until: date | None
    costs: tuple[CostRow, ...]


def peer_today(viewer: Viewer) -> PeerToday | None:
    """The viewer's own page; None for a person who supports no families yet. Families beyond reach are left out."""
    access.require(viewer, Permission.SEE_PEER_TODAY)
    me = viewer.membership_id or 0
    own = PeerSupporter.objects.filter(membership_id=me).exclude(state=SupporterState.CLOSED)
    row = own.order_by("-pk").first()
    if row is None:
        return None
    matches = list(PeerMatch.objects.open().filter(supporter=row))
    last = dict(PeerLog.objects.filter(match__in=matches).values_list("match_id").annotate(at=Max("at")))
    cards = family_cards(viewer, [FamilyId(each.family_id) for each in matches])
    audit.read(viewer, "peers.today_opened", PeerSupporter._meta.label, row.pk)
    today = clock.today()
    away = PeerAbsence.objects.filter(membership_id=me, from_on__lte=today, until_on__gte=today).first()
    costs = PeerExpense.objects.filter(supporter=row).select_related("supporter").order_by("-pk")[:MOST]
    return PeerToday(
        SupporterState(row.state),
        tuple(
            FamilyRow(MatchId(each.pk), cards[FamilyId(each.family_id)], MatchState(each.state), last.get(each.pk))
            for each in matches
            if each.family_id in cards
        ),
        membership_card(MembershipId(row.supervisor_id)) if row.supervisor_id else None,
        HelpCall.objects.filter(supporter=row, answered_at=None).exists(),
        away.until_on if away else None,
        tuple(cost_row(each) for each in costs),
    )


def family_to_log(viewer: Viewer, match_id: MatchId) -> FamilyRow:
    """One family of the viewer's; NotFound for any other."""
    found = peer_today(viewer)
    row = next((each for each in found.families if each.match_id == match_id), None) if found else None
    if row is None:
        raise NotFound("match")
    return row


def cost_row(row: PeerExpense) -> CostRow:
    """The expense with the name of the supporter, read with it."""
    money = (row.miles, row.pence, PaidState(row.state), row.why)
    return CostRow(PeerExpenseId(row.pk), row.supporter.name, PeerCost(row.kind), row.spent_on, *money)

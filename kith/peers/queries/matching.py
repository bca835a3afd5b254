"""What mothers ask for and which supporters are proposed, each with the reason: for her, and for the coordinator."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.methods import matching as method
from kith.methods.matching import Companion, GroupShare, Proposal
from kith.peers.models.companions import askings, companions, weights
from kith.peers.models.matching import PeerMatch, PeerWish
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.codes import MatchId, MatchState, SupporterId, WishId, WishState
from kith.peers.rules.matching import MOST_PROPOSED, Wish
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.walls.saying import beyond


@dataclass(frozen=True)
class ProposedRow:
    """A supporter who may support the mother: their name and own line, and which wishes they meet."""

    id: SupporterId
    name: str
    about: str
    languages: tuple[str, ...]
    fit: int
    met: tuple[str, ...]
    unmet: tuple[str, ...]
    room: int


@dataclass(frozen=True)
class WishRow:
    """A wish without a name: who asks is known to her supporter alone."""

    id: WishId
    language: str
    said: Wish
    asked_at: datetime
    waited: int
    state: WishState


@dataclass(frozen=True)
class MatchRow:
    """The supporter that a mother has."""

    id: MatchId
    supporter_id: SupporterId
    name: str
    about: str
    state: MatchState
    since: datetime


@dataclass(frozen=True)
class MySupporter:
    """A mother's page: what she asked for, the supporter she has, and which supporters are proposed to her."""

    wish: WishRow | None
    match: MatchRow | None
    proposed: tuple[ProposedRow, ...]


@dataclass(frozen=True)
class WishPage:
    """One wish at the desk: what is proposed, and who else may be matched by hand."""

    wish: WishRow
    proposed: tuple[ProposedRow, ...]
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class WeekPlan:
    """The best plan for all who wait today, how each language fares, and whether the plan is proved the best."""

    day: date
    pairs: tuple[tuple[WishRow, ProposedRow], ...]
    left: tuple[tuple[WishRow, tuple[tuple[str, int], ...]], ...]
    groups: tuple[GroupShare, ...]
    is_proved: bool


@beyond("a mother reads what she asked for, and the supporters who agreed to be proposed")
def my_supporter(viewer: Viewer, family_id: FamilyId) -> MySupporter:
    """What a mother sees of supporters; her own family alone."""
    access.require(viewer, Permission.SEE_OWN_RECORD, family_id=family_id)
    row = PeerWish.objects.of_family(family_id).exclude(state=WishState.ENDED).first()
    if row is None:
        return MySupporter(None, None, ())
    match = PeerMatch.objects.open().filter(wish=row).select_related("supporter").first()
    has_one = match is not None and match.state == MatchState.ACTIVE
    proposed = () if has_one else _proposed(row, companions(), most=MOST_PROPOSED)
    return MySupporter(_wish(row), _match(match) if match else None, proposed)


def wishes(viewer: Viewer, asked: ListAsked) -> Paged[WishRow]:
    """The wishes that wait for a supporter, the longest first."""
    access.require(viewer, Permission.MANAGE_PEERS)
    page = paged(PeerWish.objects.open(), asked)
    audit.read(viewer, "peers.wishes_listed", PeerWish._meta.label, viewer.membership_id)
    return page.with_rows(_wish(row) for row in page.rows)


def wish(viewer: Viewer, wish_id: WishId) -> WishPage:
    """One wish: proposals with why, and all active supporters to choose from by hand."""
    access.require(viewer, Permission.MANAGE_PEERS)
    row = PeerWish.objects.filter(pk=wish_id).exclude(state=WishState.ENDED).first()
    if row is None:
        raise NotFound("wish")
    audit.read(viewer, "peers.wish_opened", PeerWish._meta.label, row.pk, family_id=FamilyId(row.family_id))
    found = companions()
    names = PeerSupporter.objects.filter(pk__in=[int(each.key) for each in found]).order_by("name", "pk")
    others = tuple((str(pk), name) for pk, name in names.values_list("pk", "name"))
    return WishPage(_wish(row), _proposed(row, found, most=MOST_PROPOSED), others)


def week_plan(viewer: Viewer) -> WeekPlan:
    """The best plan for all who wait: it suggests, and mothers decide."""
    access.require(viewer, Permission.MANAGE_PEERS)
    rows = {str(row.pk): row for row in PeerWish.objects.open()}
    found = companions()
    plan = method.plan(askings(rows.values()), found, weights())
    shown = _rows([(each, each.companion) for each in plan.pairs], found)
    audit.read(viewer, "peers.plan_opened", PeerWish._meta.label, viewer.membership_id)
    return WeekPlan(
        clock.today(),
        tuple((_wish(rows[each.asking]), shown[each]) for each in plan.pairs),
        tuple((_wish(rows[each.asking]), each.kept_away) for each in plan.left_over),
        plan.groups,
        plan.proved,
    )


def match_weights(viewer: Viewer) -> dict[str, int]:
    """How much each kind of wish weighs now."""
    access.require(viewer, Permission.MANAGE_PEERS)
    return weights()


def _proposed(row: PeerWish, found: list[Companion], *, most: int) -> tuple[ProposedRow, ...]:
    (asking,) = askings([row])
    pairs = method.proposals(asking, found, weights(), most)
    shown = _rows([(each, each.companion) for each in pairs], found)
    return tuple(shown[each] for each in pairs)


def _rows(pairs: list[tuple[Proposal, str]], found: list[Companion]) -> Mapping[Proposal, ProposedRow]:
    people = PeerSupporter.objects.in_bulk([int(key) for _, key in pairs])
    room = {each.key: each.places for each in found}
    shown = {}
    for each, key in pairs:
        who = people[int(key)]
        fits = (each.fit, each.met, each.unmet, room[key])
        shown[each] = ProposedRow(SupporterId(who.pk), who.name, who.about, tuple(who.languages), *fits)
    return shown


def _wish(row: PeerWish) -> WishRow:
    waited = max((clock.now() - row.asked_at).days, 0)
    return WishRow(WishId(row.pk), row.language, row.said, row.asked_at, waited, WishState(row.state))


def _match(row: PeerMatch) -> MatchRow:
    who = row.supporter
    return MatchRow(MatchId(row.pk), SupporterId(who.pk), who.name, who.about, MatchState(row.state), row.begun_at)

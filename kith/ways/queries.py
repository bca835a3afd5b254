"""Changes of ways that wait, as the old way reads one by its link and as people at work find them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from kith.kernel.ids import WayProposalId
from kith.kernel.ways import LASTS, Way, mostly_hidden
from kith.methods.names import sorting_key
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.platform.private_links import digest
from kith.walls.saying import beyond
from kith.ways.kinds import Holder, kind_of, names_of, way_kinds
from kith.ways.models import PAGE, WayProposal


@dataclass(frozen=True)
class ProposedWay:
    """What is to become of a way; both mostly hidden, and ``to`` is empty where it is to go."""

    way: Way
    old: str
    to: str
    until_at: datetime

    @classmethod
    def of(cls, row: WayProposal) -> "ProposedWay":
        """The change of this proposal."""
        return cls(row.way, mostly_hidden(row.old), mostly_hidden(row.new), row.proposed_at + LASTS)


@dataclass(frozen=True)
class WaitingWay:
    """A proposed change at the desk: whose, who proposed it, and which old way was asked (empty: none could be)."""

    id: WayProposalId
    whose: str
    kind: str | Promise
    change: ProposedWay
    asked: str
    proposed_by: str
    is_own: bool


@dataclass(frozen=True)
class ListedWays:
    """One whose ways are changed from the desk's page of ways; mostly hidden."""

    kind: str
    key: str
    words: str | Promise
    name: str
    phone: str
    email: str


def proposed_by_link(viewer: Viewer, token: str) -> ProposedWay:
    """The change that the old way is asked about; NotFound once it is settled."""
    access.require(viewer, Permission.ANSWER_BY_LINK)
    row = _by_link(token)
    if row is None:
        raise NotFound("way proposal")
    return ProposedWay.of(row)


@beyond("the one change that this private link asks about")
def _by_link(token: str) -> WayProposal | None:
    return WayProposal.objects.waiting().filter(token_digest=digest(token, PAGE)).first()


def waiting_ways(viewer: Viewer, asked: ListAsked) -> Paged[WaitingWay]:
    """What waits in the viewer's organisation for the old way or a second person, the longest first."""
    kinds = [kind.code for kind in way_kinds() if kind.is_for(viewer)]
    rows = WayProposal.objects.waiting().filter(kind__in=kinds, organisation_id__in=viewer.organisation_ids)
    found = paged(rows.order_by("proposed_at", "pk"), asked)
    return found.with_rows(_waiting(viewer, found.rows))


def waiting_way(viewer: Viewer, proposal_id: WayProposalId) -> WaitingWay:
    """One of them; NotFound where it is settled, another organisation's, or about a row beyond reach."""
    row = WayProposal.objects.waiting().filter(pk=proposal_id, organisation_id__in=viewer.organisation_ids).first()
    if row is None or not kind_of(row.kind).may_change(viewer, row.subject_id):
        raise NotFound("way proposal")
    return _waiting(viewer, [row])[0]


def listed_ways(viewer: Viewer, asked: ListAsked) -> Paged[ListedWays]:
    """Those of the viewer's organisation whose ways are changed here and on no other page, by name."""
    rows = [row for kind in way_kinds() if kind.is_for(viewer) for row in _listed(viewer, kind.code)]
    return paged(sorted(rows, key=lambda row: (str(row.words), sorting_key(row.name), row.key)), asked)


def ways_of(viewer: Viewer, kind: str, key: str) -> Holder:
    """One of those that the page of ways offers; NotFound for all others: a family's record has pages of its own."""
    of = kind_of(kind)
    if not of.is_for(viewer) or key not in of.listed(viewer):
        raise NotFound(kind)
    return of.holder(viewer, key)


def _listed(viewer: Viewer, code: str) -> Iterable[ListedWays]:
    kind = kind_of(code)
    for key, there in kind.find(list(kind.listed(viewer)), False).items():
        phone, email = mostly_hidden(there.ways.phone), mostly_hidden(there.ways.email)
        yield ListedWays(code, key, kind.words, there.name, phone, email)


def _waiting(viewer: Viewer, rows: Iterable[WayProposal]) -> list[WaitingWay]:
    rows = list(rows)
    names = names_of({row.proposed_by_id for row in rows if row.proposed_by_id})
    whose = dict(_whose(viewer, rows))
    return [
        WaitingWay(
            id=WayProposalId(row.pk),
            whose=whose.get((row.kind, row.subject_id), ""),
            kind=kind_of(row.kind).words,
            change=ProposedWay.of(row),
            asked=mostly_hidden(row.asked),
            proposed_by=names.get(row.proposed_by_id or 0, ""),
            is_own=row.proposed_by_id == viewer.membership_id,
        )
        for row in rows
    ]


def _whose(viewer: Viewer, rows: list[WayProposal]) -> Iterable[tuple[tuple[str, str], str]]:
    """Names, of those alone that are still within the viewer's reach."""
    for code in sorted({row.kind for row in rows}):
        kind = kind_of(code)
        kept = kind.kept_by(viewer, [row.subject_id for row in rows if row.kind == code])
        for key, there in kind.find(list(kept), False).items():
            yield (code, key), there.name

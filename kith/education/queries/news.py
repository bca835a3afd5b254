"""News of the library: what is new for the reader, and, for the lead, who has seen what."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from kith.education.models.news import LibraryNews, NewsReading, StatementUse
from kith.education.queries.gaps import seen_organisations
from kith.education.rules.codes import LibraryNewsId, NewsKind
from kith.education.rules.news import USUAL_ROLES
from kith.kernel.ids import OrganisationId
from kith.kernel.listed import Listed
from kith.organisations.queries.people import organisation_cards
from kith.organisations.queries.workforce import Worker, worker, workers
from kith.organisations.rules import Role
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged

MOST_UNSEEN = 20


@dataclass(frozen=True)
class NewsRow:
    """One piece of news: the statement, its words before and after, and for whose work."""

    id: LibraryNewsId
    key: str
    kind: NewsKind
    before: str
    after: str
    why: str
    announced_on: date
    roles: tuple[Role, ...]
    is_seen: bool = False


@dataclass(frozen=True)
class SeenShare:
    """How many of an organisation's people whose work uses the statement have seen the news, and who has not."""

    organisation: str
    told: int
    seen: int
    unseen: tuple[str, ...]


@dataclass(frozen=True)
class NewsPage:
    """One piece of news; who has seen it, for those who look after it."""

    row: NewsRow
    is_for_me: bool
    shares: tuple[SeenShare, ...]


def unseen_news(viewer: Viewer) -> Listed[NewsRow]:
    """News for the viewer's work that they have not seen, the newest first; none from before they began."""
    me = worker(viewer.membership_id) if viewer.membership_id else None
    if me is None:
        return Listed(())
    seen = NewsReading.objects.filter(news_id=OuterRef("pk"), membership_id=me.id)
    rows = LibraryNews.objects.filter(~Exists(seen), roles__contains=[me.role.value], announced_on__gte=me.from_on)
    return Listed.cut([_row(row) for row in rows.order_by("-announced_on", "-pk")[: MOST_UNSEEN + 1]], MOST_UNSEEN)


def news(viewer: Viewer, asked: ListAsked) -> Paged[tuple[NewsRow, int, int]]:
    """All news, the newest first: each with how many were told and have seen it, of those the viewer looks after."""
    found = paged(LibraryNews.objects.order_by("-announced_on", "-pk"), asked)
    shares = _shares(viewer, found.rows)
    return found.with_rows(
        (_row(row), sum(each.told for each in shares[row.pk]), sum(each.seen for each in shares[row.pk]))
        for row in found.rows
    )


def news_page(viewer: Viewer, news_id: LibraryNewsId) -> NewsPage:
    """One piece of news: for those whose work it is for, and for those who see who has seen it."""
    access.require(viewer, Permission.SEE_OWN_TRAINING)
    row = LibraryNews.objects.filter(pk=news_id).first()
    is_for_me = row is not None and viewer.role in row.roles
    may_see_all = Permission.SEE_EDUCATION in viewer.permissions
    if row is None or not (is_for_me or may_see_all):
        raise NotFound("news")
    me = viewer.membership_id
    is_seen = me is not None and NewsReading.objects.filter(news=row, membership_id=me).exists()
    return NewsPage(_row(row, is_seen=is_seen), is_for_me, _shares(viewer, [row])[row.pk] if may_see_all else ())


def roles_of_statement(key: str) -> tuple[Role, ...]:
    """Whose work uses the statement."""
    return uses().get(key, USUAL_ROLES)


def uses() -> Mapping[str, tuple[Role, ...]]:
    """Which roles use which statement, where the place has said so."""
    rows = StatementUse.objects.values_list("key", "roles")
    return {key: tuple(Role(role) for role in roles) for key, roles in rows}


def _shares(viewer: Viewer, rows: Sequence[LibraryNews]) -> dict[int, tuple[SeenShare, ...]]:
    """Who was told of each and has seen it, by organisation; people are read once for all rows."""
    seen_of = seen_organisations(viewer)
    cards, by_place = organisation_cards(seen_of), _by_organisation(workers(organisation_ids=seen_of))
    seen: dict[int, set[int]] = {row.pk: set() for row in rows}
    for news_id, membership_id in NewsReading.objects.filter(news__in=seen).values_list("news_id", "membership_id"):
        seen[news_id].add(membership_id)
    return {
        row.pk: tuple(
            share for each, card in cards.items() if (share := _share(row, card.name, by_place[each], seen[row.pk]))
        )
        for row in rows
    }


def _by_organisation(people: Iterable[Worker]) -> Mapping[OrganisationId, list[Worker]]:
    found: defaultdict[OrganisationId, list[Worker]] = defaultdict(list)
    for each in people:
        found[each.organisation_id].append(each)
    return found


def _share(row: LibraryNews, name: str, people: Iterable[Worker], seen: Collection[int]) -> SeenShare | None:
    told = [each for each in people if each.role in row.roles and (each.from_on <= row.announced_on or each.id in seen)]
    unseen = tuple(each.name for each in told if each.id not in seen)
    return SeenShare(name, len(told), len(told) - len(unseen), unseen) if told else None


def _row(row: LibraryNews, *, is_seen: bool = False) -> NewsRow:
    return NewsRow(
        LibraryNewsId(row.pk),
        row.key,
        NewsKind(row.kind),
        row.before,
        row.after,
        row.why,
        row.announced_on,
        tuple(Role(role) for role in row.roles),
        is_seen,
    )

"""How it is at one's own venues, for those who keep it right: what is stale, what visitors told, what is to be done."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from kith.directory.queries.cards import VenueCard
from kith.directory.queries.upkeep import ListingKind, listings_kept
from kith.directory.queries.venues import venues_by_id
from kith.kernel import clock
from kith.kernel.ids import VenueId
from kith.methods.names import sorting_key
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.platform.private_links import address
from kith.welcome.models.profiles import VenueVisit, VenueVisitQuerySet
from kith.welcome.queries.profiles import Checked, PhotoCard, checked_of, photos_of, profiles_of
from kith.welcome.rules.codes import Answer, Criterion, VisitId
from kith.welcome.rules.profiles import Profile, Said, melded


@dataclass(frozen=True)
class KeptVenueRow:
    """A venue in the list: when it was looked at, and how much is not known of it."""

    venue: VenueCard
    checked: Checked
    not_known_count: int
    told_count: int


@dataclass(frozen=True)
class VisitRow:
    """A visit that was asked for or told of."""

    id: VisitId
    venue_id: VenueId
    link: str
    ends_on: date
    visited_on: date | None
    by_parent: bool


@dataclass(frozen=True)
class KeptWelcome:
    """One venue as its editor changes it."""

    venue: VenueCard
    said: Profile
    photos: tuple[PhotoCard, ...]
    checked: Checked
    told: tuple[VisitRow, ...]
    awaited: tuple[VisitRow, ...]


@dataclass(frozen=True)
class VisitPage:
    """What a visitor found, beside what stands on the page today."""

    id: VisitId
    venue: VenueCard
    visited_on: date
    by_parent: bool
    language: str
    words: str
    found: Profile
    said: Profile
    is_published: bool


def venues_kept(viewer: Viewer, asked: ListAsked, *, lang: str) -> Paged[KeptVenueRow]:
    """The venues of one's own organisations: those with something to read first, then the longest not looked at."""
    venues = _own_venues(viewer, lang)
    ids = [each.id for each in venues]
    said, checked = profiles_of(ids), checked_of(ids)
    told = Counter(_visits(viewer).to_publish().values_list("venue_id", flat=True))
    rows = [
        KeptVenueRow(each, checked[each.id], _not_known(melded(said.get(each.id, {}), each.features)), told[each.id])
        for each in venues
    ]
    rows.sort(key=lambda row: (not row.told_count, row.checked.visited_on or date.min))
    return paged(rows, asked)


def visits_waiting(viewer: Viewer) -> int:
    """How many visits wait to be read and published."""
    return _visits(viewer).to_publish().count()


def kept_welcome(viewer: Viewer, venue_id: VenueId, *, lang: str) -> KeptWelcome:
    """One of one's own venues; NotFound for any other."""
    venue = _own(viewer, venue_id, lang)
    visits = _visits(viewer).filter(venue_id=venue_id)
    return KeptWelcome(
        venue=venue,
        said=melded(profiles_of([venue_id]).get(venue_id, {}), venue.features),
        photos=photos_of(viewer, venue_id, lang=lang),
        checked=checked_of([venue_id])[venue_id],
        told=tuple(_row(each) for each in visits.to_publish()),
        awaited=tuple(_row(each) for each in visits.awaited(clock.today())),
    )


def visit_page(viewer: Viewer, visit_id: VisitId, *, lang: str) -> VisitPage:
    """One visit that was told of; NotFound for one that was not, or of another organisation."""
    row = _visits(viewer).filter(pk=visit_id, told_at__isnull=False).first()
    if row is None or row.visited_on is None:
        raise NotFound("visit")
    venue = _own(viewer, VenueId(row.venue_id), lang)
    return VisitPage(
        id=visit_id,
        venue=venue,
        visited_on=row.visited_on,
        by_parent=row.by_parent,
        language=row.language,
        words=row.words,
        found=row.said,
        said=melded(profiles_of([venue.id]).get(venue.id, {}), venue.features),
        is_published=row.published_at is not None,
    )


def after_visit(page: VisitPage) -> dict[Criterion, Said]:
    """What the page would say after the visit: her answers where she looked, else what stands there."""
    return {each: page.found.get(each, said) for each, said in page.said.items()}


def _own(viewer: Viewer, venue_id: VenueId, lang: str) -> VenueCard:
    found = next((each for each in _own_venues(viewer, lang) if each.id == venue_id), None)
    if found is None:
        raise NotFound("venue")
    return found


def _own_venues(viewer: Viewer, lang: str) -> list[VenueCard]:
    kept = listings_kept(viewer, lang=lang)
    found = venues_by_id(viewer, (VenueId(each.id) for each in kept if each.kind is ListingKind.VENUE), lang=lang)
    return sorted(found.values(), key=lambda each: (sorting_key(each.name), each.id))


def _visits(viewer: Viewer) -> VenueVisitQuerySet:
    access.require(viewer, Permission.MANAGE_DIRECTORY)
    return access.visible(viewer, VenueVisit.objects.all())


def _not_known(said: Profile) -> int:
    return sum(each.answer is Answer.NOT_KNOWN for each in said.values())


def _row(row: VenueVisit) -> VisitRow:
    return VisitRow(
        id=VisitId(row.pk),
        venue_id=VenueId(row.venue_id),
        link=address("venue-visit", row.token, "en"),
        ends_on=row.ends_on,
        visited_on=row.visited_on,
        by_parent=row.by_parent,
    )

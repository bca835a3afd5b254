"""What a story can be about: services and venues of the directory; sessions of groups, which listening is beside."""

from collections.abc import Iterator, Mapping

from kith.directory.queries.cards import ServiceCard, VenueCard
from kith.directory.queries.search import Sought, service_cards, services_by_id, services_sought
from kith.directory.queries.venues import venues_by_id
from kith.kernel import clock
from kith.kernel.ids import ServiceId, SessionId, VenueId
from kith.listening.rules.codes import Subject, SubjectKind
from kith.listening.subjects import Source
from kith.platform.access.viewer import Viewer
from kith.whats_on.queries.sessions import session_card


def _service(viewer: Viewer, service_id: int, lang: str) -> Subject | None:
    card = services_by_id(viewer, [ServiceId(service_id)], lang=lang).get(ServiceId(service_id))
    return _of_service(card) if card else None


def _services(viewer: Viewer, lang: str) -> Iterator[Subject]:
    yield from sorted(map(_of_service, service_cards(services_sought(viewer, Sought()), lang)), key=_by_name)


def _venue(viewer: Viewer, venue_id: int, lang: str) -> Subject | None:
    card = venues_by_id(viewer, [VenueId(venue_id)], lang=lang).get(VenueId(venue_id))
    return _of_venue(card) if card else None


def _venues(viewer: Viewer, lang: str) -> Iterator[Subject]:
    cards = service_cards(services_sought(viewer, Sought()), lang)
    yield from sorted({_of_venue(card.venue) for card in cards if card.venue}, key=_by_name)


def _session(viewer: Viewer, session_id: int, lang: str) -> Subject | None:
    card = session_card(viewer, SessionId(session_id), lang=lang)
    if card is None:
        return None
    on = clock.local(card.starts_at).date()
    return Subject(SubjectKind.SESSION, card.id, card.title.text, card.service_id, card.venue_id, on)


def _of_service(card: ServiceCard) -> Subject:
    return Subject(SubjectKind.SERVICE, card.id, card.name.text, card.id, card.venue.id if card.venue else None)


def _of_venue(card: VenueCard) -> Subject:
    return Subject(SubjectKind.VENUE, card.id, card.name, None, card.id)


def _by_name(subject: Subject) -> str:
    return subject.name


SUBJECTS: Mapping[SubjectKind, Source] = {
    SubjectKind.SERVICE: Source(_service, _services),
    SubjectKind.VENUE: Source(_venue, _venues),
    SubjectKind.SESSION: Source(_session),
}

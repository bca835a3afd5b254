"""One listing as its editor changes it."""

from collections.abc import Iterable
from dataclasses import dataclass

from kith.directory.models.feeds import Origin
from kith.directory.models.listings import Service, Venue
from kith.directory.rules.codes import Feature, Way
from kith.directory.rules.listed import SERVICE_TEXTS, ListedService, ListedVenue, SpeakerOf
from kith.directory.rules.needs import Need
from kith.kernel.ids import OrganisationId, ServiceId, VenueId
from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES, Language
from kith.methods.names import sorting_key
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class KeptService:
    """A service of one's own: what it says, and where it came from."""

    id: ServiceId
    service: ListedService
    venue_name: str
    is_withdrawn: bool
    source: str

    @property
    def name(self) -> str:
        """Its English name."""
        return self.service.name["en"]

    @property
    def other_languages(self) -> set[str]:
        """The languages beside English in which it says anything."""
        return {code for texts in self._texts for code in texts} - {ENGLISH.code}

    @property
    def translations(self) -> list[tuple[Language, int]]:
        """Every other language of the interface, with how many of its texts are missing there."""
        said = [texts for texts in self._texts if ENGLISH.code in texts]
        others = [language for language in INTERFACE_LANGUAGES if language != ENGLISH]
        return [(language, sum(language.code not in texts for texts in said)) for language in others]

    @property
    def _texts(self) -> list[dict[str, str]]:
        texts = [getattr(self.service, name) for name in SERVICE_TEXTS]
        return [dict(each) for each in (*texts, *(speaker.when for speaker in self.service.spoken))]


@dataclass(frozen=True)
class KeptVenue:
    """A venue of one's own."""

    id: VenueId
    venue: ListedVenue


def own_organisation(viewer: Viewer) -> OrganisationId:
    """The organisation for which the viewer keeps the directory; NotFound for who works for none."""
    access.require(viewer, Permission.MANAGE_DIRECTORY)
    if not viewer.organisation_ids:
        raise NotFound("organisation")
    return min(viewer.organisation_ids)


def kept_service(viewer: Viewer, service_id: int) -> KeptService:
    """The service with all it says; NotFound where another organisation keeps it."""
    access.require(viewer, Permission.MANAGE_DIRECTORY)
    rows = Service.objects.filter(pk=service_id, organisation_id__in=viewer.organisation_ids)
    row = rows.select_related("venue", "origin").prefetch_related("spoken_languages").first()
    if row is None:
        raise NotFound("service")
    origin: Origin | None = getattr(row, "origin", None)
    return KeptService(
        id=ServiceId(row.pk),
        service=_listed(row),
        venue_name=row.venue.name if row.venue else "",
        is_withdrawn=row.withdrawn_on is not None,
        source=origin.source if origin else "",
    )


def kept_venue(viewer: Viewer, venue_id: int) -> KeptVenue:
    """The venue with all that is said of it; NotFound where another organisation keeps it."""
    access.require(viewer, Permission.MANAGE_DIRECTORY)
    row = Venue.objects.filter(pk=venue_id, organisation_id__in=viewer.organisation_ids).first()
    if row is None:
        raise NotFound("venue")
    venue = ListedVenue(
        organisation_id=OrganisationId(row.organisation_id),
        name=row.name,
        address=row.address,
        postcode=row.postcode,
        lon=row.lon,
        lat=row.lat,
        checked_on=row.checked_on,
        features=tuple(feature for feature in Feature if feature in row.features),
        getting_there=row.getting_there,
    )
    return KeptVenue(VenueId(row.pk), venue)


def venue_names(viewer: Viewer) -> dict[VenueId, str]:
    """Every venue of the place, one's own organisation's first."""
    access.require(viewer, Permission.MANAGE_DIRECTORY)
    rows = Venue.objects.values_list("pk", "name", "organisation_id")
    own_first = sorted(rows, key=lambda row: (row[2] not in viewer.organisation_ids, sorting_key(row[1]), row[0]))
    return {VenueId(pk): name for pk, name, _ in own_first}


def _listed(row: Service) -> ListedService:
    return ListedService(
        organisation_id=OrganisationId(row.organisation_id),
        code=row.code,
        needs=tuple(need for need in Need if need in row.needs),
        ways=tuple(way for way in Way if way in row.ways),
        checked_on=row.checked_on,
        venue_id=VenueId(row.venue_id) if row.venue_id else None,
        spoken=tuple(_speakers(row)),
        cost_pence=row.cost_pence,
        before_birth=row.before_birth,
        youngest_months=row.youngest_months,
        oldest_months=row.oldest_months,
        phone=row.phone,
        email=row.email,
        website=row.website,
        **{name: dict(getattr(row, name)) for name in SERVICE_TEXTS},
    )


def _speakers(row: Service) -> Iterable[SpeakerOf]:
    known = sorted(row.spoken_languages.all(), key=lambda each: each.pk)
    return (SpeakerOf(each.language, each.spoken_by, each.when) for each in known)

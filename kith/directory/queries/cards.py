"""Listings as a page shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kith.directory.models.feeds import Origin
from kith.directory.models.listings import Service, Venue
from kith.directory.rules.codes import Feature, Way
from kith.directory.rules.listing import is_confirmed
from kith.directory.rules.needs import Need
from kith.directory.words import FEATURE_WORDS
from kith.kernel import clock
from kith.kernel.ids import OrganisationId, ServiceId, VenueId
from kith.platform.i18n.texts import LocalText, in_language


@dataclass(frozen=True)
class VenueCard:
    """A place where sessions are held, and how it feels."""

    id: VenueId
    organisation_id: OrganisationId
    name: str
    address: str
    postcode: str
    lon: float
    lat: float
    features: tuple[Feature, ...]
    getting_there: LocalText

    @property
    def feels(self) -> list[str]:
        """How it feels, in words."""
        return [str(FEATURE_WORDS[feature]) for feature in self.features]

    @classmethod
    def of(cls, venue: Venue, lang: str) -> "VenueCard":
        """The card in this language."""
        return cls(
            id=VenueId(venue.pk),
            organisation_id=OrganisationId(venue.organisation_id),
            name=venue.name,
            address=venue.address,
            postcode=venue.postcode,
            lon=venue.lon,
            lat=venue.lat,
            features=tuple(feature for feature in Feature if feature in venue.features),
            getting_there=in_language(venue.getting_there, lang),
        )


@dataclass(frozen=True)
class Spoken:
    """A language spoken at a service."""

    language: str
    spoken_by: str
    when: LocalText


@dataclass(frozen=True)
class ServiceCard:
    """A service in one language."""

    id: ServiceId
    code: str
    organisation_id: OrganisationId
    name: LocalText
    summary: LocalText
    what_happens: LocalText
    who_is_welcome: LocalText
    open_when: LocalText
    needs: tuple[Need, ...]
    ways: tuple[Way, ...]
    cost_pence: int | None
    cost_note: LocalText
    how_to_refer: LocalText
    before_birth: bool
    youngest_months: int | None
    oldest_months: int | None
    phone: str
    email: str
    website: str
    spoken: tuple[Spoken, ...]
    venue: VenueCard | None
    checked_on: date
    review_due_on: date
    is_confirmed: bool
    told_by: str  # who offers it, by the words of the directory it was taken over from; empty for our own

    @property
    def languages(self) -> frozenset[str]:
        """The codes of all languages spoken there."""
        return frozenset(each.language for each in self.spoken)

    @classmethod
    def of(cls, service: Service, spoken: Sequence[Mapping[str, Any]], lang: str) -> "ServiceCard":
        """The card in this language, of a service that comes with its venue and what is spoken there."""
        return cls(
            id=ServiceId(service.pk),
            code=service.code,
            organisation_id=OrganisationId(service.organisation_id),
            name=in_language(service.name, lang),
            summary=in_language(service.summary, lang),
            what_happens=in_language(service.what_happens, lang),
            who_is_welcome=in_language(service.who_is_welcome, lang),
            open_when=in_language(service.open_when, lang),
            needs=tuple(need for need in Need if need in service.needs),
            ways=tuple(way for way in Way if way in service.ways),
            cost_pence=service.cost_pence,
            cost_note=in_language(service.cost_note, lang),
            how_to_refer=in_language(service.how_to_refer, lang),
            before_birth=service.before_birth,
            youngest_months=service.youngest_months,
            oldest_months=service.oldest_months,
            phone=service.phone,
            email=service.email,
            website=service.website,
            spoken=tuple(
                Spoken(each["language"], each["spoken_by"], in_language(each["when"], lang)) for each in spoken
            ),
            venue=VenueCard.of(service.venue, lang) if service.venue else None,
            checked_on=service.checked_on,
            review_due_on=service.review_due_on,
            is_confirmed=is_confirmed(service.review_due_on, today=clock.today()),
            told_by=_told_by(service),
        )


def _told_by(service: Service) -> str:
    origin: Origin | None = getattr(service, "origin", None)
    return str(origin.offered_by.get("name", "")) if origin else ""

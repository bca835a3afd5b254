"""Finding services by what a parent comes for: conditions an index answers, put together into one statement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import JSONObject

from kith.directory.models.listings import MeetingPlace, Service, SpokenLanguage
from kith.directory.models.nearness import apart_from
from kith.directory.queries.cards import ServiceCard, VenueCard
from kith.directory.rules.codes import BABY_MONTHS, BabyAge, Feature
from kith.directory.rules.listing import HIDDEN_AFTER
from kith.directory.rules.needs import Need
from kith.directory.rules.search_words import needs_meant_by
from kith.kernel import clock
from kith.kernel.folding import words_of
from kith.kernel.ids import ServiceId
from kith.kernel.languages import ENGLISH
from kith.platform import access
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Sought:
    """What a parent looks for, as far as services and venues can answer it."""

    need: Need | None = None
    text: str = ""
    language: str = ""
    features: tuple[Feature, ...] = ()
    is_free: bool = False
    age: BabyAge | None = None

    @property
    def speaks_it_everywhere(self) -> bool:
        """Whether the language narrows nothing: English is spoken everywhere."""
        return self.language in ("", ENGLISH.code)


def services_sought(viewer: Viewer, sought: Sought) -> QuerySet[Any]:
    """The services that answer, each knowing whether a person there ``speaks`` the language."""
    services = access.visible(viewer, Service.objects.open().filter(_answers(sought)))
    return services.annotate(speaks=_speaks(sought, "pk"))


def meeting_places_near(viewer: Viewer, sought: Sought, lon: float, lat: float) -> QuerySet[Any]:
    """Where the services that answer meet families, nearest first, each with whether a person there ``speaks``."""
    places = access.visible(viewer, MeetingPlace.objects.filter(_answers(sought, "service__")))
    if sought.features:
        places = places.filter(venue__features__contains=list(sought.features))
    return places.annotate(speaks=_speaks(sought, "service")).order_by(apart_from(lon, lat, venue="venue__"), "pk")


def services_by_id(viewer: Viewer, ids: Iterable[ServiceId], *, lang: str) -> dict[ServiceId, ServiceCard]:
    """These services, by id; those the viewer may not see are left out."""
    services = access.visible(viewer, Service.objects.filter(pk__in=set(ids)))
    return {card.id: card for card in service_cards(services, lang)}


def service_of_code(viewer: Viewer, code: str, service_id: int | None = None) -> ServiceCard | None:
    """The service with this printed code, or with this id."""
    wanted = Q(pk=service_id) if service_id else Q(code=code)
    cards = service_cards(access.visible(viewer, Service.objects.filter(wanted)), ENGLISH.code)
    return cards[0] if cards else None


def needs_heard(text: str) -> list[Need]:
    """The needs we understood from what was typed."""
    return sorted(needs_meant_by(text))


def service_cards(services: QuerySet[Any], lang: str) -> list[ServiceCard]:
    """Cards of these services, with their venues and who speaks what there; one statement."""
    whole: list[Any] = list(services.select_related("venue", "origin").annotate(spoken=_spoken("pk")))
    return [ServiceCard.of(service, service.spoken, lang) for service in whole]


def meeting_place_cards(viewer: Viewer, ids: Sequence[int], *, lang: str) -> list[tuple[ServiceCard, VenueCard]]:
    """Cards of the services met at these places and of where each is met, in this order; one statement."""
    places = access.visible(viewer, MeetingPlace.objects.filter(pk__in=ids))
    whole: list[Any] = list(
        places.select_related("service__venue", "service__origin", "venue").annotate(spoken=_spoken("service"))
    )
    whole.sort(key=lambda each: ids.index(each.pk))
    return [(ServiceCard.of(each.service, each.spoken, lang), VenueCard.of(each.venue, lang)) for each in whole]


def _answers(sought: Sought, service: str = "") -> Q:
    """What a service (reached by this path) must be to answer."""

    def has(**conditions: object) -> Q:
        return Q(**{f"{service}{name}": value for name, value in conditions.items()})

    wanted = has(review_due_on__gte=clock.today() - HIDDEN_AFTER)
    if sought.need:
        wanted &= has(needs__contains=[sought.need])
    if words := words_of(sought.text):
        own_words = Q(*(has(search_text__contains=w) | has(search_text__trigram_word_similar=w) for w in words))
        heard = needs_meant_by(sought.text)
        wanted &= (has(needs__overlap=sorted(heard)) | own_words) if heard else own_words
    if sought.is_free:
        wanted &= has(cost_pence=0)
    if sought.age is BabyAge.EXPECTED:
        wanted &= has(before_birth=True)
    elif sought.age:
        from_month, under = BABY_MONTHS[sought.age]
        wanted &= has(youngest_months=None) | has(youngest_months__lt=under)
        wanted &= has(oldest_months=None) | has(oldest_months__gt=from_month)
    return wanted


def _speaks(sought: Sought, service: str) -> Any:
    if sought.speaks_it_everywhere:
        return Value(True)
    return Exists(SpokenLanguage.objects.filter(service=OuterRef(service), language=sought.language))


def _spoken(service: str) -> ArraySubquery:
    speakers = SpokenLanguage.objects.filter(service=OuterRef(service)).order_by("pk")
    return ArraySubquery(speakers.values(told=JSONObject(language="language", spoken_by="spoken_by", when="when")))

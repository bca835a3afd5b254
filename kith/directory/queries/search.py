"""Finding services by what a parent comes for."""

from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject

from kith.directory.models import Service, ServiceQuerySet, SpokenLanguage
from kith.directory.queries.cards import ServiceCard
from kith.directory.rules import Need, needs_meant_by, words_of
from kith.kernel.ids import ServiceId
from kith.kernel.languages import ENGLISH
from kith.platform import access
from kith.platform.access import Viewer


def find_services(viewer: Viewer, *, lang: str, need: Need | None = None, text: str = "") -> list[ServiceCard]:
    """The services for this need that also answer the text, in whichever language it was typed; one statement."""
    services = access.visible(viewer, Service.objects.open())
    if need:
        services = services.filter(needs__contains=[need])
    if words := words_of(text):
        services = services.about(words, needs_meant_by(text))
    return _cards(services, lang)


def services_by_id(viewer: Viewer, ids: Iterable[ServiceId], *, lang: str) -> dict[ServiceId, ServiceCard]:
    """These services, by id; those the viewer may not see are left out."""
    services = access.visible(viewer, Service.objects.filter(pk__in=set(ids)))
    return {card.id: card for card in _cards(services, lang)}


def service_of_code(viewer: Viewer, code: str, service_id: int | None = None) -> ServiceCard | None:
    """The service with this printed code, or with this id."""
    wanted = Q(pk=service_id) if service_id else Q(code=code)
    cards = _cards(access.visible(viewer, Service.objects.filter(wanted)), ENGLISH.code)
    return cards[0] if cards else None


def needs_heard(text: str) -> list[Need]:
    """The needs we understood from what was typed."""
    return sorted(needs_meant_by(text))


def _cards(services: ServiceQuerySet, lang: str) -> list[ServiceCard]:
    speakers = SpokenLanguage.objects.filter(service=OuterRef("pk")).order_by("pk")
    told = speakers.values(told=JSONObject(language="language", spoken_by="spoken_by", when="when"))
    whole: list[Any] = list(services.select_related("venue").annotate(spoken=ArraySubquery(told)).order_by("pk"))
    return [ServiceCard.of(service, service.spoken, lang) for service in whole]

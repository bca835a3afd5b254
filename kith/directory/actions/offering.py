"""Adding and withdrawing services."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from kith.directory.actions.ownership import require_keeper
from kith.directory.models import Service, SpokenLanguage
from kith.directory.rules import Need, Way, review_due_on, search_text_of
from kith.kernel import clock
from kith.kernel.ids import OrganisationId, ServiceId, VenueId
from kith.platform import audit, freshness
from kith.platform.access import Actor, NotFound
from kith.platform.freshness import Topic

Texts = Mapping[str, str]


@dataclass(frozen=True)
class SpeakerOf:
    """A language spoken at a service, by whom, and when she is there."""

    language: str
    spoken_by: str
    when: Texts = field(default_factory=dict)


@dataclass(frozen=True)
class ListedService:
    """What an organisation says of a service it offers."""

    organisation_id: OrganisationId
    code: str
    name: Texts
    summary: Texts
    needs: tuple[Need, ...]
    ways: tuple[Way, ...]
    checked_on: date
    venue_id: VenueId | None = None
    what_happens: Texts = field(default_factory=dict)
    who_is_welcome: Texts = field(default_factory=dict)
    open_when: Texts = field(default_factory=dict)
    spoken: tuple[SpeakerOf, ...] = ()
    cost_pence: int | None = None  # 0 is free; None is not said
    cost_note: Texts = field(default_factory=dict)
    how_to_refer: Texts = field(default_factory=dict)
    before_birth: bool = True
    youngest_months: int | None = None
    oldest_months: int | None = None
    phone: str = ""
    email: str = ""
    website: str = ""

    @property
    def search_text(self) -> str:
        """All its words in all languages, folded for searching."""
        return search_text_of(self.name, self.summary, self.what_happens, self.who_is_welcome)


@transaction.atomic
def add_service(*, by: Actor, service: ListedService) -> ServiceId:
    """List the service with the languages spoken there."""
    require_keeper(by, service.organisation_id)
    row = Service.objects.create(
        organisation_id=service.organisation_id,
        venue_id=service.venue_id,
        code=service.code,
        name=dict(service.name),
        summary=dict(service.summary),
        what_happens=dict(service.what_happens),
        who_is_welcome=dict(service.who_is_welcome),
        open_when=dict(service.open_when),
        needs=list(service.needs),
        ways=list(service.ways),
        cost_pence=service.cost_pence,
        cost_note=dict(service.cost_note),
        how_to_refer=dict(service.how_to_refer),
        before_birth=service.before_birth,
        youngest_months=service.youngest_months,
        oldest_months=service.oldest_months,
        phone=service.phone,
        email=service.email,
        website=service.website,
        search_text=service.search_text,
        checked_on=service.checked_on,
        review_due_on=review_due_on(service.checked_on),
    )
    SpokenLanguage.objects.bulk_create(_speakers(row, service.spoken))
    audit.record(by, "directory.service_added", row)
    freshness.touch(Topic.LISTINGS)
    return ServiceId(row.pk)


@transaction.atomic
def withdraw_service(*, by: Actor, service_id: ServiceId) -> None:
    """Take the service out of the directory; what was booked stays on record."""
    row = Service.objects.open().select_for_update().filter(pk=service_id).first()
    if row is None:
        raise NotFound("service")
    require_keeper(by, OrganisationId(row.organisation_id))
    row.withdrawn_on = clock.today()
    row.save(update_fields=["withdrawn_on"])
    audit.record(by, "directory.service_withdrawn", row)
    freshness.touch(Topic.LISTINGS)


def _speakers(row: Service, spoken: Iterable[SpeakerOf]) -> list[SpokenLanguage]:
    return [
        SpokenLanguage(service=row, language=each.language, spoken_by=each.spoken_by, when=dict(each.when))
        for each in spoken
    ]

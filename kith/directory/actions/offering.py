"""Listing services: offered, changed, withdrawn and offered again."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.utils.text import slugify

from kith.directory.actions.ownership import require_editor
from kith.directory.models.feeds import Origin
from kith.directory.models.listings import Service, SpokenLanguage
from kith.directory.rules.listed import SERVICE_TEXTS, ListedService, SpeakerOf
from kith.directory.rules.listing import review_due_on
from kith.directory.settings import REVIEW_DAYS
from kith.kernel import clock, ids
from kith.kernel.ids import OrganisationId, ServiceId
from kith.platform import audit, freshness
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.platform.ui.marketing import keep_to_the_code

CODE_WORDS = 28
# What another directory said of these, we said as it came; what is said here takes its place.
SAID_ELSEWHERE = {"cost_pence": "cost_options", "phone": "contacts", "open_when": "schedules"}


@action
def add_service(*, by: Actor, service: ListedService, request_key: UUID | None = None) -> ServiceId:
    """List the service with the languages spoken there; the same ``request_key`` never lists two."""
    require_editor(by, service.organisation_id)
    keep_to_the_code(*service.words)
    public_id = request_key or ids.new_uuid()
    given = {
        **_columns(service),
        "organisation_id": service.organisation_id,
        "code": service.code or code_of(service.name["en"], public_id),
        "checked_on": service.checked_on,
        "review_due_on": review_due_on(service.checked_on, REVIEW_DAYS.now),
    }
    row, is_new = Service.objects.get_or_create(public_id=public_id, defaults=given)
    if is_new:
        SpokenLanguage.objects.bulk_create(_speakers(row, service.spoken))
        audit.record(by, "directory.service_added", row)
        freshness.invalidate(Topic.LISTINGS)
    return ServiceId(row.pk)


@action
def change_service(*, by: Actor, service_id: ServiceId, service: ListedService) -> None:
    """Let the listing say this from now on; whose it is stays, and so does its code, which is printed somewhere."""
    row = _locked(by, service_id)
    keep_to_the_code(*service.words)
    columns = _columns(service)
    if service.checked_on > row.checked_on:
        due_on = review_due_on(service.checked_on, REVIEW_DAYS.now)
        columns |= {"checked_on": service.checked_on, "review_due_on": due_on}
    changed = {name for name, value in columns.items() if getattr(row, name) != value}
    speaks_anew = _speak(row, service.spoken)
    if not (changed or speaks_anew):
        return
    for name in changed:
        setattr(row, name, columns[name])
    row.save(update_fields=changed)
    _say_here(row, changed)
    audit.record(by, "directory.service_changed", row, fields=sorted(changed | ({"spoken"} if speaks_anew else set())))
    freshness.invalidate(Topic.LISTINGS)


@action
def withdraw_service(*, by: Actor, service_id: ServiceId) -> None:
    """Take the service out of the directory; what was booked stays on record."""
    row = _locked(by, service_id)
    if row.withdrawn_on:
        raise NotFound("service")
    row.withdrawn_on = clock.today()
    row.save(update_fields=["withdrawn_on"])
    audit.record(by, "directory.service_withdrawn", row)
    freshness.invalidate(Topic.LISTINGS)


@action
def offer_service_again(*, by: Actor, service_id: ServiceId) -> None:
    """Put a withdrawn service back, looked at today; one that is offered stays as it is."""
    row = _locked(by, service_id)
    if not row.withdrawn_on:
        return
    row.withdrawn_on, row.checked_on = None, clock.today()
    row.review_due_on = review_due_on(row.checked_on, REVIEW_DAYS.now)
    row.save(update_fields=["withdrawn_on", "checked_on", "review_due_on"])
    audit.record(by, "directory.service_offered_again", row)
    freshness.invalidate(Topic.LISTINGS)


def code_of(name: str, public_id: UUID) -> str:
    """The code of a listing, made of its name and its id."""
    return f"{slugify(name)[:CODE_WORDS].strip('-') or 'service'}-{public_id.hex[:10]}"


def _locked(by: Actor, service_id: ServiceId) -> Service:
    row = Service.objects.select_for_update().filter(pk=service_id).first()
    if row is None:
        raise NotFound("service")
    require_editor(by, OrganisationId(row.organisation_id))
    return row


def _columns(service: ListedService) -> dict[str, Any]:
    """What of a listing can change, as it is kept."""
    return {
        **{name: dict(getattr(service, name)) for name in SERVICE_TEXTS},
        "venue_id": service.venue_id,
        "needs": list(service.needs),
        "ways": list(service.ways),
        "cost_pence": service.cost_pence,
        "before_birth": service.before_birth,
        "youngest_months": service.youngest_months,
        "oldest_months": service.oldest_months,
        "phone": service.phone,
        "email": service.email,
        "website": service.website,
        "search_text": service.search_text,
    }


def _speak(row: Service, spoken: Iterable[SpeakerOf]) -> bool:
    """Let these be the ones who speak there; whether anything is new."""
    before = {(each.language, each.spoken_by, *sorted(each.when.items())) for each in row.spoken_languages.all()}
    after = {(each.language, each.spoken_by, *sorted(each.when.items())) for each in spoken}
    if before == after:
        return False
    row.spoken_languages.all().delete()
    SpokenLanguage.objects.bulk_create(_speakers(row, spoken))
    return True


def _say_here(row: Service, changed: Collection[str]) -> None:
    """Of a listing from another directory, let go what that said of the same."""
    origin = Origin.objects.select_for_update().filter(service=row).first()
    if origin is None:
        return
    rest = {key: value for key, value in origin.rest.items() if key not in {SAID_ELSEWHERE.get(c) for c in changed}}
    if "cost_note" in changed:
        rest["fees"] = row.cost_note.get("en", "")
    origin.rest = {key: value for key, value in rest.items() if value != ""}
    origin.save(update_fields=["rest"])


def _speakers(row: Service, spoken: Iterable[SpeakerOf]) -> list[SpokenLanguage]:
    return [
        SpokenLanguage(service=row, language=each.language, spoken_by=each.spoken_by, when=dict(each.when))
        for each in spoken
    ]

"""What the addresses of the directory's feed ask for, and what its actions need."""

import json
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from kith.directory.actions.feeds.accepting import Accepted, accept_changes, leave_changes
from kith.directory.actions.feeds.loading import load_directory
from kith.directory.actions.feeds.proposing import Proposal
from kith.directory.actions.offering import change_service, offer_service_again, withdraw_service
from kith.directory.actions.venues import add_venue, change_venue
from kith.directory.models.listings import Service
from kith.directory.rules.codes import Way
from kith.directory.rules.listed import ListedService, ListedVenue
from kith.directory.rules.needs import Need
from kith.directory.rules.open_referral.terms import Vocabulary, taxonomy_id, term_id
from kith.directory.tests.feeds import a_record, proposed
from kith.directory.tests.listings import BUILDER, a_service, an_organisation
from kith.kernel import clock
from kith.kernel.ids import ChangeReviewId, OrganisationId, SharingAgreementId
from kith.organisations.actions.agreements import sign_agreement
from kith.organisations.queries.people import organisation_cards
from kith.organisations.rules import SharedFor


def feed_ids() -> dict[str, Any]:
    """A service of ours that has a place, a list of terms, a term, and an address that stands for nothing."""
    ours = Service.objects.filter(venue__isnull=False).order_by("pk")[0]
    return {
        "record_id": ours.public_id,
        "taxonomy_id": taxonomy_id(Vocabulary.NEEDS),
        "term_id": term_id(Vocabulary.NEEDS, Need.LATCHING),
        "_rest": "organizations",
        "review_id": a_review().review_id,
        "service_id": ours.pk,
        "organisation_id": ours.organisation_id,
        "agreement_id": an_agreement(OrganisationId(ours.organisation_id)),
        "venue_id": ours.venue_id,
    }


def an_agreement(*between: OrganisationId) -> SharingAgreementId:
    """An agreement in force."""
    today = clock.today()
    due = today + timedelta(days=365)
    said = {"title": {"en": "One record"}, "summary": {"en": "With her agreement."}, "purposes": [SharedFor.OFFERS]}
    return sign_agreement(by=BUILDER, between=between, signed_on=today, review_due_on=due, **said)


def a_review() -> Proposal:
    """A change that waits."""
    return proposed(a_record())


def _decided(decide: Callable[..., Accepted]) -> Callable[[Any], Callable[[], object]]:
    return lambda _world: _on(decide, a_review().review_id)


def _on(decide: Callable[..., Accepted], review_id: ChangeReviewId | None) -> Callable[[], object]:
    return lambda: decide(by=BUILDER, review_id=review_id)


def _loaded(_world: Any) -> Callable[[], object]:
    path = Path(tempfile.mkdtemp()) / "services.json"
    path.write_text(json.dumps([a_record(2)]))
    return lambda: load_directory(str(path), False, lambda _done, _total: None)


def _read(_world: Any) -> Callable[[], object]:
    return lambda: proposed(a_record(3), source="https://another.example.org")


def _accepted(_world: Any) -> Callable[[], object]:
    review_id = a_review().review_id
    assert review_id
    editor = next(iter(organisation_cards()))
    return lambda: accept_changes(by=BUILDER, review_id=review_id, editor=editor)


def _service_changed(_world: Any) -> Callable[[], object]:
    organisation_id = an_organisation("Keeper")
    service_id = a_service(organisation_id)
    said = ListedService(
        organisation_id, {"en": "Another"}, {}, needs=(Need.EXPRESSING,), ways=(Way.PHONE,), checked_on=clock.today()
    )
    return lambda: change_service(by=BUILDER, service_id=service_id, service=said)


def _service_offered_again(_world: Any) -> Callable[[], object]:
    service_id = a_service(an_organisation("Keeper"))
    withdraw_service(by=BUILDER, service_id=service_id)
    return lambda: offer_service_again(by=BUILDER, service_id=service_id)


def _venue_changed(_world: Any) -> Callable[[], object]:
    said = ListedVenue(an_organisation("Keeper"), "Hall", "1 Invented Way", "MK9 3EJ", -0.76, 52.04, clock.today())
    venue_id = add_venue(by=BUILDER, venue=said)
    return lambda: change_venue(by=BUILDER, venue_id=venue_id, venue=replace(said, name="Another"))


FEED_ACTS = {
    "directory.change_service": _service_changed,
    "directory.offer_service_again": _service_offered_again,
    "directory.change_venue": _venue_changed,
    "directory.propose_changes": _read,
    "directory.accept_changes": _accepted,
    "directory.leave_changes": _decided(leave_changes),
    "directory.load_directory": _loaded,
}

"""Listings are looked at again: their editors are asked, and say so with one tap."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from kith.directory.rules.listing import HIDDEN_AFTER, REMIND_BEFORE, REVIEW_EVERY
from kith.front.actions import remind_editors
from kith.messages.tests.fakes import all_facts_of
from kith.organisations.rules import Role
from kith.platform.access.viewer import ANONYMOUS, Viewer
from kith.whats_on.tests.world import BUILDER, a_service, a_venue
from testing.people import account_of, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Viewer:
    return worker(Role.COORDINATOR)


@pytest.fixture
def kept(editor: Viewer) -> tuple[int, int]:
    """A service and a venue of the editor's organisation."""
    (own,) = editor.organisation_ids
    venue_id = a_venue(own)
    return a_service(own, venue_id, name={"en": "Milk café"}), venue_id


def signed_in(viewer: Viewer) -> Client:
    client = Client(headers={"origin": "http://testserver"})
    client.force_login(account_of(viewer))
    return client


def told() -> list[str]:
    return sorted(str(facts["listing"]) for facts in all_facts_of("listing_review"))


@pytest.mark.usefixtures("kept")
def test_keepers_are_asked_once_for_each_listing_that_is_due(clock) -> None:
    assert remind_editors(by=BUILDER) == 0
    clock.advance(days=(REVIEW_EVERY - REMIND_BEFORE).days)
    assert remind_editors(by=BUILDER) == 2
    remind_editors(by=BUILDER)
    clock.advance(days=1)
    remind_editors(by=BUILDER)
    assert told() == ["Milk café", "Netherfield Family Hub"]


def test_a_listing_that_was_looked_at_is_asked_for_again_half_a_year_later(clock, editor, kept) -> None:
    clock.advance(days=REVIEW_EVERY.days)
    remind_editors(by=BUILDER)
    service_id, venue_id = kept
    desk = signed_in(editor)
    for listing in (f"service-{service_id}", f"venue-{venue_id}"):
        assert desk.post("/desk/listings/", {"listing": listing}).status_code == 303
    assert remind_editors(by=BUILDER) == 0
    clock.advance(days=REVIEW_EVERY.days)
    assert remind_editors(by=BUILDER) == 2
    assert len(told()) == 4


def test_nobody_else_may_have_the_reminders_sent() -> None:
    with pytest.raises(PermissionDenied):
        remind_editors(by=ANONYMOUS)


def test_the_desk_shows_what_is_due_and_one_tap_settles_it(clock, editor, kept) -> None:
    desk = signed_in(editor)
    assert "Nothing is due." in desk.get("/desk/listings/").content.decode()
    clock.advance(days=(REVIEW_EVERY + HIDDEN_AFTER + timedelta(days=1)).days)
    page = desk.get("/desk/listings/").content.decode()
    assert "Not found any more" in page
    assert page.count("All of it is still right") == 2
    service_id, venue_id = kept
    desk.post("/desk/listings/", {"listing": f"service-{service_id}"})
    desk.post("/desk/listings/", {"listing": f"venue-{venue_id}"})
    page = desk.get("/desk/listings/").content.decode()
    assert "Nothing is due." in page
    assert "Not found any more" not in page


@pytest.mark.parametrize("listing", ["", "service-", "service-x", "family-1", "service-999999999999999999", "venue-0"])
def test_a_tap_on_nothing_confirms_nothing(editor, kept, listing: str) -> None:
    assert signed_in(editor).post("/desk/listings/", {"listing": listing}).status_code == 404


def test_nobody_confirms_the_listings_of_others(kept) -> None:
    stranger = worker(Role.COORDINATOR)
    assert signed_in(stranger).post("/desk/listings/", {"listing": f"service-{kept[0]}"}).status_code == 404
    assert signed_in(stranger).get("/desk/listings/").content.decode().count("All of it is still right") == 0


def test_parents_read_since_when_a_listing_is_not_confirmed(clock, client: Client, kept) -> None:
    assert "Checked on" in client.get("/en/find-support/").content.decode()
    clock.advance(days=REVIEW_EVERY.days + 1)
    assert "Not confirmed since 9 September 2026" in client.get("/en/find-support/").content.decode()
    clock.advance(days=HIDDEN_AFTER.days)
    assert "Milk café" not in client.get("/en/find-support/").content.decode()

"""Listings are entered and changed at the desk by those who keep them."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from kith.directory.actions.feeds.accepting import accept_changes
from kith.directory.actions.offering import change_service
from kith.directory.actions.venues import change_venue
from kith.directory.models.listings import Service, Venue
from kith.directory.queries.listing import kept_service, kept_venue
from kith.directory.rules.listed import texts_after
from kith.directory.rules.needs import Need
from kith.directory.tests.feeds import a_record, proposed, uuid
from kith.directory.tests.filled import filled
from kith.directory.tests.listings import BUILDER, a_service, a_venue, an_organisation, services_found
from kith.directory.tests.test_change_reviews import _second_factor_shown, coordinator
from kith.directory.tests.test_directory import editor
from kith.directory.tests.test_feed_out import asked
from kith.kernel import clock as time
from kith.kernel.ids import OrganisationId
from kith.organisations.queries.people import organisation_cards
from kith.places.actions.founding import found_place
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.viewer import ANONYMOUS
from kith.platform.audit.models import AuditEntry

__all__ = ["_second_factor_shown", "coordinator"]
pytestmark = pytest.mark.django_db
DESK = "/desk/listings/"


@pytest.fixture
def own(coordinator: Client) -> OrganisationId:
    """The coordinator's own organisation."""
    return next(iter(organisation_cards()))


NEW = {
    "name": "Milk café",
    "summary": "Sit down and ask.",
    "needs": ["it_hurts", "latching"],
    "ways": ["in_person"],
    "cost": "paid",
    "pounds": "2.50",
    "cost_note": "Free with Healthy Start",
    "who_is_welcome": "Everybody",
    "youngest_months": "0",
    "oldest_months": "12",
    "open_when": "Mondays, 10 to 12",
    "how_to_refer": "Ask your midwife.\r\nOr come.",
    "phone": "020 7946 0000",
    "email": "cafe@example.org",
    "website": "example.org/cafe",
    "language_1": "ro",
    "spoken_by_1": "Ioana",
    "when_1": "Saturdays",
}


def test_a_helpline_is_entered_by_the_short_number_that_people_dial(coordinator: Client, own: OrganisationId) -> None:
    sent = filled(coordinator, f"{DESK}services/add/", **{**NEW, "phone": "116 123"}, venue=a_venue(own))
    assert coordinator.post(f"{DESK}services/add/", sent).status_code == 303
    assert services_found()[0].phone == "116123"


def test_a_new_service_says_all_that_was_entered_and_sending_it_twice_lists_one(
    coordinator: Client, own: OrganisationId
) -> None:
    venue_id = a_venue(own)
    sent = filled(coordinator, f"{DESK}services/add/", **NEW, venue=venue_id)
    for _ in range(2):
        answer = coordinator.post(f"{DESK}services/add/", sent)
        assert answer.status_code == 303, re.findall(r'<li><a href="#.*', answer.content.decode())
    (card,) = services_found()
    assert (card.name.text, card.cost_pence, card.cost_note.text) == ("Milk café", 250, "Free with Healthy Start")
    assert card.needs == (Need.IT_HURTS, Need.LATCHING)
    assert card.venue is not None
    assert (card.youngest_months, card.oldest_months, card.before_birth) == (0, 12, True)
    assert (card.phone, card.website) == ("+442079460000", "https://example.org/cafe")
    assert [(each.language, each.spoken_by, each.when.text) for each in card.spoken] == [("ro", "Ioana", "Saturdays")]
    assert card.how_to_refer.text == "Ask your midwife.\nOr come."
    assert card.is_confirmed
    page = coordinator.get("/en/find-support/").content.decode()
    assert "£2.50" in page and "Milk café" in page
    assert AuditEntry.objects.filter(action="directory.service_added").count() == 1
    facts = str(AuditEntry.objects.values_list("facts", flat=True))
    assert "Ioana" not in facts


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "Enter the name"),
        ({"summary": " "}, "Say in a sentence what it is"),
        ({"needs": []}, "Choose at least one thing it is for"),
        ({"ways": []}, "Choose at least one way"),
        ({"ways": ["phone"], "venue": "own"}, "Choose “In person” above, or no place"),
        ({"cost": ""}, "Say whether it is free"),
        ({"pounds": ""}, "Enter how much it costs, or say that you do not say"),
        ({"pounds": "two"}, "Enter an amount in pounds, like 2.50"),
        ({"youngest_months": "12", "oldest_months": "12"}, "Enter more months than the age from which"),
        ({"oldest_months": "0"}, "Enter a whole number of months"),
        ({"phone": "12"}, "Check the phone number: a digit is missing"),
        ({"email": "nobody"}, "Enter an e-mail address like name@example.org"),
        ({"website": "no address"}, "Enter a link that begins with https://"),
        ({"language_1": ""}, "Choose which language it is"),
        ({"language_2": "ro", "spoken_by_2": "Ioana"}, "This is said twice: empty one of the two"),
        ({"summary": "Bring your Aptamil."}, "The WHO Code does not allow this: “Aptamil” is a brand."),
        ({"website": "https://www.medela.com/help"}, "“medela.com” belongs to a maker"),
        ({"venue": "999999"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_is_said_beside_its_question_and_nothing_is_listed(
    coordinator: Client, own: OrganisationId, changes: dict[str, Any], words: str
) -> None:
    if changes.get("venue") == "own":
        changes = changes | {"venue": a_venue(own)}
    answer = coordinator.post(f"{DESK}services/add/", filled(coordinator, f"{DESK}services/add/", **(NEW | changes)))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Service.objects.count() == 0


def test_a_change_is_shown_at_once_and_counts_as_checked_only_where_somebody_says_so(
    coordinator: Client, own: OrganisationId, clock: Any
) -> None:
    service_id = a_service(own, cost_pence=0)
    clock.advance(days=200)
    address = f"{DESK}services/{service_id}/"
    sent = filled(coordinator, address, name="Renamed", cost="not_said")
    assert coordinator.post(address, sent).status_code == 303
    (card,) = services_found()
    assert (card.name.text, card.cost_pence, card.is_confirmed) == ("Renamed", None, False)
    assert "Cost not stated" in coordinator.get("/en/find-support/").content.decode()
    coordinator.post(address, filled(coordinator, address, is_checked="on"))
    (card,) = services_found("renamed")
    assert (card.is_confirmed, card.checked_on) == (True, time.today())
    assert list(AuditEntry.objects.filter(action="directory.service_changed").values_list("facts", flat=True)) == [
        {"fields": ["cost_pence", "name", "search_text"]},
        {"fields": ["checked_on", "review_due_on"]},
    ]


def test_saving_what_stands_already_changes_nothing(coordinator: Client, own: OrganisationId) -> None:
    coordinator.post(f"{DESK}services/add/", filled(coordinator, f"{DESK}services/add/", **NEW, venue=a_venue(own)))
    (card,) = services_found()
    before = AuditEntry.objects.filter(action="directory.service_changed").count()
    address = f"{DESK}services/{card.id}/"
    assert coordinator.post(address, filled(coordinator, address)).status_code == 303
    assert services_found() == [card]
    assert AuditEntry.objects.filter(action="directory.service_changed").count() == before


def test_words_in_another_language_stand_beside_the_english_and_go_when_it_changes(
    coordinator: Client, own: OrganisationId
) -> None:
    service_id = a_service(own, open_when={"en": "Mondays"})
    address = f"{DESK}services/{service_id}/in/ro/"
    assert "Sit down, have tea, ask anything." in coordinator.get(address).content.decode()
    coordinator.post(address, {"name": "Cafenea", "summary": "Stați jos.", "open_when": ""})
    (card,) = services_found("cafenea", lang="ro")
    assert (card.name.text, card.summary.text, card.open_when.text) == ("Cafenea", "Stați jos.", "Mondays")
    edit = f"{DESK}services/{service_id}/"
    assert "Missing: 1" in coordinator.get(edit).content.decode()
    coordinator.post(edit, filled(coordinator, edit, summary="Sit down.", still_right="on"))
    assert Service.objects.get().summary == {"en": "Sit down.", "ro": "Stați jos."}
    coordinator.post(edit, filled(coordinator, edit, summary="Stand up."))
    assert Service.objects.get().summary == {"en": "Stand up."}
    assert Service.objects.get().name["ro"] == "Cafenea"
    assert coordinator.post(address, {"name": "Aptamil café"}).status_code == 422
    for nothing in ("en", "xx"):
        assert coordinator.get(f"{DESK}services/{service_id}/in/{nothing}/").status_code == 404


def test_a_translation_that_is_not_said_to_fit_goes() -> None:
    assert texts_after({"en": "Tea", "ro": "Ceai"}, "Tea") == {"en": "Tea", "ro": "Ceai"}
    assert texts_after({"en": "Tea", "ro": "Ceai"}, "Coffee") == {"en": "Coffee"}
    assert texts_after({"en": "Teaa", "ro": "Ceai"}, "Tea", still_right=True) == {"en": "Tea", "ro": "Ceai"}
    assert texts_after({"en": "Tea", "ro": "Ceai"}, "", still_right=True) == {}


def test_a_service_is_taken_out_and_put_back(coordinator: Client, own: OrganisationId) -> None:
    service_id = a_service(own)
    for _ in range(2):
        assert coordinator.post(f"{DESK}services/{service_id}/withdraw/").status_code == 303
    assert services_found() == []
    assert "Taken out" in coordinator.get(DESK).content.decode()
    assert "Offer it again" in coordinator.get(f"{DESK}services/{service_id}/").content.decode()
    for _ in range(2):
        assert coordinator.post(f"{DESK}services/{service_id}/offer-again/").status_code == 303
    assert len(services_found()) == 1


def test_nobody_opens_or_changes_what_another_organisation_keeps(coordinator: Client, own: OrganisationId) -> None:
    other = an_organisation("Another")
    service_id, venue_id = a_service(other), a_venue(other)
    for path in (f"services/{service_id}/", f"services/{service_id}/in/ro/", f"venues/{venue_id}/", "services/0/"):
        assert coordinator.get(DESK + path).status_code == 404
    for path in ("withdraw", "offer-again"):
        assert coordinator.post(f"{DESK}services/{service_id}/{path}/").status_code == 404
    said = kept_service(editor(other), service_id).service
    with pytest.raises(NotFound):
        change_service(by=editor(own), service_id=service_id, service=said)
    with pytest.raises(Forbidden):
        change_service(by=ANONYMOUS, service_id=service_id, service=said)
    with pytest.raises(NotFound):
        change_venue(by=editor(own), venue_id=venue_id, venue=kept_venue(editor(other), venue_id).venue)


def test_a_check_never_goes_back_to_an_earlier_day(own: OrganisationId, clock: Any) -> None:
    service_id = a_service(own)
    before = kept_service(editor(own), service_id).service
    clock.advance(days=10)
    Service.objects.update(checked_on=time.today(), review_due_on=time.today() + timedelta(days=183))
    change_service(by=editor(own), service_id=service_id, service=before)
    assert Service.objects.get().checked_on == time.today()


def test_what_is_changed_here_takes_the_place_of_what_another_directory_said(coordinator: Client) -> None:
    costs = [{"id": uuid(71), "option": "Under 18s", "amount": 3.5}]
    (own,) = organisation_cards()
    review = proposed(a_record(1, cost_options=costs, fees="Bring a pound", accreditations="Gold")).review_id
    assert review
    accept_changes(by=BUILDER, review_id=review, editor=own)
    address = f"{DESK}services/{Service.objects.get().pk}/"
    assert "Information from <bdi>Parents’ Friends</bdi>" in coordinator.get("/en/find-support/").content.decode()
    assert "https://directory.example.org/feed" in coordinator.get(address).content.decode()
    coordinator.post(address, filled(coordinator, address, cost="free", cost_note=""))
    record = asked(Client(), f"services/{uuid(1)}")
    assert [(each["option"], each["amount"]) for each in record["cost_options"]] == [("Free", 0)]
    assert "fees" not in record
    assert record["accreditations"] == "Gold"


def test_a_listing_whose_words_the_who_code_forbids_is_refused_by_name() -> None:
    found = proposed(a_record(1, description="Free sample of Aptamil"), a_record(2))
    assert found.counts["new"] == 1
    (refused,) = found.refused
    assert refused.name == "service Feeding café 1"
    assert refused.reasons[0] == "the WHO Code does not allow it: brand 'Aptamil'"


VENUE = {
    "name": "Story Hall",
    "address": "2 Story Close, Bletchley",
    "postcode": "mk22aa",
    "lat": "52.0",
    "lon": "-0.73",
    "features": ["pram_access", "step_free"],
    "getting_there": "Bus 4.",
    "getting_there_ro": "Autobuzul 4.",
}


def test_a_venue_is_entered_once_and_changed(coordinator: Client, own: OrganisationId) -> None:
    sent = filled(coordinator, f"{DESK}venues/add/", **VENUE)
    for _ in range(2):
        assert coordinator.post(f"{DESK}venues/add/", sent).status_code == 303
    row = Venue.objects.get()
    assert (row.postcode, row.lat, row.lon) == ("MK2 2AA", 52.0, -0.73)
    assert (row.features, row.getting_there) == (["pram_access", "step_free"], {"en": "Bus 4.", "ro": "Autobuzul 4."})
    address = f"{DESK}venues/{row.pk}/"
    coordinator.post(address, filled(coordinator, address, getting_there_ro=""))
    row.refresh_from_db()
    assert (row.features, row.getting_there) == (["pram_access", "step_free"], {"en": "Bus 4."})
    coordinator.post(address, filled(coordinator, address))
    assert AuditEntry.objects.filter(action="directory.venue_changed").count() == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "Enter the name"),
        ({"address": ""}, "Enter the address"),
        ({"postcode": "MK2"}, "Enter a whole postcode, like MK6 4HR"),
        ({"postcode": "here"}, "Enter a whole postcode, like MK6 4HR"),
        ({"lat": None}, "We do not know exactly where this postcode is."),
        ({"lat": "north"}, "Enter a number, like 52.0407"),
        ({"lat": "-0.73", "lon": "52.0"}, "Have latitude and longitude changed places?"),
        ({"lat": "nan"}, "Enter a number, like 52.0407"),
        ({"name": "Netherfield Family Hub"}, "Your organisation has a venue of this name already."),
        ({"getting_there": "Behind the Aptamil sign"}, "“Aptamil” is a brand"),
    ],
)
def test_a_venue_that_cannot_be_says_why(
    coordinator: Client, own: OrganisationId, changes: dict[str, Any], words: str
) -> None:
    found_place(by=BUILDER)
    a_venue(own)
    answer = coordinator.post(f"{DESK}venues/add/", filled(coordinator, f"{DESK}venues/add/", **(VENUE | changes)))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Venue.objects.count() == 1


def test_who_keeps_listings_sees_that_changes_wait_and_for_whom(coordinator: Client) -> None:
    assert "waits for you" not in coordinator.get(DESK).content.decode()
    an_organisation("Parents’ Friends")
    proposed(a_record(1), a_record(2, organization=None))
    page = coordinator.get(DESK).content.decode()
    assert "1 change from another directory waits for you." in page
    assert re.search(r'href="/desk/directory/changes/"', page)


def test_every_form_has_a_key_of_its_own(coordinator: Client) -> None:
    keys = {UUID(str(filled(coordinator, f"{DESK}services/add/")["request_key"][0])) for _ in range(2)}
    assert len(keys) == 2

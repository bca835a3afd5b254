"""The page that waits for the proof, the page behind the link, and the worker's word."""

import pytest
from django.test import Client

from kith.groups.forms.booking import new_request_key
from kith.groups.models.bookings import Booking
from kith.groups.models.held import HeldBooking
from kith.groups.rules.places import BookingContact
from kith.groups.tests.world import an_order, book, held_row, hold
from kith.groups.views.booking import MOST_KEPT
from kith.kernel.ids import OrganisationId
from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.organisations.rules import Role
from kith.whats_on.tests.world import a_session, an_organisation
from testing.people import account_of, worker
from testing.rows import Session

pytestmark = pytest.mark.django_db
ELENA = BookingContact("Elena Popescu", email="elena@example.org")


@pytest.fixture
def row() -> HeldBooking:
    return held_row(hold(an_order(a_session(), contact=ELENA, language="en"), agrees=True))


def held(row: HeldBooking, lang: str = "en") -> str:
    return f"/{lang}/sessions/{row.session_id}/held/{row.token}/"


def confirm(row: HeldBooking, lang: str = "en") -> str:
    return f"/{lang}/sessions/{row.session_id}/confirm/{row.link}/"


def words(client: Client, address: str) -> str:
    answer = client.get(address)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    return answer.content.decode()


def at_desk(organisation_id: OrganisationId) -> Client:
    client = Client(headers={"sec-fetch-site": "same-origin"})
    client.force_login(account_of(worker(Role.COORDINATOR, at=organisation_id)))
    return client


def organisation_of(row: HeldBooking) -> OrganisationId:
    return OrganisationId(Session.objects.get(pk=row.session_id).series.organisation_id)


def test_a_machine_that_opens_the_mail_books_nothing_and_a_tap_does_once(client: Client, row: HeldBooking) -> None:
    shown = words(client, confirm(row))
    assert "Elena Popescu" in shown
    assert "Yes, they may" in shown
    assert not Booking.objects.exists()
    first, second = (client.post(confirm(row)) for _ in range(2))
    assert (first.status_code, first["Location"]) == (303, second["Location"])
    assert Booking.objects.count() == 1
    assert client.get(confirm(row))["Location"] == first["Location"]


def test_who_typed_it_learns_that_it_is_confirmed_and_not_where_the_booking_is(
    client: Client, row: HeldBooking
) -> None:
    client.post(confirm(row))
    shown = words(client, held(row))
    assert "It is confirmed" in shown
    assert Booking.objects.get().token not in shown
    assert ELENA.email not in shown


@pytest.mark.parametrize("address", [held, confirm])
def test_let_go_it_offers_to_book_again(client: Client, row: HeldBooking, address) -> None:
    answer = client.post(address(row), {"do": "let-go"})
    assert (answer.status_code, answer["Location"]) == (303, address(row))
    for page in (held(row), confirm(row)):
        shown = words(client, page)
        assert "Nothing is booked" in shown
        assert f"/en/sessions/{row.session_id}/book/" in shown
        assert ELENA.email not in shown


def test_where_all_places_are_gone_meanwhile_the_waiting_list_is_offered(client: Client) -> None:
    row = held_row(hold(an_order(a_session(capacity=1), contact=ELENA)))
    book(an_order(row.session_id))
    assert "Go on the waiting list" in words(client, confirm(row))
    refused = client.post(confirm(row))
    assert refused.status_code == 422
    assert 'href="#id_may_wait"' in refused.content.decode()
    answer = client.post(confirm(row), {"may_wait": "on"})
    assert "You are on the waiting list" in words(client, answer["Location"])


@pytest.mark.parametrize("lang", [each.code for each in INTERFACE_LANGUAGES])
def test_both_pages_stand_in_every_language(client: Client, row: HeldBooking, lang: str) -> None:
    for page in (held(row, lang), confirm(row, lang)):
        shown = words(client, page)
        assert f'lang="{lang}"' in shown
        assert ("One more step" in shown or "Is this right?" in shown) == (lang == "en")


def test_a_worker_sees_how_many_are_kept_and_confirms_by_what_the_person_says(row: HeldBooking) -> None:
    client = at_desk(organisation_of(row))
    register, page = (f"/desk/sessions/{row.session_id}/{part}" for part in ("", "confirm/"))
    shown = client.get(register).content.decode()
    assert "1 place is kept for a person who has not confirmed yet." in shown
    assert page in shown
    assert "Elena" not in shown + client.get(page).content.decode()
    wrong = client.post(page, {"contact": "07700 900999"})
    assert (wrong.status_code, "Nothing is kept" in wrong.content.decode()) == (422, True)
    assert client.post(page, {"contact": " Elena@Example.org "}).status_code == 303
    assert "Elena Popescu" in client.get(register).content.decode()


def test_another_organisations_held_places_are_not_there(row: HeldBooking) -> None:
    client = at_desk(an_organisation("Another"))
    page = f"/desk/sessions/{row.session_id}/confirm/"
    assert client.get(page).status_code == client.post(page, {"contact": ELENA.email}).status_code == 404
    assert not Booking.objects.exists()


def test_one_network_address_keeps_the_places_of_a_few_wishes_and_the_others_wait_too(client: Client) -> None:
    for number in range(MOST_KEPT + 1):
        wish(client, number)
    assert sorted(row.places_kept for row in HeldBooking.objects.all()) == [0] + [1] * MOST_KEPT
    wish(client, 99, REMOTE_ADDR="192.0.2.7")
    assert HeldBooking.objects.filter(places_kept=1).count() == MOST_KEPT + 1, "the control: from another address"


def wish(client: Client, number: int, **environ: str) -> None:
    """Ask for one place on a session of its own, so that no session is the reason that none is kept."""
    session_id = a_session()
    form = {"name": "Ana", "contact": f"ana{number}@example.org", "places": "1"}
    form["request_key"] = new_request_key(session_id)
    answer = client.post(f"/en/sessions/{session_id}/book/", form, **environ)
    assert answer.status_code == 303, answer.content.decode()

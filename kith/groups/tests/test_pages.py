import re
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test import Client
from icalendar import Calendar

from kith.families.queries.reach import may_organisation_open
from kith.groups.models.bookings import Booking
from kith.groups.tests.world import an_order, book, code_behind
from kith.organisations.actions.alliance import add_organisation
from kith.organisations.rules import OrganisationKind
from kith.platform import freshness
from kith.platform.freshness import Topic
from kith.whats_on.actions.planning import cancel_session
from kith.whats_on.rules.places import FEW_PLACES
from kith.whats_on.tests.world import (
    BUILDER,
    SATURDAY_MORNING,
    a_series,
    a_service,
    a_session,
    a_venue,
    an_organisation,
)

pytestmark = pytest.mark.django_db


def the_form(client: Client, session_id: int, lang: str = "ro") -> dict[str, str]:
    page = client.get(f"/{lang}/sessions/{session_id}/book/")
    key = re.search(r'name="request_key" value="([^"]+)"', page.content.decode())
    assert key, page.content.decode()
    return {"request_key": key[1], "name": "Elena Popescu", "contact": "07700 900123", "places": "2"}


def send(client: Client, session_id: int, form: dict[str, str], lang: str = "ro"):
    return client.post(f"/{lang}/sessions/{session_id}/book/", form)


def prove(client: Client, held):
    """Type the code that was sent into the page that waits for it."""
    return client.post(held["Location"], {"code": code_behind(held["Location"])})


@pytest.mark.parametrize("lang", ["en", "ro", "ar"])
def test_a_session_page_says_what_when_where_and_how_to_come(client: Client, lang: str) -> None:
    page = client.get(f"/{lang}/sessions/{a_session()}/").content.decode()
    assert "Netherfield Family Hub" in page
    assert f'href="/{lang}/sessions/' in page
    assert ('dir="rtl"' in page.split(">", 2)[1]) == (lang == "ar")
    if lang == "ro":
        assert "Pregătirea pentru hrănire" in page


def test_a_session_nobody_knows_is_not_found(client: Client) -> None:
    assert client.get("/en/sessions/99999/").status_code == 404
    assert client.get("/en/sessions/99999999999999999999999/book/").status_code == 404


def test_booking_two_places_with_an_interpreter_takes_a_form_and_a_redirect(client: Client) -> None:
    session_id = a_session()
    form = the_form(client, session_id) | {"interpreter": "yes", "interpreter_language": "ro"}
    held = send(client, session_id, form)
    assert (held.status_code, Booking.objects.count()) == (303, 0)
    assert "07700 900123" in client.get(held["Location"]).content.decode()
    answer = prove(client, held)
    assert answer.status_code == 303
    assert answer["Cache-Control"] == held["Cache-Control"] == "no-store"
    assert not client.cookies
    row = Booking.objects.get()
    assert (row.places, row.interpreter_language, row.language) == (2, "ro", "ro")
    page = client.get(urlsplit(answer["Location"]).path)
    assert page["X-Robots-Tag"] == "noindex"
    assert "07700 900123" in page.content.decode()


def test_the_form_sent_twice_books_once_and_leads_to_the_same_page(client: Client) -> None:
    session_id = a_session()
    form = the_form(client, session_id)
    first, second = send(client, session_id, form), send(client, session_id, form)
    assert first["Location"] == second["Location"]
    assert prove(client, first)["Location"] == prove(client, second)["Location"]
    assert Booking.objects.count() == 1


def test_a_form_of_another_session_is_not_taken(client: Client) -> None:
    form = the_form(client, a_session())
    answer = send(client, a_session(), form)
    assert answer.status_code == 200
    assert Booking.objects.count() == 0
    assert re.search(r'name="request_key" value="([^"]+)"', answer.content.decode())[1] != form["request_key"]


def test_errors_are_summed_up_and_lead_to_their_questions(client: Client) -> None:
    session_id = a_session()
    form = the_form(client, session_id, "en") | {"name": "", "contact": "no number", "interpreter": "yes"}
    page = send(client, session_id, form | {"interpreter_language": ""}, "en").content.decode()
    assert 'href="#id_name"' in page
    assert 'href="#id_contact"' in page
    assert 'href="#id_interpreter_language"' in page
    assert "Enter your name" in page


def test_a_full_session_offers_its_waiting_list(client: Client) -> None:
    session_id = a_session(capacity=2)
    form = the_form(client, session_id, "en")
    book(an_order(session_id))
    page = send(client, session_id, form, "en").content.decode()
    assert 'href="#id_may_wait"' in page
    answer = prove(client, send(client, session_id, form | {"may_wait": "on"}, "en"))
    assert "You are on the waiting list" in client.get(answer["Location"]).content.decode()


def test_consent_reaches_health_visiting_only_where_it_was_given(client: Client) -> None:
    health_visiting = add_organisation(by=BUILDER, name="Health visiting", kind=OrganisationKind.HEALTH_VISITING)
    session_id = a_session()
    for answer, contact in (("no", "07700 900123"), ("yes", "ana@example.org")):
        held = send(client, session_id, the_form(client, session_id) | {"consent": answer, "contact": contact})
        sent = prove(client, held)
        family_id = Booking.objects.get(token=sent["Location"].split("/")[-2]).family_id
        assert may_organisation_open(health_visiting, family_id) == (answer == "yes")


def test_cancelling_takes_one_tap_and_can_be_undone(client: Client) -> None:
    receipt = book(an_order(a_session()))
    address = f"/en/bookings/{receipt.token}/"
    assert "Cancel my booking" in client.get(address).content.decode()
    assert client.post(address, {"do": "cancel"}).status_code == 303
    assert "Your booking is cancelled" in client.get(address).content.decode()
    client.post(address, {"do": "book-again"})
    assert "Your place is booked" in client.get(address).content.decode()


def test_a_booking_nobody_knows_is_not_found(client: Client) -> None:
    assert client.get("/en/bookings/not-a-token/").status_code == 404
    assert client.post("/en/bookings/not-a-token/", {"do": "cancel"}).status_code == 404


def test_the_calendar_file_is_read_back_in_local_time(client: Client) -> None:
    session_id = a_session()
    receipt = book(an_order(session_id))
    file = Calendar.from_ical(client.get(f"/en/bookings/{receipt.token}/kith.ics").content)
    (event,) = file.walk("VEVENT")
    assert event.start == SATURDAY_MORNING
    assert event.start.tzinfo.key == "Europe/London"
    assert len(file.walk("VTIMEZONE")) == 1


def test_a_printed_code_leads_to_the_next_session_in_the_readers_language(client: Client) -> None:
    organisation_id = an_organisation()
    venue_id = a_venue(organisation_id)
    series_id = a_series(a_service(organisation_id, venue_id, code="cafe"), code="ready")
    session_id = a_session(series_id=series_id, venue_id=venue_id)
    for code in ("ready", "cafe"):
        answer = client.get(f"/go/{code}/", headers={"accept-language": "ro-RO,ro;q=0.9"})
        assert (answer.status_code, answer["Location"]) == (302, f"/ro/sessions/{session_id}/")
    assert not client.cookies


def test_a_printed_code_that_is_over_leads_to_what_it_was_for(client: Client) -> None:
    organisation_id = an_organisation()
    series_id = a_series(a_service(organisation_id, a_venue(organisation_id)), code="ready")
    cancel_session(by=BUILDER, session_id=a_session(series_id=series_id))
    assert client.get("/go/ready/", headers={"accept-language": "ar"})["Location"] == "/ar/find-support/?need=it_hurts"
    assert client.get("/go/nobody-knows/")["Location"] == "/en/find-support/"
    shahmukhi = client.get("/go/nobody-knows/", headers={"accept-language": "pa-PK,pa;q=0.9"})
    assert shahmukhi["Location"] == "/ur/find-support/"


def test_a_booking_and_its_proof_take_few_statements(client: Client, django_assert_max_num_queries) -> None:
    session_id = a_session()
    form = the_form(client, session_id) | {"baby_on_day": "1", "baby_on_month": "2", "baby_on_year": "2026"}
    with django_assert_max_num_queries(6):
        held = send(client, session_id, form | {"consent": "yes"})
    code = {"code": code_behind(held["Location"])}
    with django_assert_max_num_queries(8):
        assert client.post(held["Location"], code).status_code == 303


def test_two_readers_of_the_form_never_get_the_same_key(client: Client) -> None:
    session_id = a_session()
    assert the_form(client, session_id)["request_key"] != the_form(client, session_id)["request_key"]


def test_a_page_that_lies_ready_never_shows_a_place_that_is_gone(client: Client) -> None:
    session_id = a_session(capacity=FEW_PLACES + 2)
    address = f"/en/sessions/{session_id}/"
    assert f"{FEW_PLACES}+ places left" in client.get(address).content.decode()
    for left in (f"{FEW_PLACES}+", *(f"{number}" for number in range(FEW_PLACES - 2, 0, -2))):
        book(an_order(session_id, places=2))
        assert f"{left} places left" in client.get(address).content.decode()
    book(an_order(session_id, places=2))
    assert "Full: waiting list" in client.get(address).content.decode()
    assert "waiting list" in client.get(address + "book/").content.decode()


def test_a_booking_that_changes_nothing_the_public_sees_leaves_the_pages_ready(
    client: Client, django_capture_on_commit_callbacks
) -> None:
    session_id = a_session(capacity=FEW_PLACES + 3)
    connection.run_on_commit.clear()  # as if the session's planning had committed
    stamp = freshness.stamp(Topic.LISTINGS)
    with django_capture_on_commit_callbacks(execute=True):
        book(an_order(session_id, places=2))
    assert freshness.stamp(Topic.LISTINGS) == stamp
    with django_capture_on_commit_callbacks(execute=True):
        book(an_order(session_id, places=2))
    assert freshness.stamp(Topic.LISTINGS) != stamp


NASTY = [
    "",
    "\x00",
    "\U0001f476\U0001f3fd" * 60,
    "\u202eevil\u2066",
    "<script>alert(1)</script>",
    "'; DROP TABLE",
    "a" * 1_000_000,
    "Ștefan \u200fأم",
]


@pytest.mark.parametrize("nasty", NASTY, ids=lambda text: repr(text[:12]))
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_nothing_typed_into_the_form_breaks_it(client: Client, lang: str, nasty: str) -> None:
    session_id = a_session()
    good = the_form(client, session_id, lang)
    for name in [*good, "interpreter", "interpreter_language", "baby_on_day", "access_needs", "consent", "may_wait"]:
        answer = send(client, session_id, good | {name: nasty}, lang)
        assert answer.status_code in (200, 303)
        assert "<script>alert" not in answer.content.decode()
    assert client.get(f"/{lang}/find-support/", {"near": nasty, "words": nasty, "need": nasty}).status_code == 200
    assert client.get(f"/go/{nasty[:50]}/").status_code in (302, 404)
    assert client.get(f"/{lang}/bookings/{nasty[:50]}/").status_code == 404


@pytest.mark.parametrize(
    "typed", [("31", "2", "2026"), ("1", "1", "0001"), ("1", "1", "9999"), ("99999999999", "x", "²")]
)
def test_an_impossible_date_is_worded_beside_its_question(client: Client, typed: tuple[str, str, str]) -> None:
    session_id = a_session()
    form = the_form(client, session_id, "en") | dict(
        zip(("baby_on_day", "baby_on_month", "baby_on_year"), typed, strict=True)
    )
    page = send(client, session_id, form, "en")
    assert page.status_code == 200
    assert 'href="#id_baby_on_day"' in page.content.decode()

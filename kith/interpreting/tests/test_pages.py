"""The pages, through a browser without JavaScript."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from kith.interpreting.actions.arranging import offer_interpreter
from kith.interpreting.actions.happening import interpreter_done, wish_next_time
from kith.interpreting.actions.listing import set_interpreter_line
from kith.interpreting.models.bookings import InterpreterBooking
from kith.interpreting.models.interpreters import Interpreter
from kith.interpreting.rules.codes import State, Wish
from kith.interpreting.tests.world import KITH, Place, an_interpreter
from kith.kernel import clock
from kith.organisations.rules import Role
from kith.platform.access.viewer import Viewer
from kith.platform.sign_in import sending
from testing.people import account_of, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Place:
    return Place()


@pytest.fixture
def at_desk(monkeypatch: pytest.MonkeyPatch) -> Callable[[Viewer], Client]:
    """A worker in their browser, their second factor shown."""
    monkeypatch.setattr("kith.platform.second_factor.is_shown", lambda _request: True)

    def browser(viewer: Viewer) -> Client:
        account = account_of(viewer)
        session = SessionStore()
        session[SESSION_KEY] = str(account.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = account.get_session_auth_hash()
        session.create()
        client = Client(headers={"sec-fetch-site": "same-origin"})
        client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
        return client

    return browser


def asked(page: str, **changes: str) -> dict[str, str]:
    """The form as it stands on the page, filled in."""
    key = re.search(r'name="request_key" value="([^"]+)"', page)
    assert key
    day = clock.today() + timedelta(days=3)
    return {
        "request_key": key[1],
        "what": "visit",
        "language": "ro",
        "dialect": "",
        "gender": "woman",
        "mode": "face_to_face",
        "on_day": str(day.day),
        "on_month": str(day.month),
        "on_year": str(day.year),
        "at": "2.30pm",
        "minutes": "30",
        "is_doubled": "on",
        "place": "Kestrel Family Hub",
    } | changes


def test_a_worker_books_in_two_steps_and_sees_who_came_last_time_first(place: Place, at_desk) -> None:
    other, known = an_interpreter(name="Aaa First"), an_interpreter(name="Zoe Last")
    before = place.confirmed(known, hours=1)
    with clock.use(clock.FixedClock(clock.now() + timedelta(hours=1, minutes=5))):
        interpreter_done(by=place.worker, booking_id=before)
        wish_next_time(by=place.worker, booking_id=before, wish=Wish.SAME)
    browser = at_desk(place.worker)
    address = f"/desk/families/{place.family_id}/interpreter/"
    form = asked(browser.get(address).content.decode())
    answer = browser.post(address, form)
    assert answer.status_code == 303
    assert browser.post(address, form)["Location"] == answer["Location"], "sent twice it is one booking"
    page = browser.get(answer["Location"]).content.decode()
    assert "60 minutes" in page
    assert "twice as long" in page
    assert page.index("Zoe Last") < page.index("Aaa First")
    assert "Same interpreter again" in page
    assert browser.post(answer["Location"], {"do": "offer", "interpreter": str(other)}).status_code == 303
    assert "Waiting for an answer" in browser.get(answer["Location"]).content.decode()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"at": "half past"}, "Enter a time like 14:30 or 2.30pm"),
        ({"at": "25:00"}, "Enter a time like 14:30 or 2.30pm"),
        ({"language": ""}, "Choose a language"),
        ({"place": ""}, "Enter where the interpreter should come"),
        ({"language": "bfi", "mode": "phone"}, "A sign language needs eyes"),
        ({"on_year": "2020"}, "Choose a day and a time that lie ahead"),
    ],
)
def test_a_slip_is_named_beside_its_question(place: Place, at_desk, change: dict[str, str], words: str) -> None:
    browser = at_desk(place.worker)
    address = f"/desk/families/{place.family_id}/interpreter/"
    answer = browser.post(address, asked(browser.get(address).content.decode(), **change))
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_a_worker_of_another_organisation_finds_nothing(place: Place, at_desk) -> None:
    booking_id = place.request()
    stranger = at_desk(worker())
    assert stranger.get(f"/desk/interpreting/{booking_id}/").status_code == 404
    assert stranger.post(f"/desk/interpreting/{booking_id}/", {"do": "cancel"}).status_code == 404
    assert stranger.get(f"/desk/families/{place.family_id}/interpreter/").status_code == 404


def test_a_coordinator_sees_a_first_name_and_no_record(place: Place, at_desk) -> None:
    family_id = place.a_family(name="Ileana Surname")
    booking_id = place.request(family_id=family_id)
    browser = at_desk(place.coordinator)
    for address in ("/desk/interpreting/", f"/desk/interpreting/{booking_id}/"):
        page = browser.get(address).content.decode()
        assert "Ileana" in page
        assert "Surname" not in page
        assert f"/desk/families/{family_id}/" not in page


def test_on_the_day_everything_is_one_tap(place: Place, at_desk) -> None:
    booking_id = place.confirmed(an_interpreter(), hours=0.5)
    browser, address = at_desk(place.worker), f"/desk/interpreting/{booking_id}/"
    for typed in ({"do": "late", "minutes": "10"}, {"do": "arrive"}):
        assert browser.post(address, typed).status_code == 303
    too_early = browser.post(address, {"do": "done"})
    assert too_early.status_code == 422
    assert "too early" in too_early.content.decode()
    with clock.use(clock.FixedClock(clock.now() + timedelta(hours=2))):
        assert browser.post(address, {"do": "done", "minutes": "75"}).status_code == 303
        assert browser.post(address, {"do": "wish", "wish": "same"}).status_code == 303
    row = InterpreterBooking.objects.get(pk=booking_id)
    assert (row.state, row.paid_minutes, row.time_pence, row.travel_pence) == ("done", 75, 3750, 800)


@pytest.mark.parametrize("typed", [{"do": "late", "minutes": "x"}, {"do": "fail"}, {"do": "offer", "interpreter": "٣"}])
def test_a_act_that_cannot_be_says_why(place: Place, at_desk, typed: dict[str, str]) -> None:
    booking_id = place.confirmed(an_interpreter(), hours=0.5)
    answer = at_desk(place.worker).post(f"/desk/interpreting/{booking_id}/", typed)
    assert answer.status_code == 422
    assert "There is a problem" in answer.content.decode()


def test_the_telephone_line_is_shown_from_the_day_before_and_at_once_on_failure(place: Place, at_desk, clock) -> None:
    set_interpreter_line(by=KITH, organisation_id=place.organisation_id, phone="0333 000 0000", access_code="4711")
    browser = at_desk(place.worker)
    booking_id = place.confirmed(an_interpreter(), hours=49)
    address = f"/desk/interpreting/{booking_id}/"
    assert "4711" not in browser.get(address).content.decode()
    clock.advance(hours=25)
    assert "4711" in browser.get(address).content.decode()
    clock.advance(hours=24)
    browser.post(address, {"do": "fail", "why": "no_show"})
    assert "4711" in browser.get(address).content.decode()


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> list[sending.Letter]:
    """What was sent to interpreters."""
    sent: list[sending.Letter] = []
    monkeypatch.setattr(sending, "_senders", [sent.append])
    return sent


def open_own_page(client: Client, interpreter_id: int, letters: list[sending.Letter]) -> str:
    link = Interpreter.objects.get(pk=interpreter_id).link
    door = f"/en/interpreter/{link}/"
    assert client.get(door).status_code == 200
    assert client.post(door, {"do": "send"}).status_code == 200
    code = letters[-1].code
    wrong = client.post(door, {"do": "open", "code": "000000" if code != "000000" else "111111"})
    assert wrong.status_code == 422
    opened = client.post(door, {"do": "open", "code": f" {code[:3]} {code[3:]} "})
    assert opened.status_code == 303
    return str(opened["Location"])


def test_an_interpreter_opens_her_page_by_a_code_and_answers(place: Place, client: Client, letters) -> None:
    interpreter_id = an_interpreter()
    family_id = place.a_family(name="Ileana Surname")
    booking_id = place.request(family_id=family_id)
    offer_interpreter(by=place.worker, booking_id=booking_id, interpreter_id=interpreter_id)
    address = open_own_page(client, interpreter_id, letters)
    page = client.get(address).content.decode()
    assert "Can you come?" in page
    assert "Ileana" in page
    assert "Surname" not in page
    assert place.worker.name in page
    assert client.post(address, {"do": "accept", "booking": str(booking_id)}).status_code == 303
    assert InterpreterBooking.objects.get(pk=booking_id).state == State.CONFIRMED
    assert not client.cookies
    assert client.post(address, {"do": "close"}).status_code == 200
    assert client.get(address).status_code == 404


def test_an_opened_page_shows_nobody_elses_bookings_and_closes_by_itself(
    place: Place, client: Client, letters, clock
) -> None:
    mine, hers = an_interpreter(), an_interpreter()
    booking_id = place.request()
    offer_interpreter(by=place.worker, booking_id=booking_id, interpreter_id=hers)
    address = open_own_page(client, mine, letters)
    assert "Can you come?" not in client.get(address).content.decode()
    assert client.post(address, {"do": "accept", "booking": str(booking_id)}).status_code == 404
    clock.advance(hours=8)
    assert client.get(address).status_code == 404


def test_a_code_spends_itself_after_five_wrong_tries(client: Client, letters) -> None:
    link = Interpreter.objects.get(pk=an_interpreter()).link
    door = f"/en/interpreter/{link}/"
    client.post(door, {"do": "send"})
    code = letters[-1].code
    for _ in range(5):
        client.post(door, {"do": "open", "code": "1" if code != "1" else "2"})
    assert "Too many wrong codes" in client.post(door, {"do": "open", "code": code}).content.decode()
    for _ in range(2):
        assert client.post(door, {"do": "send"}).status_code == 200
    assert "Wait ten minutes" in client.post(door, {"do": "send"}).content.decode()


@pytest.mark.parametrize("language", ["en", "ro", "ar"])
def test_a_family_sees_who_comes_and_says_what_it_wishes(place: Place, client: Client, language: str, clock) -> None:
    booking_id = place.confirmed(an_interpreter(name="Ana Ionescu"), hours=0.5)
    token = InterpreterBooking.objects.get(pk=booking_id).token
    address = f"/{language}/interpreter-booked/{token}/"
    page = client.get(address).content.decode()
    assert "Ana Ionescu" in page
    assert client.post(address, {"wish": "other"}).status_code == 422
    clock.advance(hours=1)
    interpreter_done(by=place.worker, booking_id=booking_id)
    assert client.post(address, {"wish": "other"}).status_code == 303
    assert InterpreterBooking.objects.get(pk=booking_id).family_wish == Wish.OTHER
    assert not client.cookies


def test_a_coordinator_keeps_the_list_and_the_costs(place: Place, at_desk) -> None:
    browser = at_desk(place.coordinator)
    form = {
        "name": "Fatima Noor",
        "agency": "",
        "gender": "woman",
        "modes": ["phone", "video"],
        "email": "",
        "phone": "07700 900321",
        "reads": "ar",
        "pounds_per_hour": "32.50",
        "travel_pounds": "",
        "language_1": "ar",
        "dialect_1": "Moroccan",
    }
    assert browser.post("/desk/interpreters/new/", form).status_code == 303
    again = browser.post("/desk/interpreters/new/", form)
    assert "on the list already" in again.content.decode()
    row = Interpreter.objects.get(name="Fatima Noor")
    assert (row.phone, row.pence_per_hour) == ("+447700900321", 3250)
    assert "Moroccan" in browser.get("/desk/interpreters/").content.decode()
    assert 'value="32.5' in browser.get(f"/desk/interpreters/{row.pk}/").content.decode()
    assert browser.post(f"/desk/interpreters/{row.pk}/", {"do": "end", "sure": "yes"}).status_code == 303
    assert "No longer on the list" in browser.get("/desk/interpreters/").content.decode()
    assert browser.post("/desk/interpreters/line/", {"phone": "0333 1", "access_code": "1"}).status_code == 303
    assert browser.get("/desk/interpreting/costs/?month=nonsense").status_code == 200


def test_the_costs_of_a_month_by_organisation(place: Place, at_desk, clock) -> None:
    booking_id = place.confirmed(an_interpreter(name="Ana Ionescu"), hours=0.5)
    clock.advance(hours=1)
    interpreter_done(by=place.worker, booking_id=booking_id)
    page = at_desk(place.coordinator).get("/desk/interpreting/costs/").content.decode()
    assert "£38.00" in page
    assert "Ana Ionescu" in page
    other = at_desk(worker(Role.COORDINATOR)).get("/desk/interpreting/costs/").content.decode()
    assert "£38.00" in other
    assert "Ana Ionescu" not in other

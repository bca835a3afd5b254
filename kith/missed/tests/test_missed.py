"""A family that could not come is asked once, by day; one tap says why, and another takes what fits better."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kith.groups.events import CameToSession
from kith.groups.queries.bookings import booking_page
from kith.groups.queries.missed import sessions_of_family
from kith.groups.tests.world import an_order, book
from kith.kernel import clock as the_clock
from kith.kernel.clock import FixedClock
from kith.missed.actions import asking
from kith.missed.actions.answering import say_why
from kith.missed.actions.asking import ask_families, fall_silent, forget_missed, note_missed
from kith.missed.models import MissedDate
from kith.missed.queries.barriers import barriers
from kith.missed.rules.asking import Reason
from kith.missed.tests.world import a_past_session, asked, bereaved, event_of, missed_booking, noted_as_missed
from kith.organisations.rules import Role
from kith.platform.audit.models import AuditEntry
from kith.whats_on.actions.planning import cancel_session
from kith.whats_on.rules.codes import Joining
from kith.whats_on.tests.world import BUILDER, a_series, a_service, a_session, a_venue, an_organisation
from testing.clock import TestClock
from testing.people import account_of, worker

pytestmark = pytest.mark.django_db


def letters() -> int:
    return AuditEntry.objects.filter(action="messages.message_queued", facts__kind="session_missed").count()


def test_she_is_asked_once_and_not_at_night(clock: TestClock) -> None:
    clock.set(clock.now().replace(hour=22))
    row = missed_booking()
    for _ in range(2):
        note_missed(event_of(row))
    assert (ask_families(by=BUILDER), letters()) == (0, 0)
    clock.advance(hours=10, minutes=15)
    assert [ask_families(by=BUILDER) for _ in range(2)] == [1, 0]
    assert letters() == 1
    assert MissedDate.objects.get().language == "ro"


def test_she_is_not_asked_about_the_same_group_twice_a_month(clock: TestClock) -> None:
    own = an_organisation()
    series_id = a_series(a_service(own, a_venue(own)))
    first = missed_booking(series_id=series_id)
    asked(first)
    clock.advance(days=7)
    note_missed(event_of(missed_booking(series_id=series_id, family_id=first.family_id)))
    assert MissedDate.objects.count() == 1
    clock.advance(days=24)
    asked(missed_booking(series_id=series_id, family_id=first.family_id))
    assert (MissedDate.objects.count(), letters()) == (2, 2)


def test_a_bereaved_family_is_asked_nothing_and_its_link_opens_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = missed_booking()
    token = asked(told).token
    waiting = missed_booking()
    note_missed(event_of(waiting))
    for row in (waiting, told):
        fall_silent(bereaved(row))
    assert ask_families(by=BUILDER) == 0
    address = f"/ro/missed/{token}/"
    assert 'name="reason"' not in client.get(address).content.decode()
    assert client.post(address, {"reason": "time"}).status_code == 422
    monkeypatch.setattr(asking, "is_bereaved", lambda _family: True)
    note_missed(event_of(missed_booking()))
    assert (MissedDate.objects.filter(closed_at=None).count(), letters()) == (0, 1)


def test_who_came_after_all_is_asked_nothing() -> None:
    event = event_of(missed_booking())
    note_missed(event)
    forget_missed(CameToSession(event.booking_id, event.family_id, event.session_id))
    assert ask_families(by=BUILDER) == 0


def test_one_tap_says_why_another_books_what_fits_better_and_both_can_be_done_twice(client: Client) -> None:
    row = asked(missed_booking())
    address = f"/en/missed/{row.token}/"
    a_session()
    online = a_session(starts_at=the_clock.now() + timedelta(days=6, hours=8), online=True)
    page = client.get(address)
    assert (page["Cache-Control"], 'value="transport"' in page.content.decode()) == ("no-store", True)
    for _ in range(2):
        assert client.post(address, {"reason": "transport"}).status_code == 303
    assert "Getting there was too hard" in client.get(address).content.decode()
    taken = [client.post(address, {"do": "take", "session": str(online)})["Location"] for _ in range(2)]
    assert taken[0] == taken[1]
    booking = booking_page(BUILDER, taken[0].split("/")[-2], lang="en")
    assert booking
    assert booking.session.id == online
    row.refresh_from_db()
    assert (row.reason, row.taken_session_id) == (Reason.TRANSPORT, online)
    assert sessions_of_family(BUILDER, row.family_id) >= {online}
    assert "We look forward to seeing you" in client.get(address).content.decode()


def test_language_books_an_interpreter_with_the_place_and_to_a_cafe_one_just_comes(client: Client) -> None:
    row = asked(missed_booking())
    with_one, cafe = a_session(), a_session(joining=Joining.WALK_IN)
    address = f"/ro/missed/{row.token}/"
    client.post(address, {"reason": "language"})
    taken = client.post(address, {"do": "take", "session": str(with_one)})["Location"]
    booking = booking_page(BUILDER, taken.split("/")[-2], lang="en")
    assert booking
    assert (booking.needs.interpreter_need, booking.needs.interpreter_language) == ("yes", "ro")
    assert client.post(address, {"do": "take", "session": str(cafe)})["Location"] == address


def test_an_unwell_baby_brings_signs_and_numbers_before_any_date(client: Client) -> None:
    row = asked(missed_booking())
    a_session()
    address = f"/en/missed/{row.token}/"
    client.post(address, {"reason": "baby_unwell"})
    page = client.get(address).content.decode()
    assert page.index("look at these signs") < page.index("When your baby is well again")


@pytest.mark.parametrize("sent", [{}, {"reason": "lazy"}, {"do": "take"}, {"do": "take", "session": "\x00"}])
def test_what_was_not_asked_is_not_found(client: Client, sent: dict[str, str]) -> None:
    assert client.post(f"/en/missed/{asked(missed_booking()).token}/", sent).status_code == 404


def test_a_date_that_is_called_off_by_now_is_refused_and_nothing_is_booked(client: Client) -> None:
    row = asked(missed_booking())
    gone = a_session()
    cancel_session(by=BUILDER, session_id=gone)
    answer = client.post(f"/en/missed/{row.token}/", {"do": "take", "session": str(gone)})
    assert (answer.status_code, gone in sessions_of_family(BUILDER, row.family_id)) == (422, False)


def test_reasons_are_counted_for_the_alliance_and_small_numbers_stay_hidden(client: Client) -> None:
    with the_clock.use(FixedClock(the_clock.now() - timedelta(days=1))):
        session_id = a_past_session(capacity=14)
        booked = [book(an_order(session_id)) for _ in range(12)]
    for number, receipt in enumerate(booked):
        row = asked(noted_as_missed(session_id, receipt.booking_id))
        say_why(by=BUILDER, token=row.token, reason=Reason.TIME if number < 9 else Reason.TRANSPORT)
    today = the_clock.today()
    found = barriers(BUILDER, today, today, lang="en")
    assert (found.answered, found.in_all.reasons) == ((12, 12), (Reason.TIME, Reason.TRANSPORT))
    ((group, counts),) = found.by_series.rows
    assert (group, counts[1]) == ("Getting ready to feed", None)
    for role, status in ((Role.ALLIANCE_CHAIR, 200), (Role.COORDINATOR, 200), (Role.MIDWIFE, 403)):
        client.force_login(account_of(worker(role)))
        assert client.get(reverse("barriers")).status_code == status

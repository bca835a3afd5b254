"""A family that could not come is asked once, by day; one tap says why, and another takes what fits better."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kith.groups.events import CameToSession
from kith.groups.models import Booking, Series, Session
from kith.groups.rules.codes import Joining
from kith.groups.tests.world import a_session
from kith.kernel import clock
from kith.messages.models import Message
from kith.missed.actions import asking
from kith.missed.actions.asking import ask_families, fall_silent, forget_missed, note_missed
from kith.missed.models import MissedDate
from kith.missed.queries.barriers import barriers
from kith.missed.rules.asking import Reason
from kith.missed.tests.world import asked, bereaved, event_of, missed_booking
from kith.organisations.rules import Role
from kith.platform.access.viewer import system_actor
from testing.clock import TestClock
from testing.people import account_of, worker

pytestmark = pytest.mark.django_db
BY = system_actor("tests")


def letters() -> list[Message]:
    return list(Message.objects.filter(kind="session_missed"))


def test_she_is_asked_once_and_not_at_night(clock: TestClock) -> None:
    row = missed_booking()
    clock.set(clock.now().replace(hour=22))
    for _ in range(2):
        note_missed(event_of(row))
    assert (ask_families(by=BY), letters()) == (0, [])
    clock.advance(hours=10, minutes=15)
    assert [ask_families(by=BY) for _ in range(2)] == [1, 0]
    (letter,) = letters()
    assert (letter.language, letter.family_id) == ("ro", row.family_id)
    assert f"/ro/missed/{MissedDate.objects.get().token}/" in str(letter.facts["link"])


def test_she_is_not_asked_about_the_same_group_twice_a_month(clock: TestClock) -> None:
    first, second = missed_booking(), missed_booking()
    asked(first)
    Booking.objects.filter(pk=second.pk).update(family_id=first.family_id)
    Session.objects.filter(pk=second.session_id).update(series=Series.objects.get(pk=first.session.series_id))
    second.refresh_from_db()
    note_missed(event_of(second))
    assert MissedDate.objects.count() == 1
    clock.advance(days=31)
    Session.objects.filter(pk=second.session_id).update(
        starts_at=clock.now() - timedelta(hours=3), ends_at=clock.now() - timedelta(hours=1)
    )
    note_missed(event_of(second))
    assert MissedDate.objects.count() == 2


def test_a_bereaved_family_is_asked_nothing_and_its_link_opens_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting, told = missed_booking(), asked(missed_booking())
    note_missed(event_of(waiting))
    fall_silent(bereaved(waiting))
    fall_silent(bereaved(told.booking))
    assert ask_families(by=BY) == 0
    address = f"/ro/missed/{told.token}/"
    assert "We missed you" not in client.get(address).content.decode()
    assert client.post(address, {"reason": "time"}).status_code == 422
    monkeypatch.setattr(asking, "is_bereaved", lambda _family: True)
    note_missed(event_of(missed_booking()))
    assert (MissedDate.objects.filter(closed_at=None).count(), letters()) == (0, [])


def test_who_came_after_all_is_asked_nothing() -> None:
    row = missed_booking()
    note_missed(event_of(row))
    event = event_of(row)
    forget_missed(CameToSession(event.booking_id, event.family_id, event.session_id))
    assert ask_families(by=BY) == 0


def test_one_tap_says_why_another_books_what_fits_better_and_both_can_be_done_twice(client: Client) -> None:
    row = asked(missed_booking())
    address = f"/en/missed/{row.token}/"
    saturday = a_session()
    evening = a_session(starts_at=clock.now() + timedelta(days=6, hours=8), online=True)
    page = client.get(address)
    assert (page["Cache-Control"], 'value="transport"' in page.content.decode()) == ("no-store", True)
    for _ in range(2):
        assert client.post(address, {"reason": "transport"}).status_code == 303
    offered = client.get(address).content.decode()
    assert "Getting there was too hard" in offered
    taken = [client.post(address, {"do": "take", "session": str(evening)}) for _ in range(2)]
    (booking,) = Booking.objects.filter(session_id=evening)
    assert [each["Location"] for each in taken] == [f"/en/bookings/{booking.token}/"] * 2
    row.refresh_from_db()
    assert (row.reason, row.taken_session_id, row.taken_booking) == (Reason.TRANSPORT, evening, booking.pk)
    assert booking.family_id == row.family_id
    assert "We look forward to seeing you" in client.get(address).content.decode()
    assert not Booking.objects.filter(session_id=saturday).exists()


def test_language_books_an_interpreter_with_the_place_and_a_cafe_is_just_come_to(client: Client) -> None:
    row = asked(missed_booking())
    with_one, cafe = a_session(), a_session(joining=Joining.WALK_IN)
    address = f"/ro/missed/{row.token}/"
    client.post(address, {"reason": "language"})
    client.post(address, {"do": "take", "session": str(with_one)})
    booking = Booking.objects.get(session_id=with_one)
    assert (booking.interpreter_need, booking.interpreter_language) == ("yes", "ro")
    assert client.post(address, {"do": "take", "session": str(cafe)})["Location"] == address


def test_an_unwell_baby_brings_signs_and_numbers_before_any_date(client: Client) -> None:
    row = asked(missed_booking())
    a_session()
    address = f"/en/missed/{row.token}/"
    client.post(address, {"reason": "baby_unwell"})
    page = client.get(address).content.decode()
    assert page.index("kith-danger") < page.index("When your baby is well again")


@pytest.mark.parametrize("sent", [{}, {"reason": "lazy"}, {"do": "take"}, {"do": "take", "session": "\x00"}])
def test_what_was_not_asked_is_not_found(client: Client, sent: dict[str, str]) -> None:
    assert client.post(f"/en/missed/{asked(missed_booking()).token}/", sent).status_code == 404


def test_a_date_that_is_full_by_now_is_refused_and_nothing_is_booked(client: Client) -> None:
    row = asked(missed_booking())
    full = a_session(capacity=1)
    Session.objects.filter(pk=full).update(cancelled_at=clock.now())
    answer = client.post(f"/en/missed/{row.token}/", {"do": "take", "session": str(full)})
    assert (answer.status_code, Booking.objects.filter(session_id=full).count()) == (422, 0)


def test_reasons_are_counted_for_the_alliance_and_small_numbers_stay_hidden(client: Client) -> None:
    row = missed_booking()
    for number in range(12):
        booking = Booking.objects.get(pk=row.pk)
        if number:
            booking.pk, booking.token, booking.request_key = None, f"token-{number}", f"again-{number}"
            booking.state = "cancelled"
            booking._state.adding = True
            booking.save()
        each = asked(booking)
        each.reason, each.answered_at = Reason.TIME if number < 9 else Reason.TRANSPORT, clock.now()
        each.save()
    today = clock.today()
    found = barriers(BY, today, today, lang="en")
    assert (found.answered, found.in_all.reasons) == ((12, 12), (Reason.TIME, Reason.TRANSPORT))
    (group, counts) = found.by_series.rows[0]
    assert group == "Getting ready to feed"
    assert counts[1] is None
    for role, status in ((Role.ALLIANCE_CHAIR, 200), (Role.COORDINATOR, 200), (Role.MIDWIFE, 403)):
        client.force_login(account_of(worker(role)))
        assert client.get(reverse("barriers")).status_code == status

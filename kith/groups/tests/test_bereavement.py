"""A bereaved family keeps no place, waits for none, and hears nothing of it."""

from datetime import timedelta
from typing import Any

import pytest

from kith.families.events import FamilyBereaved
from kith.groups.actions.cancelling import give_up_for_bereavement
from kith.groups.models.bookings import Booking
from kith.groups.rules.codes import BookingState
from kith.groups.tests.world import an_order, book
from kith.kernel import clock
from kith.kernel.ids import BereavementId, FamilyId, MembershipId
from kith.platform.audit.models import AuditEntry
from kith.whats_on.tests.world import a_session
from testing.rows import Session

pytestmark = pytest.mark.django_db


def bereaved(family_id: Any) -> FamilyBereaved:
    return FamilyBereaved(FamilyId(family_id), BereavementId(1), MembershipId(1), clock.today())


def kinds_told() -> list[str]:
    queued = AuditEntry.objects.filter(action="messages.message_queued").order_by("pk")
    return [facts["kind"] for facts in queued.values_list("facts", flat=True)]


def test_places_and_turns_are_given_up_silently_and_the_next_moves_up(run_jobs: Any) -> None:
    session_id = a_session(capacity=1)
    first, second = book(an_order(session_id)), book(an_order(session_id, may_wait=True))
    run_jobs()
    told = len(kinds_told())
    event = bereaved(Booking.objects.get(pk=first.booking_id).family_id)
    give_up_for_bereavement(event)
    give_up_for_bereavement(event)
    run_jobs()
    assert Booking.objects.get(pk=first.booking_id).state == BookingState.CANCELLED
    assert Booking.objects.get(pk=second.booking_id).state == BookingState.OFFERED
    assert Session.objects.get(pk=session_id).places_taken == 1
    assert kinds_told()[told:] == ["place_offered"]


def test_a_turn_on_the_waiting_list_is_given_up_too() -> None:
    session_id = a_session(capacity=1)
    book(an_order(session_id))
    waiting = book(an_order(session_id, may_wait=True))
    give_up_for_bereavement(bereaved(Booking.objects.get(pk=waiting.booking_id).family_id))
    assert Booking.objects.get(pk=waiting.booking_id).state == BookingState.CANCELLED


def test_what_is_over_stays_as_it_was(clock: Any) -> None:
    session_id = a_session()
    receipt = book(an_order(session_id))
    clock.set(Session.objects.get(pk=session_id).ends_at + timedelta(days=1))
    give_up_for_bereavement(bereaved(Booking.objects.get(pk=receipt.booking_id).family_id))
    assert Booking.objects.get(pk=receipt.booking_id).state == BookingState.BOOKED

"""A crèche takes so many children and no more: who comes all the same is told when a place in it comes free."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from kith.families.rules.codes import InterpreterNeed
from kith.groups.actions import cancelling, changing, offering, proving
from kith.groups.models.bookings import Booking
from kith.groups.rules.places import Needs
from kith.groups.tests.test_pages import send, the_form
from kith.groups.tests.world import an_order, book, code_sent, held_row, hold
from kith.interpreting.queries.needs import need_met
from kith.kernel.refusal import Refusal
from kith.messages.wording import words_of
from kith.platform.access.viewer import ANONYMOUS
from kith.whats_on.actions.altering import change_session
from kith.whats_on.rules.changes import SessionChange
from kith.whats_on.tests.world import BUILDER, a_session
from testing.rows import Message, Session

pytestmark = pytest.mark.django_db
WAITS = {"wants_creche": True, "may_wait_for_creche": True}


def a_creche(places: int = 2, **changes: object):
    return a_session(has_creche=True, creche_places=places, **changes)


def wants(session_id, **changes):
    return book(an_order(session_id, wants_creche=True, **changes))


def taken(session_id) -> int:
    return Session.objects.get(pk=session_id).creche_taken


def waiting(receipt) -> bool:
    return Booking.objects.get(pk=receipt.booking_id).creche_waits


def test_a_full_creche_is_refused_and_who_comes_all_the_same_has_the_next_place(clock) -> None:
    session_id = a_creche()
    first = wants(session_id, older_children=2)
    with pytest.raises(Refusal, match="creche_full"):
        wants(session_id)
    book(an_order(session_id))
    second = book(an_order(session_id, **WAITS))
    assert (taken(session_id), waiting(first), waiting(second)) == (2, False, True)
    changing.change_needs(by=ANONYMOUS, token=first.token, needs=Needs(older_children=1, wants_creche=True))
    assert (taken(session_id), waiting(second)) == (2, False)
    with pytest.raises(Refusal, match="creche_full"):
        changing.change_needs(by=ANONYMOUS, token=first.token, needs=Needs(older_children=2, wants_creche=True))
    cancelling.cancel_booking(by=ANONYMOUS, token=first.token)
    third = wants(session_id)
    cancelling.book_again(by=ANONYMOUS, token=first.token)
    assert (taken(session_id), waiting(third), waiting(first)) == (2, False, True)


def test_a_place_in_the_creche_that_comes_free_by_night_is_told_in_the_morning(clock, run_jobs) -> None:
    session_id = a_creche(1)
    first, second = wants(session_id), book(an_order(session_id, **WAITS))
    clock.set(clock.now().replace(hour=23))
    cancelling.cancel_booking(by=ANONYMOUS, token=first.token)
    assert waiting(second)
    clock.set(clock.now() + timedelta(hours=10))
    assert offering.pass_offers_on(by=BUILDER) == 1
    assert (waiting(second), offering.pass_offers_on(by=BUILDER)) == (False, 0)
    run_jobs()
    told = Message.objects.get(kind="creche_place_given")
    assert "crèche" in words_of(told.kind, "en", told.facts | {"link": "/"}).body


def test_who_moves_up_where_the_creche_is_full_waits_for_it(clock) -> None:
    session_id = a_creche(1, capacity=2)
    first, _ = wants(session_id), book(an_order(session_id))
    waits = book(an_order(session_id, wants_creche=True, may_wait=True))
    assert (taken(session_id), waiting(waits)) == (1, False)
    changing.change_needs(by=ANONYMOUS, token=first.token, needs=Needs(wants_creche=True, babies=2))
    cancelling.cancel_booking(by=ANONYMOUS, token=first.token)
    assert (taken(session_id), waiting(waits)) == (1, False)


def test_a_creche_that_fills_up_before_the_proof_costs_no_place() -> None:
    session_id = a_creche(1)
    held = held_row(hold(an_order(session_id, wants_creche=True)))
    wants(session_id)
    proved = proving.confirm_by_code(by=ANONYMOUS, session_id=session_id, token=held.token, code=code_sent(held))
    assert (proved.state, waiting(proved)) == ("booked", True)


def test_a_creche_cannot_be_made_smaller_than_the_children_in_it_and_the_database_holds_to_it() -> None:
    session_id = a_creche()
    receipt = wants(session_id, older_children=2)
    with pytest.raises(Refusal, match="creche_below_wishes"):
        change_session(by=BUILDER, session_id=session_id, change=SessionChange(creche_places=1))
    book(an_order(session_id, **WAITS))
    with pytest.raises(IntegrityError, match="session_creche_never_overfull"), transaction.atomic():
        Booking.objects.filter(session_id=session_id).update(creche_waits=False)
    change_session(by=BUILDER, session_id=session_id, change=SessionChange(creche_places=3))
    assert taken(session_id) == 3
    Booking.objects.filter(pk=receipt.booking_id).delete()
    assert taken(session_id) == 1


def test_the_form_offers_to_come_without_or_to_wait(client: Client) -> None:
    session_id = a_creche(1)
    wants(session_id)
    form = the_form(client, session_id, "en") | {"wants_creche": "on"}
    refused = send(client, session_id, form, "en")
    assert (refused.status_code, "The crèche is full" in refused.content.decode()) == (200, True)
    assert send(client, session_id, form | {"may_wait_for_creche": "on"}, "en").status_code == 303


def test_an_interpreter_is_asked_and_let_go_as_the_needs_change(run_jobs) -> None:
    receipt = book(an_order(a_session()))
    run_jobs()
    asked = Needs(interpreter_need=InterpreterNeed.YES, interpreter_language="pl")
    for needs, language in ((asked, "pl"), (Needs(), None)):
        changing.change_needs(by=ANONYMOUS, token=receipt.token, needs=needs)
        run_jobs()
        found = need_met(BUILDER, f"session:{receipt.booking_id}")
        assert (found.language if found else None) == language


def test_the_booking_page_says_that_the_creche_is_full(client: Client) -> None:
    session_id = a_creche(1)
    wants(session_id)
    page = client.get(reverse("booking", args=[book(an_order(session_id, **WAITS)).token])).content.decode()
    assert ("You wait for a place in it" in page, "A place in the crèche" in page) == (True, False)


def test_the_page_says_before_she_books_that_there_is_a_creche_and_when_it_is_full(client: Client) -> None:
    session_id, without = a_creche(), a_session()

    def said(of: object) -> str:
        return client.get(reverse("session", args=[of])).content.decode()

    assert "There is a crèche" not in said(without)
    assert "There is a crèche" in said(session_id)
    assert "It is full just now" not in said(session_id)
    wants(session_id, older_children=2)
    assert "It is full just now" in said(session_id)

"""What a visitor types waits apart until it is shown that the e-mail or phone is hers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from kith.families.queries.cards import contact_of, family_cards
from kith.families.queries.reach import may_organisation_open
from kith.families.rules.codes import Channel
from kith.families.rules.entries import SafeContact
from kith.groups.actions import holding, proving
from kith.groups.actions.booking import book_for_person
from kith.groups.actions.cancelling import cancel_booking
from kith.groups.actions.holding import code_of
from kith.groups.models.bookings import Booking
from kith.groups.models.held import HeldBooking
from kith.groups.rules.codes import BookingState, HeldState
from kith.groups.rules.places import HELD_FOR, MOST_LETTERS, TRACE_LASTS, WORDS_LAST, BookingContact, BookingWish
from kith.groups.tests.world import an_order, book, code_sent, held_row, hold
from kith.kernel import clock as kernel_clock
from kith.kernel.refusal import Refusal
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.viewer import ANONYMOUS
from kith.platform.audit.models import AuditEntry
from kith.whats_on.actions.planning import cancel_session
from kith.whats_on.tests.world import BUILDER, a_session
from testing.people import a_family, organisation
from testing.rows import Session

pytestmark = pytest.mark.django_db
RunJobs = Callable[[], int]
RECORD = ("families_family", "families_parent", "families_baby", "families_consent", "groups_booking")
ELENA = BookingContact("Elena Popescu", email="elena@example.org")


def places(session_id: int) -> tuple[int, int]:
    """So many are taken, and so many of these are only held."""
    row = Session.objects.get(pk=session_id)
    return row.places_taken, row.places_held


def count(table: str) -> int:
    """How many rows the database has there."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return cursor.fetchone()[0]


def queued() -> list[str]:
    """The kinds of the messages that have been queued."""
    entries = AuditEntry.objects.filter(action="messages.message_queued").order_by("pk")
    return [entry.facts["kind"] for entry in entries]


def by_code(row: HeldBooking, code: str | None = None, **more):
    return proving.confirm_by_code(
        by=ANONYMOUS, session_id=row.session_id, token=row.token, code=code or code_sent(row), **more
    )


def by_link(row: HeldBooking, **more):
    return proving.confirm_by_link(by=ANONYMOUS, session_id=row.session_id, link=row.link, **more)


def a_day_later(clock) -> None:
    clock.advance(hours=WORDS_LAST.total_seconds() / 3600)
    holding.free_held_places(by=BUILDER)
    holding.forget_held_words(by=BUILDER)


def test_nothing_typed_goes_further_than_the_row_in_which_it_waits(run_jobs: RunJobs) -> None:
    born_on = kernel_clock.today() - timedelta(weeks=8)
    row = held_row(hold(an_order(a_session(), contact=ELENA, places=2), born_on=born_on, agrees=True))
    run_jobs()
    assert {table: count(table) for table in RECORD} == dict.fromkeys(RECORD, 0)
    assert not [entry for entry in AuditEntry.objects.all() if "elena" in f"{entry.facts} {entry.subject_id}".lower()]
    assert (row.wish.order.contact, row.wish.born_on) == (ELENA, born_on)
    assert places(row.session_id) == (2, 2)
    assert queued() == ["booking_to_confirm"]


@pytest.mark.parametrize("prove", [by_code, by_link])
def test_proved_it_is_a_booking_and_the_family_is_written_down(prove) -> None:
    own, due_on = organisation(), kernel_clock.today() + timedelta(days=30)
    row = held_row(hold(an_order(a_session(), contact=ELENA, places=2), due_on=due_on, agrees=True))
    receipt = prove(row)
    booking = Booking.objects.get(pk=receipt.booking_id)
    assert (booking.state, booking.places, booking.contact_email) == (BookingState.BOOKED, 2, ELENA.email)
    assert family_cards(BUILDER, [booking.family_id])[booking.family_id].due_on == due_on
    assert may_organisation_open(own, booking.family_id)
    assert places(row.session_id) == (2, 0)
    row.refresh_from_db()
    assert (row.state, row.said, row.became) == (HeldState.BOOKED, {}, receipt.booking_id)
    assert by_link(row) == by_code(row) == receipt
    assert Booking.objects.count() == 1


def test_a_wrong_code_is_counted_and_after_five_only_the_link_opens() -> None:
    row = held_row(hold(an_order(a_session())))
    wrong = "000000" if code_of(row) != "000000" else "000001"
    assert [by_code(row, wrong) for _ in range(6)] == [Refusal("code_wrong")] * 5 + [Refusal("held_code_spent")]
    assert by_code(row) == Refusal("held_code_spent")
    assert by_link(row).state is BookingState.BOOKED


def test_a_code_that_was_never_sent_opens_nothing(clock, run_jobs: RunJobs) -> None:
    rows = []
    for _ in range(MOST_LETTERS + 1):
        rows.append(held_row(hold(an_order(a_session(), contact=ELENA))))
        clock.advance(minutes=1)
    unsent = {"by": ANONYMOUS, "session_id": rows[-1].session_id, "token": rows[-1].token, "code": code_of(rows[-1])}
    assert proving.confirm_by_code(**unsent) == Refusal("code_wrong")
    run_jobs()
    assert proving.confirm_by_code(**unsent) == Refusal("code_wrong")
    sent = {"by": ANONYMOUS, "session_id": rows[0].session_id, "token": rows[0].token, "code": code_of(rows[0])}
    assert proving.confirm_by_code(**sent).state is BookingState.BOOKED


def test_neither_a_strangers_address_nor_the_visitors_own_page_is_the_link() -> None:
    row = held_row(hold(an_order(a_session())))
    for session_id, link in ((row.session_id, row.token), (row.session_id, "x"), (a_session(), row.link)):
        with pytest.raises(NotFound):
            proving.confirm_by_link(by=ANONYMOUS, session_id=session_id, link=link)


def test_no_stranger_keeps_more_than_half_of_a_session_and_a_proof_still_finds_a_place() -> None:
    session_id = a_session(capacity=6)
    rows = [held_row(hold(an_order(session_id, places=2))) for _ in range(4)]
    assert [row.places_kept for row in rows] == [2, 0, 0, 0]
    hold(an_order(session_id, places=1))
    assert places(session_id) == (3, 3)
    assert by_link(rows[3]).state is BookingState.BOOKED
    assert places(session_id) == (5, 3)


def test_a_session_of_one_place_goes_to_whoever_proves_first() -> None:
    session_id = a_session(capacity=1)
    first, second = (held_row(hold(an_order(session_id))) for _ in range(2))
    assert places(session_id) == (0, 0)
    assert by_link(second).state is BookingState.BOOKED
    with pytest.raises(Refusal, match="session_full"):
        by_link(first)
    assert by_link(first, may_wait=True).state is BookingState.WAITING


def test_after_two_hours_the_places_are_open_to_others_and_the_longest_waiting_moves_up(
    clock, run_jobs: RunJobs
) -> None:
    session_id = a_session(capacity=2)
    held = held_row(hold(an_order(session_id, contact=ELENA, language="en")))
    book(an_order(session_id))
    waiting = book(an_order(session_id, may_wait=True))
    assert waiting.state is BookingState.WAITING
    clock.advance(hours=HELD_FOR.total_seconds() / 3600)
    assert (holding.free_held_places(by=BUILDER), holding.free_held_places(by=BUILDER)) == (1, 0)
    assert Booking.objects.get(pk=waiting.booking_id).state == BookingState.OFFERED
    assert places(session_id) == (2, 0)
    run_jobs()
    assert "held_place_freed" in queued()
    with pytest.raises(Refusal, match="session_full"):
        by_link(held)
    assert count("families_family") == 2
    cancel_booking(by=ANONYMOUS, token=waiting.token)
    assert by_link(held).state is BookingState.BOOKED


def test_a_day_later_what_was_typed_is_erased_and_a_week_later_the_row(clock, run_jobs: RunJobs) -> None:
    row = held_row(hold(an_order(a_session(starts_at=kernel_clock.now() + timedelta(days=20)), contact=ELENA)))
    run_jobs()
    a_day_later(clock)
    row.refresh_from_db()
    assert (row.state, row.said, row.contact_digest) == (HeldState.OVER, {}, "")
    assert AuditEntry.objects.filter(action="messages.address_erased").count() == len(queued()) == 1
    with pytest.raises(Refusal, match="held_over"):
        by_link(row)
    assert by_code(row) == Refusal("held_over")
    clock.advance(hours=TRACE_LASTS.total_seconds() / 3600)
    holding.forget_held_words(by=BUILDER)
    assert not HeldBooking.objects.exists()


def test_what_a_proved_visitor_was_sent_stays_as_any_message_does(clock, run_jobs: RunJobs) -> None:
    row = held_row(hold(an_order(a_session(starts_at=kernel_clock.now() + timedelta(days=20)), contact=ELENA)))
    run_jobs()
    by_link(row)
    run_jobs()
    a_day_later(clock)
    assert not AuditEntry.objects.filter(action="messages.address_erased").exists()
    assert queued() == ["booking_to_confirm", "place_booked"]


def test_the_database_itself_keeps_no_words_of_what_is_over() -> None:
    row = held_row(hold(an_order(a_session())))
    for state, places_kept in ((HeldState.OVER, 0), (HeldState.FREED, 1)):
        with pytest.raises(IntegrityError, match="heldbooking_"), transaction.atomic():
            HeldBooking.objects.filter(pk=row.pk).update(state=state, places_kept=places_kept)


def test_let_go_before_the_proof_it_is_over_and_afterwards_the_booking_stays() -> None:
    first, second = (held_row(hold(an_order(a_session()))) for _ in range(2))
    receipt = by_code(second)
    for row in (first, second):
        for secret in (row.token, row.link):
            holding.give_up_held(by=ANONYMOUS, session_id=row.session_id, secret=secret)
    assert places(first.session_id) == (0, 0)
    with pytest.raises(Refusal, match="held_over"):
        by_link(first)
    assert Booking.objects.get(pk=receipt.booking_id).state == BookingState.BOOKED


def test_a_session_that_is_called_off_or_has_begun_takes_no_proof(clock, run_jobs: RunJobs) -> None:
    rows = [held_row(hold(an_order(a_session()))) for _ in range(2)]
    cancel_session(by=BUILDER, session_id=rows[0].session_id)
    with pytest.raises(Refusal, match="held_over"):
        by_link(rows[0])
    run_jobs()
    assert queued() == ["booking_to_confirm"]
    clock.advance(days=5)
    with pytest.raises(Refusal, match="held_over"):
        by_link(rows[1])


def test_who_is_booked_already_is_led_to_that_booking_after_the_proof_and_holds_no_more() -> None:
    order = an_order(a_session(), contact=ELENA)
    booked = book(order)
    row = held_row(hold(an_order(order.session_id, contact=ELENA, places=2)))
    assert places(order.session_id) == (3, 2)
    assert by_link(row) == by_link(row) == booked
    assert places(order.session_id) == (1, 0)


def test_two_tabs_are_one_booking() -> None:
    session_id = a_session()
    rows = [held_row(hold(an_order(session_id, contact=ELENA))) for _ in range(2)]
    assert by_link(rows[0]) == by_code(rows[1])
    assert (count("families_family"), places(session_id)) == (1, (1, 0))


def test_a_key_is_used_once_and_for_one_session_only() -> None:
    order = an_order(a_session())
    assert hold(order) == hold(order)
    with pytest.raises(Refusal, match="request_key_used"):
        hold(replace(order, session_id=a_session()))


@pytest.mark.parametrize(("unsafe", "is_joined"), [(frozenset({Channel.EMAIL}), False), (frozenset(), True)])
def test_a_contact_that_is_not_safe_for_her_proves_nothing_of_her(unsafe, is_joined: bool) -> None:
    known = a_family(email=ELENA.email, safe_contact=SafeContact(unsafe_channels=unsafe))
    contact = replace(ELENA, name=contact_of(BUILDER, known).name)
    receipt = by_link(held_row(hold(an_order(a_session(), contact=contact))))
    assert (Booking.objects.get(pk=receipt.booking_id).family_id == known) == is_joined


def test_a_contact_gets_so_many_messages_a_day_and_no_more(clock, run_jobs: RunJobs) -> None:
    for _ in range(MOST_LETTERS + 2):
        hold(an_order(a_session(), contact=ELENA))
        clock.advance(minutes=1)
    hold(an_order(a_session()))
    run_jobs()
    assert queued() == ["booking_to_confirm"] * (MOST_LETTERS + 1)
    assert AuditEntry.objects.filter(action="groups.proof_not_sent").count() == 2


def test_a_worker_confirms_by_what_the_person_says_and_for_their_own_session_only() -> None:
    row = held_row(hold(an_order(a_session(), contact=ELENA)))
    said = BookingContact("", email=ELENA.email)
    confirm = {"by": BUILDER, "session_id": row.session_id}
    with pytest.raises(Refusal, match="nothing_held"):
        proving.confirm_for_person(**confirm, contact=BookingContact("", email="another@example.org"))
    assert proving.confirm_for_person(**confirm, contact=said).state is BookingState.BOOKED
    with pytest.raises(Refusal, match="nothing_held"):
        proving.confirm_for_person(**confirm, contact=said)
    with pytest.raises(Forbidden):
        proving.confirm_for_person(by=ANONYMOUS, session_id=row.session_id, contact=said)


def test_a_visitor_never_books_past_the_proof() -> None:
    with pytest.raises(Forbidden):
        book_for_person(by=ANONYMOUS, wish=BookingWish(an_order(a_session())))


@pytest.mark.parametrize(
    ("about", "code"),
    [
        ({"due_on": date(2030, 1, 1)}, "due_too_far"),
        ({"born_on": date(1990, 1, 1)}, "born_too_long_ago"),
        ({"born_on": date(2026, 3, 11)}, "born_in_future"),
    ],
)
def test_what_cannot_be_is_refused_before_it_waits(about, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        hold(an_order(a_session()), **about)
    assert not HeldBooking.objects.exists()


def test_holding_and_proving_take_few_statements(django_assert_max_num_queries) -> None:
    order = an_order(a_session())
    with django_assert_max_num_queries(6):
        row = hold(order)
    row = held_row(row)
    code = code_sent(row)
    with django_assert_max_num_queries(8):
        by_code(row, code)

"""A place on a session asks for its interpreter, and gives her back."""

import pytest

from kith.families.rules.codes import InterpreterNeed
from kith.groups.actions.cancelling import book_again, cancel_booking
from kith.groups.models.bookings import Booking
from kith.groups.tests.world import an_order, book
from kith.interpreting.queries.families import bookings_of_family
from kith.interpreting.queries.rows import InterpreterBookingRow
from kith.interpreting.rules.codes import State, What
from kith.kernel.ids import FamilyId
from kith.platform.access.viewer import ANONYMOUS, system_actor
from kith.whats_on.tests.world import a_session

pytestmark = pytest.mark.django_db
KITH = system_actor("test")


def rows(token: str) -> list[InterpreterBookingRow]:
    return bookings_of_family(KITH, FamilyId(Booking.objects.get(token=token).family_id))


def test_an_interpreter_is_asked_for_with_the_place_and_no_longer_needed_without_it(run_jobs) -> None:
    order = an_order(a_session(), interpreter_need=InterpreterNeed.YES, interpreter_language="pl")
    token = book(order).token
    run_jobs()
    (row,) = rows(token)
    assert (row.language, row.what, row.state, row.minutes) == ("pl", What.SESSION, State.REQUESTED, 120)
    assert "Netherfield Family Hub" in row.place
    cancel_booking(by=ANONYMOUS, token=token)
    run_jobs()
    assert rows(token)[0].state is State.CANCELLED
    book_again(by=ANONYMOUS, token=token)
    run_jobs()
    assert sorted(row.state for row in rows(token)) == [State.CANCELLED, State.REQUESTED]


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"interpreter_need": InterpreterNeed.NO},
        {"interpreter_need": InterpreterNeed.YES, "interpreter_language": "ro"},
    ],
)
def test_nobody_is_asked_where_none_is_needed(said: dict[str, object], run_jobs) -> None:
    token = book(an_order(a_session(language="ro"), **said)).token
    run_jobs()
    assert rows(token) == []

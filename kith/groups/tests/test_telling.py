"""From the booking to the message in her hand, through the outbox."""

from collections.abc import Callable
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from django.conf import settings

from kith.groups.actions.cancelling import book_again, cancel_booking
from kith.groups.rules.places import BookingContact
from kith.groups.tests.world import an_order, book
from kith.platform.access.viewer import ANONYMOUS
from kith.whats_on.tests.world import a_session

pytestmark = pytest.mark.django_db
RunJobs = Callable[[], int]


def written() -> dict[str, str]:
    folder: Path = settings.KITH.place_var / "messages"
    return {path.name: _as_read(path) for path in folder.glob("kith-*")} if folder.exists() else {}


def _as_read(path: Path) -> str:
    """What the reader of the letter sees: its headers, its words, the names of its attachments."""
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    words = [part.get_content() for part in mail.walk() if part.get_content_type() == "text/plain"]
    attached = [str(each["Content-Disposition"]) for each in mail.iter_attachments()]
    return "\n".join([*(f"{name}: {value}" for name, value in mail.items()), *words, *attached])


@pytest.fixture(autouse=True)
def an_empty_folder() -> None:
    for path in (settings.KITH.place_var / "messages").glob("kith-*"):
        path.unlink()


def test_a_booking_is_confirmed_by_e_mail_with_its_calendar_in_her_language(run_jobs: RunJobs) -> None:
    receipt = book(an_order(a_session(), contact=BookingContact("Elena Popescu", email="elena@example.org")))
    run_jobs()
    run_jobs()
    ((name, mail),) = written().items()
    assert name.endswith(".eml")
    assert "To: elena@example.org" in mail
    assert f"/ro/bookings/{receipt.token}/" in mail
    assert "sâmbătă 14 martie 2026" in mail
    assert 'filename="kith.ics"' in mail


def test_a_confirmation_that_would_come_after_the_cancellation_is_left_out(run_jobs: RunJobs) -> None:
    receipt = book(an_order(a_session()))
    cancel_booking(by=ANONYMOUS, token=receipt.token)
    run_jobs()
    assert len(written()) == 1


def test_booking_again_is_confirmed_again(run_jobs: RunJobs) -> None:
    receipt = book(an_order(a_session()))
    run_jobs()
    cancel_booking(by=ANONYMOUS, token=receipt.token)
    run_jobs()
    book_again(by=ANONYMOUS, token=receipt.token)
    run_jobs()
    assert len(written()) == 3


def test_whoever_moves_up_from_the_waiting_list_is_told(run_jobs: RunJobs) -> None:
    session_id = a_session(capacity=1)
    first = book(an_order(session_id))
    waiting = book(an_order(session_id, may_wait=True, language="en"))
    run_jobs()
    cancel_booking(by=ANONYMOUS, token=first.token)
    run_jobs()
    assert any("A place has come free" in text and waiting.token in text for text in written().values())

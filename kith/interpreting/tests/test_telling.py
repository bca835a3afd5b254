"""Who hears what about an interpreter, through the wiring and the outbox."""

import pytest

from kith.families.actions.consenting import withdraw_consent
from kith.families.events import FamilyBereaved
from kith.families.queries.page import family_page
from kith.interpreting.actions.arranging import confirm_interpreter, decline_interpreter, offer_interpreter
from kith.interpreting.actions.closing import close_for_bereavement
from kith.interpreting.actions.reminding import remind_of_unconfirmed
from kith.interpreting.actions.requesting import cancel_interpreter
from kith.interpreting.queries.one import interpreter_booking
from kith.interpreting.rules.codes import State
from kith.interpreting.rules.notices import NoticeKind
from kith.interpreting.tests.world import KITH, Place, an_interpreter
from kith.kernel import clock
from kith.kernel.ids import BereavementId, InterpreterBookingId
from kith.messages.wording import words_of
from kith.platform.outbox.models import OutboxDelivery
from testing.people import a_family
from testing.tasks import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Place:
    return Place()


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[dict]:
    """What would be queued: kind, where to, and the words."""
    queued: list[dict] = []
    monkeypatch.setattr("kith.interpreting.actions.telling.queue_message", lambda **said: queued.append(said))
    return queued


def offered(place: Place, **changes) -> InterpreterBookingId:
    booking_id = place.request(**changes)
    interpreter_id = an_interpreter(name="Ana Ionescu", email="ana@example.org")
    offer_interpreter(by=place.worker, booking_id=booking_id, interpreter_id=interpreter_id)
    return booking_id


def state_of(booking_id: InterpreterBookingId) -> State:
    return interpreter_booking(KITH, booking_id).row.state


def test_the_interpreter_is_asked_without_a_name(place: Place, sent, run_jobs) -> None:
    offered(place)
    run_jobs()
    (message,) = sent
    words = words_of(message["kind"], message["language"], message["facts"])
    assert message["to_email"] == "ana@example.org"
    assert "family_id" not in message
    assert "Can you interpret?" in words.short
    assert not [name for name in ("Ana Pop", place.worker.name) if name in words.body + words.subject + words.short]


def test_the_family_hears_in_its_language_who_comes_and_when(place: Place, sent, run_jobs) -> None:
    confirm_interpreter(by=place.worker, booking_id=offered(place))
    run_jobs()
    to_family = next(each for each in sent if each["kind"] == "interpreter_booked")
    words = words_of("interpreter_booked", "en", to_family["facts"])
    assert to_family["language"] == "ro"
    assert "/ro/interpreter-booked/" in to_family["facts"]["link"]
    assert "Ana Ionescu" in words.body
    assert "Ana Ionescu" in words.short


@pytest.mark.parametrize("kind", ["interpreter_offer", "interpreter_confirmed", "interpreter_released"])
@pytest.mark.parametrize("language", ["en", "ro", "ar"])
def test_every_message_can_be_drawn_in_every_language(place: Place, kind: str, language: str) -> None:
    facts = {
        "language": "ro",
        "mode": "phone",
        "starts_at": "2026-03-10T10:30:00+00:00",
        "ends_at": "2026-03-10T11:30:00+00:00",
        "link": "https://example.org/x/",
    }
    words = words_of(kind, language, facts)
    assert words.subject
    assert words.body
    assert len(words.short) < 400


def test_a_worker_is_warned_once_while_nobody_has_said_yes(place: Place, run_jobs, clock) -> None:
    booking_id = offered(place, hours=60)
    remind_of_unconfirmed(by=KITH)
    run_jobs()
    assert not Notice.objects.exists()
    clock.advance(hours=13)
    for _ in range(2):
        remind_of_unconfirmed(by=KITH)
        run_jobs()
    notice = Notice.objects.get()
    assert notice.kind == NoticeKind.INTERPRETER_UNCONFIRMED
    assert notice.membership_id == place.worker.membership_id
    decline_interpreter(by=place.worker, booking_id=booking_id)
    remind_of_unconfirmed(by=KITH)
    run_jobs()
    assert Notice.objects.count() == 3, "declined, and still nobody"


def test_a_death_in_the_family_cancels_quietly(place: Place, sent, run_jobs) -> None:
    booking_id = offered(place)
    run_jobs()
    sent.clear()
    assert place.worker.membership_id
    event = FamilyBereaved(place.family_id, BereavementId(1), place.worker.membership_id, clock.today())
    close_for_bereavement(event)
    run_jobs()
    assert state_of(booking_id) is State.CANCELLED
    (message,) = sent
    words = words_of(message["kind"], "en", message["facts"])
    assert message["kind"] == "interpreter_released"
    assert "no longer need you" in words.body


def test_withdrawn_consent_cancels_visits_of_that_organisation(place: Place, run_jobs) -> None:
    booking_id = offered(place)
    page = family_page(KITH, place.family_id)
    withdraw_consent(by=KITH, family_id=place.family_id, consent_id=page.consents[0].id)
    run_jobs()
    assert state_of(booking_id) is State.CANCELLED


def test_every_event_has_somebody_who_answers(place: Place, run_jobs) -> None:
    cancel_interpreter(by=place.worker, booking_id=offered(place))
    run_jobs()
    answered = set(OutboxDelivery.objects.values_list("event__name", flat=True))
    assert {"interpreting.InterpreterOffered", "interpreting.InterpreterReleased"} <= answered


def test_a_family_without_a_safe_way_is_not_written_to(place: Place, sent, run_jobs) -> None:
    family_id = a_family(place.organisation_id, speaks="ro", reads="ro")
    confirm_interpreter(by=place.worker, booking_id=offered(place, family_id=family_id))
    run_jobs()
    assert "interpreter_booked" not in {each["kind"] for each in sent}

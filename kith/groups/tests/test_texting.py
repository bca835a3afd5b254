"""All families that are expected are written to at once: asked first, in the language of each, own words labelled."""

from typing import Any

import pytest
from django.test import Client

from kith.groups.actions.attendance import mark_attendance
from kith.groups.actions.texting import text_expected
from kith.groups.rules.codes import Attendance
from kith.groups.rules.notes import Sentence, SessionNote
from kith.groups.tests.world import an_order, book
from kith.kernel.ids import OrganisationId, SessionId, new_uuid
from kith.kernel.refusal import Refusal
from kith.messages.rules import SendingState
from kith.messages.wording import words_of
from kith.organisations.rules import Role
from kith.platform.access import NotFound
from kith.whats_on.tests.world import BUILDER, a_session, an_organisation
from testing.clock import TestClock
from testing.people import account_of, worker
from testing.rows import Message, Session

pytestmark = pytest.mark.django_db
NOTE = SessionNote(Sentence.OTHER_ROOM, "The blue door.", "en")


@pytest.fixture
def session_id() -> SessionId:
    return a_session()


@pytest.fixture
def desk(session_id: SessionId) -> Client:
    own = OrganisationId(Session.objects.get(pk=session_id).series.organisation_id)
    client = Client(headers={"origin": "http://testserver"})
    client.force_login(account_of(worker(Role.COORDINATOR, at=own, name="Mary Bell")))
    return client


def write(session_id: SessionId, **changes: Any) -> int:
    return text_expected(
        **{"by": BUILDER, "session_id": session_id, "note": NOTE, "request_key": new_uuid(), **changes}
    )


def notes() -> list[Message]:
    return list(Message.objects.filter(kind="session_note"))


def test_it_asks_first_says_to_how_many_and_sends_once(desk: Client, session_id: SessionId) -> None:
    for language in ("ro", "ro", "ar"):
        book(an_order(session_id, language=language))
    address, form = f"/desk/sessions/{session_id}/text-all/", {"request_key": str(new_uuid()), "sentence": "other_room"}
    asked = desk.post(address, form | {"words": "The blue door.", "words_language": "en"}).content.decode()
    assert "It goes to 3 families" in asked
    assert "Romanian: 2" in asked
    assert notes() == []
    sure = form | {"words": "The blue door.", "words_language": "en", "sure": "yes"}
    assert [desk.post(address, sure).status_code for _ in range(2)] == [303, 303]
    assert sorted(row.language for row in notes()) == ["ar", "ro", "ro"]
    words = words_of("session_note", "en", notes()[0].facts)
    assert "We are in another room today." in words.short
    assert "Mary Bell writes to you, in this language: English. The blue door." in words.short


def test_who_has_come_or_was_not_there_is_not_written_to_and_the_bereaved_never(
    session_id: SessionId, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [book(an_order(session_id)) for _ in range(3)]
    for row, attendance in zip(rows, (Attendance.ARRIVED, Attendance.DID_NOT_COME), strict=False):
        mark_attendance(by=BUILDER, session_id=session_id, booking_id=row.booking_id, attendance=attendance)
    monkeypatch.setattr("kith.messages.actions.silence.is_bereaved", lambda _family: True)
    assert write(session_id) == 1
    assert [row.states_so_far() for row in notes()] == [[SendingState.STOPPED]]


def test_nobody_expected_a_session_that_is_over_and_a_brand_are_refused_in_words(
    desk: Client, session_id: SessionId, clock: TestClock
) -> None:
    with pytest.raises(Refusal, match="nobody_to_write_to"):
        write(session_id)
    book(an_order(session_id))
    with pytest.raises(Refusal, match="against_the_code"):
        write(session_id, note=SessionNote(Sentence.OWN_WORDS, "Free samples of Aptamil"))
    form = {"request_key": str(new_uuid()), "sentence": "own_words", "words": ""}
    assert "Enter your own words" in desk.post(f"/desk/sessions/{session_id}/text-all/", form).content.decode()
    clock.set(Session.objects.get(pk=session_id).ends_at)
    with pytest.raises(Refusal, match="nobody_is_coming"):
        write(session_id)
    assert notes() == []


def test_another_organisations_families_are_not_there(session_id: SessionId) -> None:
    book(an_order(session_id))
    with pytest.raises(NotFound):
        write(session_id, by=worker(Role.COORDINATOR, at=an_organisation("Another")))

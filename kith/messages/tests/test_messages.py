import email
import email.policy
import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel.ids import MessageId
from kith.kernel.languages import INTERFACE_LANGUAGES, interface_language
from kith.kernel.refusal import Refusal
from kith.messages import rules
from kith.messages.actions import sending as sending_module
from kith.messages.actions.forgetting import forget_address
from kith.messages.actions.queueing import queue_message
from kith.messages.actions.sending import send_message
from kith.messages.models import Message, MessageState
from kith.messages.providers.folder import Folder
from kith.messages.providers.letter import Letter, SendFailed
from kith.messages.providers.mail import as_email
from kith.messages.providers.notify import Notify
from kith.messages.providers.smtp import MailServer
from kith.messages.rules import MOST_TRIES, SendingState
from kith.messages.tests.fakes import KEY, TEMPLATE, FakeNotify, fake_notify
from kith.messages.wording import words_of
from kith.platform.access.viewer import system_actor
from testing.mail import FakeMailServer, fake_mail_server

BY = system_actor("tests")
FACTS = {
    "title": "Getting ready & “settling in”",
    "starts_at": "2026-03-14T10:00:00+00:00",
    "ends_at": "2026-03-14T12:00:00+00:00",
    "where": "Netherfield Family Hub, MK6 4HR",
    "places": 2,
    "interpreter": True,
    "link": "https://example.org/ro/bookings/abc/",
    "again": "https://example.org/ro/sessions/7/",
    "code": "123456",
    "is_kept": True,
    "held_until_at": "2026-03-10T12:30:00+00:00",
    "offered_until_at": "2026-03-10T16:30:00+00:00",
    "was_at": "2026-03-14T09:00:00+00:00",
    "is_waiting": False,
}
KINDS = (
    *("place_booked", "place_from_waiting_list", "waiting_list_joined", "booking_cancelled", "session_called_off"),
    *("booking_to_confirm", "held_place_freed", "place_offered", "session_moved"),
)
LETTER = Letter("kith-7", "+447700900123", "ro", "Subject", "Ați rezervat 2 locuri")


def queue(key: str = "place_booked:1", **to: str) -> MessageId:
    to = to or {"to_phone": "+447700900123"}
    return queue_message(by=BY, kind="place_booked", language="ro", facts=FACTS, dedupe_key=key, **to)


def states_of(message_id: MessageId) -> list[str]:
    return list(MessageState.objects.filter(message_id=message_id).order_by("pk").values_list("state", flat=True))


@pytest.fixture
def notify(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeNotify]:
    with fake_notify() as fake:
        monkeypatch.setattr(sending_module, "provider_for", lambda _channel: Notify(KEY, fake.url, TEMPLATE))
        yield fake


@pytest.fixture
def mail_server() -> Iterator[FakeMailServer]:
    with fake_mail_server() as fake:
        yield fake


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", [each.code for each in INTERFACE_LANGUAGES])
def test_every_kind_has_words_in_every_language(kind: str, lang: str) -> None:
    words = words_of(kind, lang, FACTS)
    assert "\n" not in words.subject
    for text in (words.body, words.short):
        assert "https://example.org/ro/bookings/abc/" in text
        assert "&amp;" not in text
        assert "&#" not in text
    assert len(words.short) < 480
    assert ("\u2068" in words.body) == (interface_language(lang).direction == "rtl")


def test_the_date_is_in_the_readers_words() -> None:
    assert "sâmbătă 14 martie 2026" in words_of("place_booked", "ro", FACTS).body
    assert "10am–12pm" in words_of("place_booked", "en", FACTS).body


@pytest.mark.django_db
def test_the_same_dedupe_key_is_queued_once() -> None:
    assert queue() == queue()
    assert Message.objects.count() == 1


@pytest.mark.django_db
def test_an_address_is_forgotten_and_what_still_waits_is_not_sent() -> None:
    sent, waiting, other = queue("a"), queue("b"), queue("c")
    send_message(sent)
    forget_address(by=BY, dedupe_keys=["a", "b"])
    send_message(waiting)
    addresses = dict(Message.objects.values_list("pk", "address"))
    assert addresses == {sent: rules.ERASED, waiting: rules.ERASED, other: "+447700900123"}
    assert [states_of(each)[-1] for each in (sent, waiting, other)] == ["sent", "stopped", "queued"]


@pytest.mark.django_db
def test_a_message_to_nowhere_is_refused() -> None:
    with pytest.raises(Refusal, match="message_without_address"):
        queue_message(by=BY, kind="place_booked", language="en", facts=FACTS, dedupe_key="x")


@pytest.mark.django_db
def test_a_queued_text_reaches_notify_once_with_our_reference(notify: FakeNotify, run_jobs: Callable[[], int]) -> None:
    message_id = queue()
    run_jobs()
    send_message(message_id)
    (text,) = notify.texts
    assert (text["phone_number"], text["reference"]) == ("+447700900123", f"kith-{message_id}")
    assert "https://example.org/ro/bookings/abc/" in text["personalisation"]["text"]
    assert states_of(message_id) == ["queued", "sending", "sent"]


@pytest.mark.django_db
def test_a_text_of_unknown_outcome_is_looked_up_before_it_is_sent_again(notify: FakeNotify) -> None:
    message_id = queue()
    notify.answers = [0]
    with pytest.raises(SendFailed):
        send_message(message_id)
    send_message(message_id)
    assert len(notify.texts) == 1
    sent = MessageState.objects.get(message_id=message_id, state=SendingState.SENT)
    assert sent.provider_reference == notify.texts[0]["id"]


@pytest.mark.django_db
@pytest.mark.parametrize("status", [403, 429, 500, 503])
def test_a_passing_trouble_is_tried_again(notify: FakeNotify, status: int) -> None:
    message_id = queue()
    notify.answers = [status]
    with pytest.raises(SendFailed):
        send_message(message_id)
    send_message(message_id)
    assert states_of(message_id) == ["queued", "sending", "sending", "sent"]


@pytest.mark.django_db
def test_a_refusal_is_written_down_and_not_tried_again(notify: FakeNotify, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    message_id = queue()
    notify.answers = [400]
    send_message(message_id)
    send_message(message_id)
    assert states_of(message_id) == ["queued", "sending", "failed"]
    assert "7700900123" not in caplog.text
    assert "bookings/abc" not in caplog.text


@pytest.mark.django_db
def test_after_the_last_try_a_message_has_failed(notify: FakeNotify) -> None:
    message_id = queue()
    notify.answers = [500] * MOST_TRIES
    for _ in range(MOST_TRIES - 1):
        with pytest.raises(SendFailed):
            send_message(message_id)
    send_message(message_id)
    assert states_of(message_id)[-1] == "failed"


def test_an_e_mail_carries_its_calendar_and_the_same_message_id_on_every_try(mail_server: FakeMailServer) -> None:
    letter = Letter(
        "kith-9", "ana@example.org", "ar", "موعدك", "مرحبا", calendar="BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\n"
    )
    provider = MailServer(mail_server.url, "Kith <kith@example.org>")
    assert provider.send(letter) == provider.send(letter) == "<kith-9@example.org>"
    mail = email.message_from_string(mail_server.mails[0], policy=email.policy.default)
    assert mail["Subject"] == "موعدك"
    (attachment,) = mail.iter_attachments()
    assert (attachment.get_content_type(), attachment.get_param("method")) == ("text/calendar", "CANCEL")
    assert attachment.get_filename() == "kith.ics"


@pytest.mark.parametrize(("code", "again"), [(550, False), (451, True)])
def test_a_refused_address_is_told_from_a_busy_server(mail_server: FakeMailServer, code: int, again: bool) -> None:
    mail_server.refusals = [code]
    letter = Letter("kith-9", "ana@example.org", "en", "Hello", "Hello")
    with pytest.raises(SendFailed) as failed:
        MailServer(mail_server.url, "kith@example.org").send(letter)
    assert failed.value.is_worth_retrying is again
    assert "ana@" not in str(failed.value)


def test_a_mail_server_that_is_away_is_tried_again() -> None:
    with pytest.raises(SendFailed) as failed:
        MailServer("smtp://127.0.0.1:1", "kith@example.org").send(Letter("r", "ana@example.org", "en", "s", "b"))
    assert failed.value.is_worth_retrying


def test_the_demonstration_writes_whole_files_and_finds_them_again(tmp_path: Path) -> None:
    provider = Folder(tmp_path / "messages", "kith@example.org")
    assert provider.find("kith-7") is None
    assert provider.send(LETTER) == provider.send(LETTER) == provider.find("kith-7") == "kith-7.txt"
    assert [path.name for path in (tmp_path / "messages").iterdir()] == ["kith-7.txt"]


@given(subject=st.text(max_size=200), body=st.text(max_size=500))
def test_no_words_can_break_out_of_a_header(subject: str, body: str) -> None:
    subject, body = (text.encode(errors="replace").decode() for text in (subject, body))
    mail = as_email(Letter("kith-1", "ana@example.org", "en", subject, body), "kith@example.org")
    read = email.message_from_bytes(mail.as_bytes(policy=email.policy.SMTP), policy=email.policy.default)
    assert read["To"] == "ana@example.org"
    assert "Bcc" not in read


@given(st.lists(st.sampled_from(SendingState)))
def test_a_message_is_settled_once_and_asked_about_after_a_try(states: list[SendingState]) -> None:
    assert rules.is_settled(states) == bool({"sent", "failed", "stopped"} & set(states))
    assert rules.outcome_is_unknown(states) == ("sending" in states)


@pytest.mark.django_db
def test_what_opens_something_stays_in_a_message_only_until_it_is_settled(run_jobs: Callable[[], int]) -> None:
    message_id = queue(to_email="elena@example.org")
    assert "link" in Message.objects.get(pk=message_id).facts
    run_jobs()
    row = Message.objects.get(pk=message_id)
    assert states_of(message_id)[-1] == SendingState.SENT
    assert rules.SECRETS.isdisjoint(row.facts)
    assert row.facts["title"] == FACTS["title"]
    assert row.calendar == ""

"""A nameless writer cannot be found again: tried with all that a thief of everything would hold.

The tables as a backup holds them, in the order of their rows; the transactions that wrote them; the audit, the notices,
the log, the pages of those at work and their exports. The control is a writer who left a contact.
"""

import logging
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from kith.files.tests.test_sounds import a_wav
from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.listening.actions import promising, reading
from kith.listening.actions.telling import tell_story
from kith.listening.actions.watching import forget_stories, look_at_waiting, mix_answers
from kith.listening.models.stories import Story, StoryContact, WelcomeAnswer
from kith.listening.queries.telling import story_answer
from kith.listening.rules.codes import Felt, StoryState, ThemeState, Told
from kith.listening.tests.world import ENGLISH, Alliance
from kith.messages.tests.fakes import Message
from kith.platform.access.viewer import ANONYMOUS
from testing.people import KITH, account_of
from testing.tasks import Notice

pytestmark = pytest.mark.django_db
WRITERS = 12


@pytest.fixture
def alliance() -> Alliance:
    return Alliance()


def test_nothing_in_the_database_leads_from_a_nameless_story_to_its_writer(alliance):
    """Tried with all that stands: the audit, notices, times, the order of keys, and the secret of the address."""
    key = new_uuid()
    token = tell_story(told=Told(ENGLISH, "en"), request_key=key)
    story = Story.objects.get()
    look_at_waiting(by=KITH)
    reading.let_story_on(by=alliance.coordinator, story_id=story.pk)
    everything = dump()
    assert token not in everything
    assert str(key) not in everything
    assert str(story.pk) not in "".join(entries("listening.story_told"))
    assert not any(
        str(story.pk) in f"{row.facts} {row.dedupe_key}" for row in Notice.objects.filter(kind="stories_wait")
    )
    story.refresh_from_db()
    assert (story.waiting_since, story.told_on.day) == (None, 1)
    assert story_answer(ANONYMOUS, token).state is StoryState.READ


def test_no_order_of_rows_and_no_transaction_says_which_story_came_when(alliance):
    """The thief knows in which order twelve people wrote, and how each felt; the shuffle is not hers by chance."""
    for number in range(WRITERS):
        said = Told(f"Story {number}", "en", welcome=Felt.YES if number % 2 else Felt.NO, recording=a_wav(1))
        tell_story(told=said, request_key=new_uuid())
    came = [f"Story {number}" for number in range(WRITERS)]
    assert in_order("listening_story", "words") == came, "the control: before the look, the rows lie as they came"
    answers = in_order("listening_welcomeanswer", "id")
    sounds = in_order("files_sound", "id")
    look_at_waiting(by=KITH)
    mix_answers(by=KITH)
    # Twelve rows lie as they came by chance once in 479 million times.
    assert in_order("listening_story", "words") != came
    assert in_order("listening_welcomeanswer", "id") != answers
    assert in_order("files_sound", "id") != sounds
    assert len(set(Story.objects.values_list("waiting_since", "told_on"))) <= 2  # five minutes may end between
    (note,) = entries("listening.stories_came")
    assert str(WRITERS) in note
    assert not any(str(pk) in "".join(every_entry()) for pk in Story.objects.values_list("pk", flat=True))
    assert WelcomeAnswer.objects.count() == WRITERS


def test_a_writer_who_is_signed_in_leaves_no_trace_in_log_audit_or_what_others_open(
    alliance, client: Client, caplog, monkeypatch, settings
):
    """She is at work, signed in, and writes all the same without a name."""
    monkeypatch.setattr("kith.platform.second_factor.is_shown", lambda _request: True)
    writer = account_of(alliance.translator)
    client.force_login(writer, backend=settings.AUTHENTICATION_BACKENDS[0])
    before = len(every_entry())
    with override("en"), caplog.at_level(logging.DEBUG):
        form = {"request_key": str(new_uuid()), "words": "The pram did not fit."}
        sent = client.post(reverse("tell-us"), form)
        assert client.get(sent["Location"]).status_code == 200
    token = sent["Location"].rstrip("/").rpartition("/")[2]
    assert token not in "\n".join(record.getMessage() for record in caplog.records)
    assert len(every_entry()) == before
    assert token not in dump()
    story = Story.objects.get()
    look_at_waiting(by=KITH)
    reader = Client()
    reader.force_login(account_of(alliance.coordinator), backend=settings.AUTHENTICATION_BACKENDS[0])
    for address in (reverse("stories"), reverse("story", args=[story.pk])):
        page = reader.get(address).content.decode()
        assert alliance.translator.name not in page.partition('id="on-duty"')[0].replace("<option", "")


def test_no_page_of_others_has_a_word_of_an_unread_story(alliance, client: Client, monkeypatch, settings):
    monkeypatch.setattr("kith.platform.second_factor.is_shown", lambda _request: True)
    story_id, _ = alliance.told("Unheard words about the hall.", "en")
    pages = [reverse(name) for name in ("desk", "themes", "meetings", "agreed-actions", "welcome-answers", "you-said")]
    pages += [reverse(name, args=[story_id]) for name in ("translate-story", "write-down-story", "sort-story")]
    for who in (alliance.representative, alliance.chair, alliance.translator, None):
        if who:
            client.force_login(account_of(who), backend=settings.AUTHENTICATION_BACKENDS[0])
        else:
            client.logout()
        assert not any("Unheard words" in client.get(page).content.decode() for page in pages)
    client.force_login(account_of(alliance.coordinator), backend=settings.AUTHENTICATION_BACKENDS[0])
    assert "Unheard words" in client.get(reverse("stories")).content.decode(), "the control: its reader finds it"


def test_the_control_a_writer_with_a_contact_can_be_found_until_she_is_answered(alliance):
    theme_id, story_id, token = alliance.gathered(email="ioana@example.org")
    assert token in dump()
    promising.settle_theme(by=alliance.chair, theme_id=theme_id, state=ThemeState.CANNOT, words="The hall is sold.")
    assert not Message.objects.filter(kind="story_answered").exists()  # in Romanian nobody has answered yet
    promising.reply_to_writers(by=alliance.chair, theme_id=theme_id, language="ro", words="Sala s-a vândut.")
    (message,) = Message.objects.filter(kind="story_answered")
    assert (message.language, message.address) == ("ro", "ioana@example.org")
    contact = StoryContact.objects.get(story_id=story_id)
    assert (contact.email, contact.token, contact.answered_on) == ("", "", clock.today())
    with clock.use(clock.FixedClock(clock.now() + timedelta(days=3))):
        forget_stories(by=KITH)
    message.refresh_from_db()
    assert "ioana@example.org" not in dump()
    assert not StoryContact.objects.exists()


def entries(action: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(e)::text FROM platform_auditentry AS e WHERE action = %s", [action])
        return [row[0] for row in cursor.fetchall()]


def dump() -> str:
    """Every row of every table as one text, as a backup holds it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_stat_user_tables WHERE schemaname = current_schema()")
        tables = [row[0] for row in cursor.fetchall()]
        text = []
        for table in tables:
            cursor.execute(f"SELECT coalesce(string_agg(row_to_json(t)::text, E'\\n'), '') FROM \"{table}\" AS t")
            text.append(cursor.fetchone()[0])
    return "\n".join(text)


def every_entry() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(e)::text FROM platform_auditentry AS e")
        return [row[0] for row in cursor.fetchall()]


def in_order(table: str, column: str) -> list[str]:
    """A column in the order in which the rows lie, which is that of a backup."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column}::text FROM {table} ORDER BY ctid")
        return [row[0] for row in cursor.fetchall()]

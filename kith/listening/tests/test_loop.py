"""A story is read first, gathered, promised on and answered in its language; a nameless writer is not found."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.kernel.refusal import Refusal
from kith.listening.actions import clearing, promising, reading, theming
from kith.listening.actions.telling import tell_story
from kith.listening.actions.watching import forget_stories, look_at_waiting
from kith.listening.models.stories import ClearedWording, Story, StoryContact, StoryTranslation
from kith.listening.models.themes import Theme, ThemeStory
from kith.listening.queries.public import you_said
from kith.listening.queries.telling import story_answer
from kith.listening.queries.themes import story_to_sort
from kith.listening.rules.codes import AsideReason, Felt, StoryState, ThemeState, Told
from kith.listening.tests.world import ENGLISH, ROMANIAN, SOON, Alliance, member
from kith.messages.tests.fakes import Message
from kith.platform.access import NotFound
from kith.platform.access.viewer import ANONYMOUS
from testing.people import KITH, account_of
from testing.tasks import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def alliance() -> Alliance:
    return Alliance()


def test_a_promise_past_its_day_shows_as_unkept_by_itself(alliance):
    theme_id, _, _ = alliance.gathered()
    new = promising.NewPromise("We bring a heater.", member(alliance.chair), clock.today() + SOON)
    promising.promise(by=alliance.chair, theme_id=theme_id, new=new)
    assert not you_said(ANONYMOUS, lang="en").unkept
    with clock.use(clock.FixedClock(clock.now() + SOON + timedelta(days=1))):
        assert you_said(ANONYMOUS, lang="en").unkept == 1


def test_nothing_hangs_on_a_story_that_no_person_has_read_not_even_in_the_database(alliance):
    story_id, _ = alliance.told()
    for act in (
        lambda: clearing.ask_for_translation(
            by=alliance.coordinator, story_id=story_id, translator_id=member(alliance.translator)
        ),
        lambda: clearing.clear_story(by=alliance.coordinator, story_id=story_id, english="x", own_words="x"),
        lambda: theming.begin_theme(by=alliance.chair, title="Rooms", story_id=story_id),
    ):
        with pytest.raises((Refusal, NotFound)), transaction.atomic():
            act()
    today, who = clock.today(), member(alliance.coordinator)
    rows = (
        StoryTranslation(story_id=story_id, translator_id=who, asked_by_id=who, asked_on=today),
        ClearedWording(
            story_id=story_id,
            language="ro",
            may_quote=False,
            english="x",
            own_words="x",
            cleared_by_id=who,
            cleared_on=today,
        ),
        ThemeStory(
            theme=Theme.objects.create(title="T", begun_on=today, moved_on=today, begun_by_id=who),
            story_id=story_id,
            put_by_id=who,
        ),
    )
    for row in rows:
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()


def test_nothing_in_the_database_leads_from_a_nameless_story_to_its_writer(alliance):
    """Tried with all that stands: the audit, notices, times, the order of keys, and the secret of the address."""
    key = new_uuid()
    token = tell_story(by=ANONYMOUS, told=Told(ENGLISH, "en"), request_key=key)
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


def test_a_story_sent_twice_is_one_and_a_mere_answer_is_counted_and_has_no_address(alliance):
    key = new_uuid()
    tokens = {tell_story(by=ANONYMOUS, told=Told(ENGLISH, "en"), request_key=key) for _ in range(2)}
    assert (len(tokens), Story.objects.count()) == (1, 1)
    assert tell_story(by=ANONYMOUS, told=Told("", "en", welcome=Felt.YES), request_key=new_uuid()) == ""


def test_those_on_duty_are_told_and_words_of_harm_move_a_story_up(alliance):
    today = clock.today()
    who = {"membership_id": member(alliance.coordinator), "deputy_id": None, "from_on": today, "until_on": today}
    reading.put_on_duty(by=alliance.coordinator, **who)
    with pytest.raises(Refusal, match="duty_is_taken"), transaction.atomic():
        reading.put_on_duty(by=alliance.coordinator, **who)
    alliance.told("The tea was lovely.", "en")
    up, _ = alliance.told("My husband hits me.", "en")
    look_at_waiting(by=KITH)
    assert Story.objects.unread()[0].pk == up
    (notice,) = Notice.objects.filter(membership_id=member(alliance.coordinator))
    assert notice.kind == "story_moved_up"
    said = {"reason": AsideReason.SAFETY, "note": ""}
    with pytest.raises(Refusal, match="aside_without_note"), transaction.atomic():
        reading.set_story_aside(by=alliance.coordinator, story_id=up, **said)
    reading.set_story_aside(by=alliance.coordinator, story_id=up, **said | {"note": "Rang the lead."})
    assert Story.objects.get(pk=up).state is StoryState.SET_ASIDE


def test_like_stories_are_suggested_and_people_decide(alliance):
    theme_id, _, _ = alliance.gathered()
    other, _ = alliance.cleared()
    _, alike, _ = story_to_sort(alliance.representative, other)
    assert [each.id for each in alike] == [theme_id]
    assert ThemeStory.objects.filter(story_id=other).count() == 0


def test_the_pages_tell_a_story_without_a_script_and_keep_its_words_when_it_is_too_long(client: Client):
    with override("ro"):
        address = reverse("tell-us")
    page = client.get(address).content.decode()
    (key,) = re.findall(r'name="request_key" value="([\w-]+)"', page)
    assert page.index("tel:999") < page.index("<textarea")
    long = client.post(address, {"request_key": key, "words": "a" * 100_000})
    assert (long.status_code, "a" * 1000 in long.content.decode()) == (422, True)
    sent = client.post(address, {"request_key": key, "words": ROMANIAN})
    assert sent.status_code == 303
    assert client.get(sent["Location"]).status_code == 200
    assert (Story.objects.get().language, Story.objects.get().words) == ("ro", ROMANIAN)


@pytest.mark.parametrize("who", ["chair", "representative", "coordinator"])
def test_the_first_page_shows_what_waits(alliance, client: Client, who, monkeypatch, settings):
    monkeypatch.setattr("kith.platform.second_factor.is_shown", lambda _request: True)
    alliance.cleared()
    client.force_login(account_of(getattr(alliance, who)), backend=settings.AUTHENTICATION_BACKENDS[0])
    page = client.get(reverse("desk")).content.decode()
    assert reverse("themes") in page.partition("Your pages")[0]


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

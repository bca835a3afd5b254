"""A story is read first, gathered, promised on and answered in its language; a nameless writer is not found."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.kernel.refusal import Refusal
from kith.listening.actions import clearing, promising, reading, theming
from kith.listening.actions.telling import tell_story
from kith.listening.actions.watching import look_at_waiting
from kith.listening.models.stories import ClearedWording, Story, StoryTranslation
from kith.listening.models.themes import Theme, ThemeStory
from kith.listening.queries.public import you_said
from kith.listening.queries.themes import story_to_sort
from kith.listening.rules.codes import AsideReason, Felt, StoryState, Told
from kith.listening.tests.world import ENGLISH, ROMANIAN, SOON, Alliance, member
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


def test_a_story_sent_twice_is_one_and_a_mere_answer_is_counted_and_has_no_address(alliance):
    key = new_uuid()
    tokens = {tell_story(told=Told(ENGLISH, "en"), request_key=key) for _ in range(2)}
    assert (len(tokens), Story.objects.count()) == (1, 1)
    assert tell_story(told=Told("", "en", welcome=Felt.YES), request_key=new_uuid()) == ""


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

"""The actions of listening, each done once."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from kith.directory.models.listings import Venue
from kith.files.actions import erase_sound, keep_sound
from kith.files.tests.test_sounds import a_wav
from kith.kernel import clock
from kith.kernel.ids import VenueId
from kith.listening.actions import clearing, promising, reading, theming
from kith.listening.actions.leaving import pass_on_listening_work
from kith.listening.actions.watching import forget_stories, look_at_waiting, mix_answers
from kith.listening.actions.welcoming import note_venue_change
from kith.listening.actions.writing_down import ask_for_transcript, write_down_story
from kith.listening.models.stories import ReadingDuty
from kith.listening.rules.codes import AsideReason, Felt, ThemeState
from kith.organisations.actions.people import end_membership
from kith.organisations.events import MembershipEnded
from kith.platform.access.viewer import ANONYMOUS
from tests.access.listening_ids import (
    BY,
    ENGLISH,
    ROMANIAN,
    Act,
    a_promise,
    asked,
    at_work,
    cleared,
    gathered,
    member,
    promised,
    read,
    spoken,
    told,
)


def _on_duty() -> ReadingDuty:
    by, day = at_work("coordinator"), clock.today() + timedelta(days=400)
    reading.put_on_duty(by=by, membership_id=member("coordinator"), deputy_id=None, from_on=day, until_on=day)
    return ReadingDuty.objects.order_by("-pk")[0]


def _aside() -> Act:
    story_id, _ = told()
    said: dict[str, Any] = {"reason": AsideReason.SAFETY, "note": "Rang the lead."}
    return lambda: reading.set_story_aside(by=at_work("coordinator"), story_id=story_id, **said)


def _let_on() -> Act:
    story_id, _ = told()
    return lambda: reading.let_story_on(by=at_work("coordinator"), story_id=story_id)


def _off() -> Act:
    duty_id = _on_duty().pk
    return lambda: reading.take_off_duty(by=at_work("coordinator"), duty_id=duty_id)


def _hears() -> Act:
    story_id, to = spoken(is_asked=False), member("midwife")
    return lambda: ask_for_transcript(by=at_work("coordinator"), story_id=story_id, writer_id=to)


def _writes_down() -> Act:
    story_id = spoken()
    return lambda: write_down_story(by=at_work("midwife"), story_id=story_id, words=ROMANIAN)


def _erases_sound() -> Act:
    sound_id, _ = keep_sound(a_wav())
    return lambda: erase_sound(by=BY, sound_id=sound_id)


def _asks() -> Act:
    story_id, _ = read()
    to = member("midwife")
    return lambda: clearing.ask_for_translation(by=at_work("coordinator"), story_id=story_id, translator_id=to)


def _translates() -> Act:
    story_id, _ = asked()
    return lambda: clearing.translate_story(by=at_work("midwife"), story_id=story_id, words=ENGLISH)


def _clears() -> Act:
    story_id, _ = cleared()
    by = at_work("coordinator")
    return lambda: clearing.clear_story(by=by, story_id=story_id, english=ENGLISH, own_words=ROMANIAN)


def _begins() -> Act:
    story_id, _ = cleared()
    return lambda: theming.begin_theme(by=at_work("parent-rep"), title="Rooms", story_id=story_id)


def _puts() -> Act:
    (theme_id, _, _), (story_id, _) = gathered("Heating"), cleared()
    return lambda: theming.put_in_theme(by=at_work("parent-rep"), story_id=story_id, theme_id=theme_id)


def _takes_out() -> Act:
    theme_id, story_id, _ = gathered("Heaters")
    return lambda: theming.take_out_of_theme(by=at_work("parent-rep"), story_id=story_id, theme_id=theme_id)


def _promises() -> Act:
    theme_id, _, _ = gathered("Warmth")
    return lambda: promising.promise(by=at_work("alliance-chair"), theme_id=theme_id, new=a_promise())


def _settles() -> Act:
    theme_id, _, _ = promised("Warm rooms")
    said: dict[str, Any] = {"state": ThemeState.DONE, "words": "There is a heater."}
    return lambda: promising.settle_theme(by=at_work("alliance-chair"), theme_id=theme_id, **said)


def _replies() -> Act:
    theme_id, _, _ = promised("Warmer rooms")
    said = {"language": "ro", "words": "Aducem un radiator."}
    return lambda: promising.reply_to_writers(by=at_work("alliance-chair"), theme_id=theme_id, **said)


def _better() -> Act:
    theme_id, _, token = promised("Warmest rooms")
    return lambda: promising.say_if_better(by=ANONYMOUS, token=token, theme_id=theme_id, better=Felt.NO)


def _changes() -> Act:
    venue_id = VenueId(Venue.objects.order_by("pk")[0].pk)
    said: dict[str, Any] = {"changed_on": clock.today(), "what": "New chairs"}
    return lambda: note_venue_change(by=at_work("coordinator"), venue_id=venue_id, **said)


def _leaves() -> Act:
    asked()
    end_membership(by=BY, membership_id=member("midwife"), until_on=clock.today())
    return lambda: pass_on_listening_work(MembershipEnded(member("midwife")))


LISTENING_ACTS: dict[str, Callable[[Any], Act]] = {
    # What was told is noted with all that came since the last look: the time of an entry would lead to its writer.
    "listening.tell_story": lambda _world: lambda: (told(), look_at_waiting(by=BY)),
    "listening.let_story_on": lambda _world: _let_on(),
    "listening.set_story_aside": lambda _world: _aside(),
    "listening.put_on_duty": lambda _world: _on_duty,
    "listening.take_off_duty": lambda _world: _off(),
    "files.erase_sound": lambda _world: _erases_sound(),
    "listening.ask_for_transcript": lambda _world: _hears(),
    "listening.write_down_story": lambda _world: _writes_down(),
    "listening.ask_for_translation": lambda _world: _asks(),
    "listening.translate_story": lambda _world: _translates(),
    "listening.clear_story": lambda _world: _clears(),
    "listening.look_at_waiting": lambda _world: lambda: look_at_waiting(by=BY),
    "listening.mix_answers": lambda _world: lambda: mix_answers(by=BY),
    "listening.forget_stories": lambda _world: lambda: forget_stories(by=BY),
    "listening.note_venue_change": lambda _world: _changes(),
    "listening.begin_theme": lambda _world: _begins(),
    "listening.put_in_theme": lambda _world: _puts(),
    "listening.take_out_of_theme": lambda _world: _takes_out(),
    "listening.promise": lambda _world: _promises(),
    "listening.settle_theme": lambda _world: _settles(),
    "listening.reply_to_writers": lambda _world: _replies(),
    "listening.say_if_better": lambda _world: _better(),
    "listening.pass_on_listening_work": lambda _world: _leaves(),
}

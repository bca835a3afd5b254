"""The actions of the alliance, each done once."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from kith.alliance.actions import clearing, deciding, meetings, promising, reading, theming
from kith.alliance.actions.leaving import pass_on_alliance_work
from kith.alliance.actions.watching import forget_stories, look_at_waiting
from kith.alliance.actions.welcoming import note_venue_change
from kith.alliance.models.stories import ReadingDuty
from kith.alliance.rules.codes import AsideReason, Felt, ThemeState
from kith.directory.models.listings import Venue
from kith.kernel import clock
from kith.kernel.ids import VenueId
from kith.organisations.actions.people import end_membership
from kith.organisations.events import MembershipEnded
from kith.platform.access.viewer import ANONYMOUS
from tests.access.alliance_ids import (
    BY,
    ENGLISH,
    ROMANIAN,
    Act,
    a_decision,
    a_promise,
    asked,
    at_work,
    attendance,
    cleared,
    decided,
    frozen,
    gathered,
    held,
    member,
    planned,
    promised,
    read,
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


def _point() -> Act:
    meeting_id = planned()
    return lambda: meetings.add_point(by=at_work("alliance-chair"), meeting_id=meeting_id, title="Tea")


def _freezes() -> Act:
    meeting_id = planned()
    return lambda: meetings.freeze_papers(by=at_work("alliance-chair"), meeting_id=meeting_id)


def _minutes() -> Act:
    meeting_id, item_id = frozen()
    by = at_work("alliance-chair")
    return lambda: meetings.write_minutes(by=by, meeting_id=meeting_id, item_id=item_id, words="Agreed.")


def _approves() -> Act:
    meeting_id = held()
    return lambda: meetings.approve_minutes(by=at_work("alliance-chair"), meeting_id=meeting_id)


def _decides() -> Act:
    meeting_id, item_id = frozen()
    by = at_work("alliance-chair")
    return lambda: deciding.decide(by=by, meeting_id=meeting_id, item_id=item_id, new=a_decision())


def _finishes() -> Act:
    _, _, action_id = decided()
    return lambda: deciding.finish_action(by=at_work("midwife"), action_id=action_id, evidence="It stands there.")


def _puts_off() -> Act:
    _, _, action_id = decided()
    later = clock.today() + timedelta(days=30)
    return lambda: deciding.put_off_action(by=at_work("midwife"), action_id=action_id, due_on=later)


def _gives() -> Act:
    _, _, action_id = decided()
    to = member("coordinator")
    return lambda: deciding.give_action_to(by=at_work("alliance-chair"), action_id=action_id, owner=to)


def _changes() -> Act:
    venue_id = VenueId(Venue.objects.order_by("pk")[0].pk)
    said: dict[str, Any] = {"changed_on": clock.today(), "what": "New chairs"}
    return lambda: note_venue_change(by=at_work("coordinator"), venue_id=venue_id, **said)


def _leaves() -> Act:
    decided()
    end_membership(by=BY, membership_id=member("midwife"), until_on=clock.today())
    return lambda: pass_on_alliance_work(MembershipEnded(member("midwife")))


ALLIANCE_ACTS: dict[str, Callable[[Any], Act]] = {
    "alliance.tell_story": lambda _world: told,
    "alliance.let_story_on": lambda _world: _let_on(),
    "alliance.set_story_aside": lambda _world: _aside(),
    "alliance.put_on_duty": lambda _world: _on_duty,
    "alliance.take_off_duty": lambda _world: _off(),
    "alliance.ask_for_translation": lambda _world: _asks(),
    "alliance.translate_story": lambda _world: _translates(),
    "alliance.clear_story": lambda _world: _clears(),
    "alliance.look_at_waiting": lambda _world: lambda: look_at_waiting(by=BY),
    "alliance.forget_stories": lambda _world: lambda: forget_stories(by=BY),
    "alliance.note_venue_change": lambda _world: _changes(),
    "alliance.begin_theme": lambda _world: _begins(),
    "alliance.put_in_theme": lambda _world: _puts(),
    "alliance.take_out_of_theme": lambda _world: _takes_out(),
    "alliance.promise": lambda _world: _promises(),
    "alliance.settle_theme": lambda _world: _settles(),
    "alliance.reply_to_writers": lambda _world: _replies(),
    "alliance.say_if_better": lambda _world: _better(),
    "alliance.plan_meeting": lambda _world: planned,
    "alliance.add_point": lambda _world: _point(),
    "alliance.freeze_papers": lambda _world: _freezes(),
    "alliance.note_attendance": lambda _world: attendance(frozen()[0]),
    "alliance.write_minutes": lambda _world: _minutes(),
    "alliance.approve_minutes": lambda _world: _approves(),
    "alliance.decide": lambda _world: _decides(),
    "alliance.finish_action": lambda _world: _finishes(),
    "alliance.put_off_action": lambda _world: _puts_off(),
    "alliance.give_action_to": lambda _world: _gives(),
    "alliance.pass_on_alliance_work": lambda _world: _leaves(),
}

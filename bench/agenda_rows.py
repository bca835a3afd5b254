"""Stories in themes and agreed actions of earlier meetings, written in bulk for a measure."""

from __future__ import annotations

from datetime import timedelta

from kith.alliance.actions.planning import plan_meeting
from kith.alliance.models.meetings import AgendaItem, AgreedAction, Decision, Meeting
from kith.alliance.rules.codes import AgendaKind, MeetingId, MeetingState
from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.listening.models.stories import ClearedWording, Story
from kith.listening.models.themes import Theme, ThemeStory
from kith.listening.rules.codes import StoryState, ThemeState
from kith.organisations.queries.people import people_who
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, ViewerKind

EACH = 25
"""So many stories in a theme."""


def write_rows(actions: int, stories: int, *, late: int, new: int, soon: timedelta) -> tuple[Viewer, MeetingId]:
    """Write them, and plan a meeting; gives who prepares it, and the meeting."""
    who = people_who(Permission.MANAGE_MEETINGS)[0]
    viewer = Viewer(
        kind=ViewerKind.STAFF,
        membership_id=who.id,
        organisation_ids=frozenset({who.organisation.id}),
        permissions=frozenset({Permission.SEE_THEMES, Permission.MANAGE_MEETINGS}),
    )
    _themes(stories, new, int(who.id))
    _actions(actions, late, int(who.id))
    at = clock.now() + soon
    when = {"starts_at": at, "ends_at": at + timedelta(hours=2)}
    return viewer, plan_meeting(by=viewer, place="Bench", request_key=new_uuid(), **when)


def _themes(stories: int, new: int, who: int) -> None:
    today = clock.today()
    base = {"begun_on": today, "moved_on": today, "begun_by_id": who}
    done = {"state": ThemeState.DONE, "outcome": "Done.", "settled_on": today}
    count = max(new, stories // EACH)
    themes = Theme.objects.bulk_create(
        Theme(title=f"Bench {at}", **base, **({} if at < new else done)) for at in range(count)
    )
    read = {"state": StoryState.READ, "read_by_id": who, "read_on": today, "told_on": today, "language": "en"}
    told = Story.objects.bulk_create(
        Story(id=new_uuid(), words="The room was cold.", key_hash=f"bench{at}", **read) for at in range(stories)
    )
    clear = {"language": "en", "may_quote": False, "cleared_by_id": who, "cleared_on": today}
    words = {"english": "The room was cold.", "own_words": "The room was cold."}
    ClearedWording.objects.bulk_create(ClearedWording(story=row, **words, **clear) for row in told)
    ThemeStory.objects.bulk_create(
        ThemeStory(theme=themes[at % count], story=row, language="en", put_by_id=who) for at, row in enumerate(told)
    )


def _actions(actions: int, late: int, who: int) -> None:
    today = clock.today()
    past = clock.now() - timedelta(days=60)
    meeting = Meeting.objects.create(
        starts_at=past,
        ends_at=past + timedelta(hours=2),
        place="Bench",
        state=MeetingState.HELD,
        planned_by_id=who,
        request_key=new_uuid(),
    )
    item = AgendaItem.objects.create(meeting=meeting, position=1, kind=AgendaKind.OWN, title="Bench", is_frozen=True)
    decided = {"item": item, "year": 1900, "words": "We do.", "decided_on": today, "noted_by_id": who}
    decisions = Decision.objects.bulk_create(Decision(number=at, **decided) for at in range(1, actions + 1))
    days = {"due_on": today - timedelta(days=9), "first_due_on": today - timedelta(days=9), "owner_id": who}
    AgreedAction.objects.bulk_create(
        AgreedAction(
            decision=row,
            what=f"Bench {at}",
            done_on=None if at < late else today,
            evidence="" if at < late else "Seen.",
            **days,
        )
        for at, row in enumerate(decisions)
    )

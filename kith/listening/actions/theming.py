"""Gathering cleared stories into themes: people decide, whatever likeness suggests."""

from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.listening.actions.locking import locked_theme, member
from kith.listening.actions.sending import answer_contacts
from kith.listening.models.stories import ClearedWording
from kith.listening.models.themes import BetterAnswer, Theme, ThemeStep, ThemeStory
from kith.listening.rules.codes import StoryId, ThemeId, ThemeState
from kith.listening.rules.cutting import particulars_in
from kith.platform import access, audit, steps
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def begin_theme(*, by: Actor, title: str, story_id: StoryId) -> ThemeId:
    """Begin a theme with a cleared story; begun twice under one title it is one theme."""
    access.require(by, Permission.MANAGE_THEMES)
    title = " ".join(title.split())
    if found := particulars_in(title):
        raise Refusal("particulars_left", found=found[0])
    today, who = clock.today(), member(by)
    begun = {"begun_on": today, "moved_on": today, "begun_by_id": who}
    row, is_new = Theme.objects.get_or_create(title=title, defaults=begun)
    if is_new:
        step = ThemeStep(theme=row, state=ThemeState.HEARD, membership_id=who)
        steps.move(by, row, step, after=None, entry="listening.theme_begun")
    put_in_theme(by=by, story_id=story_id, theme_id=ThemeId(row.pk))
    return ThemeId(row.pk)


@action
def put_in_theme(*, by: Actor, story_id: StoryId, theme_id: ThemeId) -> None:
    """Say that a cleared story belongs to the theme; its writer is sent what was said to others before."""
    row = locked_theme(by, theme_id)
    cleared = ClearedWording.objects.filter(story_id=story_id).first()
    if cleared is None:
        raise NotFound("story")
    put = {"put_by_id": member(by), "language": cleared.language}
    _, is_new = ThemeStory.objects.get_or_create(theme=row, story_id=story_id, defaults=put)
    if is_new:
        audit.record(by, "listening.story_put_in_theme", row, story=story_id)
        answer_contacts(by, row, only=story_id)


@action
def take_out_of_theme(*, by: Actor, story_id: StoryId, theme_id: ThemeId) -> None:
    """Say that a story does not belong to the theme after all; taken out twice it is taken out once."""
    row = locked_theme(by, theme_id)
    count, _ = ThemeStory.objects.filter(theme=row, story_id=story_id).delete()
    if count:
        BetterAnswer.objects.filter(theme=row, story_id=story_id).delete()
        audit.record(by, "listening.story_taken_out_of_theme", row, story=story_id)

"""Locks of the room, and who acts."""

from kith.kernel.ids import MembershipId
from kith.listening.models.stories import Story
from kith.listening.models.themes import Theme
from kith.listening.rules.codes import StoryId, ThemeId
from kith.platform import access
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor


def member(by: Actor) -> MembershipId:
    """The membership of the person who acts; Forbidden for all others: here each act has a person's name."""
    if by.membership_id is None:
        raise Forbidden("member")
    return by.membership_id


def locked_story(by: Actor, story_id: StoryId) -> Story:
    """The story, locked, for those who read stories."""
    access.require(by, Permission.SEE_STORIES)
    row = Story.objects.select_for_update(of=("self",)).filter(pk=story_id).first()
    if row is None:
        raise NotFound("story")
    return row


def locked_theme(by: Actor, theme_id: ThemeId) -> Theme:
    """The theme, locked, for those who decide on themes."""
    access.require(by, Permission.MANAGE_THEMES)
    if (row := Theme.objects.locked(theme_id)) is None:
        raise NotFound("theme")
    return row

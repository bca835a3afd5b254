"""A small place for the tests of the alliance: its people, and a story brought as far as one likes."""

from dataclasses import dataclass, field
from datetime import timedelta

from kith.kernel.ids import MembershipId, OrganisationId, new_uuid
from kith.listening.actions import clearing, reading, theming
from kith.listening.actions.telling import tell_story
from kith.listening.models.stories import Story
from kith.listening.rules.codes import StoryId, ThemeId, Told
from kith.organisations.rules import Role
from kith.platform.access.viewer import Viewer
from testing.people import organisation, worker

ROMANIAN = "Sala era rece. Sunați-mă la 07700 900123."
ENGLISH = "The room was cold. Ring me on 07700 900123."
SOON = timedelta(days=7)


def member(viewer: Viewer) -> MembershipId:
    """Her membership."""
    assert viewer.membership_id is not None
    return viewer.membership_id


@dataclass
class Alliance:
    """Who takes part."""

    ours: OrganisationId = field(default_factory=organisation)

    def __post_init__(self) -> None:
        self.coordinator = worker(Role.COORDINATOR, at=self.ours, name="Megan Ashcombe")
        self.chair = worker(Role.ALLIANCE_CHAIR, at=self.ours, name="Rachel Penrose")
        self.representative = worker(Role.PARENT_REPRESENTATIVE, at=self.ours, name="Hodan Warsame")
        self.translator = worker(Role.OUTREACH_WORKER, at=self.ours, name="Daniela Stoian", languages=["en", "ro"])

    def told(self, words: str = ROMANIAN, language: str = "ro", **more: object) -> tuple[StoryId, str]:
        """A story no person has read, and the secret of its answer."""
        before = set(Story.objects.values_list("pk", flat=True))
        told = Told(words, language, **more)  # type: ignore[arg-type]
        token = tell_story(told=told, request_key=new_uuid())
        (new,) = set(Story.objects.values_list("pk", flat=True)) - before
        return StoryId(new), token

    def cleared(self, **more: object) -> tuple[StoryId, str]:
        """A Romanian story that others may read."""
        story_id, token = self.told(**more)  # type: ignore[arg-type]
        reading.let_story_on(by=self.coordinator, story_id=story_id)
        to = member(self.translator)
        clearing.ask_for_translation(by=self.coordinator, story_id=story_id, translator_id=to)
        clearing.translate_story(by=self.translator, story_id=story_id, words=ENGLISH)
        english, own = "The room was cold. Ring me on […]", "Sala era rece. Sunați-mă la […]"
        clearing.clear_story(by=self.coordinator, story_id=story_id, english=english, own_words=own)
        return story_id, token

    def gathered(self, title: str = "Cold rooms", **more: object) -> tuple[ThemeId, StoryId, str]:
        """A theme with one story."""
        story_id, token = self.cleared(**more)
        return theming.begin_theme(by=self.representative, title=title, story_id=story_id), story_id, token

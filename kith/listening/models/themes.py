"""Themes: what parents say, what was promised, and the replies to those who wrote."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kith.listening.models.stories import Story
from kith.listening.rules.codes import LONGEST_WORDS, THEMES, Felt, ThemeState
from kith.listening.rules.promises import Promise
from kith.platform.codes import CodeField
from kith.platform.steps import Step

OPEN = Q(state__in=["heard", "planned"])


class ThemeQuerySet(models.QuerySet["Theme"]):
    """Themes, by what has become of them."""

    def locked(self, theme_id: int) -> "Theme | None":
        """The theme, for nothing else to change it until the transaction ends."""
        return self.select_for_update(of=("self",)).filter(pk=theme_id).first()

    def heard(self) -> Self:
        """Those of which nothing is decided yet."""
        return self.filter(state=ThemeState.HEARD).order_by("begun_on", "pk")

    def promised(self) -> Self:
        """Those that stand on the public page: promised, done, or not possible."""
        return self.exclude(state=ThemeState.HEARD).order_by("-moved_on", "-pk")


class Theme(models.Model):
    """What several stories say; people decide which belong to it, and what becomes of it."""

    title = models.CharField(max_length=120)
    state = CodeField(ThemeState, default=ThemeState.HEARD)
    promise = models.TextField(max_length=LONGEST_WORDS, blank=True)
    outcome = models.TextField(max_length=LONGEST_WORDS, blank=True)
    owner = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    due_on = models.DateField(null=True)
    settled_on = models.DateField(null=True)
    begun_on = models.DateField()
    begun_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    moved_on = models.DateField()

    objects = ThemeQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["title"], name="theme_title_once"),
            models.CheckConstraint(condition=~Q(title=""), name="theme_has_a_title"),
            models.CheckConstraint(
                condition=~Q(state="planned")
                | (Q(owner__isnull=False, due_on__isnull=False, settled_on=None) & ~Q(promise="")),
                name="theme_promise_has_owner_and_day",
            ),
            models.CheckConstraint(
                condition=OPEN | (Q(settled_on__isnull=False) & ~Q(outcome="")), name="theme_settled_says_how"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["begun_on"], condition=Q(state="heard"), name="theme_heard"),
            models.Index(fields=["due_on"], condition=Q(state="planned"), name="theme_promised"),
        ]

    def __str__(self) -> str:
        return f"theme {self.pk}"

    @property
    def as_promise(self) -> Promise:
        """What is promised, for rules."""
        return Promise(self.state, self.promise, self.owner_id, self.due_on, self.settled_on)


class ThemeStep(Step):
    """One change of what becomes of a theme; the history of a promise, kept or moved."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="steps")
    state = CodeField(ThemeState)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    due_on = models.DateField(null=True)
    words = models.TextField(max_length=LONGEST_WORDS, blank=True)

    machine = THEMES

    def __str__(self) -> str:
        return f"{self.state} of theme {self.theme_id}"


class ThemeStory(models.Model):
    """A story that a person has put into a theme, and in which language its writer is answered."""

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="in_it")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="themes")
    language = models.CharField(max_length=10)
    put_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["story", "theme"], name="theme_story_once")]

    def __str__(self) -> str:
        return f"in theme {self.theme_id}"


class ThemeReply(models.Model):
    """What is said of a theme to all who wrote about it in one language, when it came to this state."""

    step = models.ForeignKey(ThemeStep, on_delete=models.PROTECT, related_name="replies")
    language = models.CharField(max_length=10)
    words = models.TextField(max_length=LONGEST_WORDS)
    written_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    written_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["step", "language"], name="theme_reply_one_a_language"),
            models.CheckConstraint(condition=~Q(words=""), name="theme_reply_has_words"),
        ]

    def __str__(self) -> str:
        return f"reply in {self.language}"


class BetterAnswer(models.Model):
    """A writer's answer to "is it better?" about one theme; only counts are shown."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="better")
    better = CodeField(Felt)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["story", "theme"], name="better_answer_once")]

    def __str__(self) -> str:
        return "an answer"

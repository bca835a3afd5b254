"""Stories, apart from how their writers are reached; their translations and cleared words; who is on duty to read."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kith.kernel.ids import MembershipId
from kith.listening.rules.codes import LONGEST_STORY, AsideReason, Felt, StoryState, SubjectKind
from kith.platform.codes import CodeField
from kith.platform.stretches import DateRange, ends_after_it_begins, never_two


class StoryQuerySet(models.QuerySet["Story"]):
    """Stories, by how they stand."""

    def unread(self) -> Self:
        """Those that no person has read; words of harm move one up, and do nothing else."""
        return self.filter(state=StoryState.UNREAD).order_by("-is_moved_up", "waiting_since", "pk")

    def read(self) -> Self:
        """Those that a person has read and let go on."""
        return self.filter(state=StoryState.READ)


class Story(models.Model):
    """What a parent or carer told the alliance; the database lets nothing hang on it before a person has read it.

    The key is random and the time coarse, and both are gone or coarser once it is read: nothing leads from a nameless
    story to its writer. ``key_hash`` finds it again for the one who holds the address of its answer.
    """

    id = models.UUIDField(primary_key=True)
    words = models.TextField(max_length=LONGEST_STORY, blank=True)
    language = models.CharField(max_length=10)
    about = CodeField(SubjectKind, blank=True)
    about_id = models.BigIntegerField(null=True)
    about_name = models.CharField(max_length=200, blank=True)
    service = models.ForeignKey("directory.Service", on_delete=models.PROTECT, related_name="+", null=True)
    venue = models.ForeignKey("directory.Venue", on_delete=models.PROTECT, related_name="+", null=True)
    session_on = models.DateField(null=True)
    sound = models.OneToOneField("files.Sound", on_delete=models.PROTECT, related_name="+", null=True)
    spoken_seconds = models.PositiveSmallIntegerField(null=True)
    may_keep_sound = models.BooleanField(default=False)
    may_quote = models.BooleanField(default=False)
    is_nameless = models.BooleanField(default=True)
    is_moved_up = models.BooleanField(default=False)
    is_announced = models.BooleanField(default=False)
    told_on = models.DateField()
    waiting_since = models.DateTimeField(null=True)
    state = CodeField(StoryState, default=StoryState.UNREAD)
    read_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    read_on = models.DateField(null=True)
    aside_reason = CodeField(AsideReason, blank=True)
    aside_note = models.TextField(max_length=2000, blank=True)
    key_hash = models.CharField(max_length=64, unique=True)

    objects = StoryQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="unread", read_by=None, read_on=None, waiting_since__isnull=False)
                | (~Q(state="unread") & Q(read_by__isnull=False, read_on__isnull=False, waiting_since=None)),
                name="story_read_by_a_person",
            ),
            models.CheckConstraint(
                condition=(Q(state="set_aside") & ~Q(aside_reason="")) | (~Q(state="set_aside") & Q(aside_reason="")),
                name="story_aside_says_why",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["-is_moved_up", "waiting_since"], condition=Q(state="unread"), name="story_unread"),
        ]

    def __str__(self) -> str:
        return "a story"


class StoryContact(models.Model):
    """How the writer of a story is reached, kept apart from it until it is answered; then it is emptied, then gone."""

    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="contact")
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    token = models.CharField(max_length=64, blank=True)
    answered_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(answered_on=None) | Q(email="", phone="", token=""),
                name="story_contact_erased_when_answered",
            ),
        ]

    def __str__(self) -> str:
        return "how a writer is reached"


class StoryTranscript(models.Model):
    """Which named person was asked to write down what a story says aloud; the words become the story's own."""

    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="transcript")
    writer = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    done_on = models.DateField(null=True)

    def __str__(self) -> str:
        return "a transcript"


class StoryTranslation(models.Model):
    """The English of a story, by the named person who was asked for it."""

    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="translation")
    translator = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    words = models.TextField(max_length=LONGEST_STORY, blank=True)
    done_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(words="", done_on=None) | (~Q(words="") & Q(done_on__isnull=False)),
                name="story_translation_done_has_words",
            ),
        ]

    def __str__(self) -> str:
        return "a translation"


class ClearedWording(models.Model):
    """A story as others may read it: its own words, in English and as they were written, with pieces cut out."""

    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="cleared")
    language = models.CharField(max_length=10)
    may_quote = models.BooleanField()
    english = models.TextField(max_length=LONGEST_STORY)
    own_words = models.TextField(max_length=LONGEST_STORY)
    cleared_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    cleared_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(english="") & ~Q(own_words=""), name="cleared_wording_has_words"),
        ]

    def __str__(self) -> str:
        return "cleared words"


class ReadingDutyQuerySet(models.QuerySet["ReadingDuty"]):
    """Days of duty."""

    def named_on(self, day: date) -> list[MembershipId]:
        """Who reads first on this day and, after them, who stands in."""
        row = self.filter(from_on__lte=day, until_on__gte=day).first()
        return [MembershipId(each) for each in (row.membership_id, row.deputy_id) if each] if row else []


class ReadingDuty(models.Model):
    """Who reads stories first, and who stands in, from a day until another."""

    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    deputy = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    from_on = models.DateField()
    until_on = models.DateField()

    objects = ReadingDutyQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            ends_after_it_begins("reading_duty_ends_after_it_begins", "from_on", "until_on"),
            never_two("reading_duty_one_a_day", stretch=DateRange("from_on", "until_on", models.Value("[]"))),
        ]

    def __str__(self) -> str:
        return f"reading duty {self.pk}"


class WelcomeAnswer(models.Model):
    """One answer to "did you feel welcome, and free to feed your way?", tied to no story: it is there to be counted."""

    id = models.UUIDField(primary_key=True)
    venue = models.ForeignKey("directory.Venue", on_delete=models.CASCADE, related_name="+", null=True)
    month = models.DateField()
    felt = CodeField(Felt)
    community = models.CharField(max_length=12, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(month__day=1), name="welcome_answer_keeps_the_month"),
        ]
        indexes: ClassVar = [models.Index(fields=["venue", "month"], name="welcome_answer_by_venue")]

    def __str__(self) -> str:
        return "an answer"


class VenueChange(models.Model):
    """Something was changed at a venue on a day: answers before it and after it are compared."""

    venue = models.ForeignKey("directory.Venue", on_delete=models.CASCADE, related_name="+")
    changed_on = models.DateField()
    what = models.CharField(max_length=200)
    noted_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(what=""), name="venue_change_says_what"),
            models.UniqueConstraint(fields=["venue", "changed_on"], name="venue_change_one_a_day"),
        ]

    def __str__(self) -> str:
        return f"change {self.pk}"


UNNAMED_STORY, UNNAMED_ANSWER = Story(), WelcomeAnswer()
"""What an entry of the audit names where it must not say which story or answer it was: they have no key."""

"""What is said of a venue, and the visits and photos by which it is known."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.answers import Answered, one_current
from kith.platform.codes import CodeField
from kith.platform.private_links import new_token
from kith.welcome.rules.codes import LONGEST_WORDS, Agreement, Answer, Criterion
from kith.welcome.rules.profiles import Said

Texts = models.JSONField  # {language code: text}


class VenueVisitQuerySet(models.QuerySet["VenueVisit"]):
    """Visits by whose they are and how far they have come."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Those to venues of the viewer's own organisation."""
        return self if viewer.kind is ViewerKind.SYSTEM else self.filter(organisation_id__in=viewer.organisation_ids)

    def published(self) -> Self:
        """Those whose findings stand on the public page, the latest day first."""
        return self.filter(published_at__isnull=False).order_by("-visited_on", "-pk")

    def to_publish(self) -> Self:
        """Those that were told and are not published yet, the oldest first."""
        return self.filter(told_at__isnull=False, published_at__isnull=True).order_by("told_at", "pk")

    def awaited(self, today: date) -> Self:
        """Those that a parent can still tell of by her link."""
        return self.filter(told_at__isnull=True, ends_on__gte=today).order_by("asked_at", "pk")


class VenueVisit(models.Model):
    """A parent goes to a venue and says what she found, by her private link or at the desk; or a worker does.

    It leads to no record: who she is stands nowhere.
    """

    venue = models.ForeignKey("directory.Venue", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    token = models.CharField(max_length=43, unique=True, default=new_token)
    request_key = models.UUIDField(unique=True)
    asked_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    asked_at = models.DateTimeField()
    ends_on = models.DateField()
    told_at = models.DateTimeField(null=True)
    visited_on = models.DateField(null=True)
    by_parent = models.BooleanField(default=True)
    language = models.CharField(max_length=10, blank=True)
    # By criterion the answer and the line.
    findings = models.JSONField(default=dict)
    words = models.TextField(max_length=LONGEST_WORDS, blank=True)
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    objects = VenueVisitQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(told_at__isnull=True, visited_on__isnull=True)
                | Q(told_at__isnull=False, visited_on__isnull=False),
                name="venue_visit_told_of_a_day",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | Q(told_at__isnull=False), name="venue_visit_told_first"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["venue", "visited_on"], name="venue_visit_by_day")]

    def __str__(self) -> str:
        return f"visit {self.pk}"

    @property
    def said(self) -> dict[Criterion, Said]:
        """What was found, with each line in the language in which it was written."""
        return {
            Criterion(each): Said(Answer(answer), {self.language: line} if line else {})
            for each, (answer, line) in self.findings.items()
        }


class VenueAnswer(Answered):
    """Whether one thing is so at a venue, with a line beside it; the current answer counts, the others stay."""

    question: ClassVar = ("venue", "criterion")
    says: ClassVar = ("answer", "line")

    venue = models.ForeignKey("directory.Venue", on_delete=models.CASCADE, related_name="+")
    criterion = CodeField(Criterion)
    answer = CodeField(Answer)
    line = Texts(default=dict)
    said_at = models.DateTimeField()
    said_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    visit = models.ForeignKey(VenueVisit, on_delete=models.PROTECT, related_name="answers", null=True)

    class Meta:
        constraints: ClassVar = [one_current("venue", "criterion", name="venue_answer_one_counts")]

    def __str__(self) -> str:
        return f"{self.criterion} at venue {self.venue_id}"


class VenuePhotoQuerySet(models.QuerySet["VenuePhoto"]):
    """Photos by whether they are shown."""

    def shown(self) -> Self:
        """Those that were not taken away, in the order in which they came."""
        return self.filter(removed_at__isnull=True).order_by("pk")


class VenuePhoto(models.Model):
    """A photo of a venue, the words for who cannot see it, and the agreement of those who are in it."""

    venue = models.ForeignKey("directory.Venue", on_delete=models.CASCADE, related_name="+")
    file = models.OneToOneField("files.File", on_delete=models.PROTECT, related_name="+")
    token = models.CharField(max_length=43, unique=True, default=new_token)
    request_key = models.UUIDField(unique=True)
    alt = Texts(default=dict)
    agreement = CodeField(Agreement)
    agreed_words = models.CharField(max_length=200, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    removed_at = models.DateTimeField(null=True)

    objects = VenuePhotoQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(alt__has_key="en"), name="venue_photo_has_words"),
            models.CheckConstraint(
                condition=~Q(agreement=Agreement.ALL_AGREED, agreed_words=""), name="venue_photo_agreed_by_somebody"
            ),
        ]

    def __str__(self) -> str:
        return f"photo {self.pk}"

    def take_away(self, now: Any) -> None:
        """Let it be shown no more; who agreed to what is forgotten with it."""
        self.removed_at, self.agreement, self.agreed_words = now, Agreement.NOBODY_SHOWN, ""
        self.alt = {"en": "-"}
        self.save(update_fields=["removed_at", "agreement", "agreed_words", "alt"])

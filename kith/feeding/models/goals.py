"""What parents hope for in feeding, and how it ended."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kith.families.rules.codes import LANGUAGE_PATTERN
from kith.feeding.rules.goals import LONGEST_GOAL, AsWanted, Hope, HopedUntil
from kith.feeding.rules.statuses import Source
from kith.platform.answers import Answered, one_current
from kith.platform.codes import CodeField


class FeedingGoal(Answered):
    """How a parent hopes to feed, and until when, coded and in her own words; without a baby it is for all of them.

    Each change is a new row; the current one stands on the page, the others stay as what she hoped then.
    """

    question: ClassVar = ("family", "baby")
    says: ClassVar = ("hope", "until", "words", "language", "source")

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    baby = models.ForeignKey("families.Baby", on_delete=models.CASCADE, related_name="+", null=True)
    hope = CodeField(Hope)
    until = CodeField(HopedUntil, blank=True)
    words = models.CharField(max_length=LONGEST_GOAL, blank=True)
    language = models.CharField(max_length=20)
    source = CodeField(Source)
    said_at = models.DateTimeField()
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["family"], name="feeding_goal_by_family")]
        constraints: ClassVar = [
            one_current("family", "baby", name="feeding_goal_one_current", nulls_distinct=False),
            models.CheckConstraint(
                condition=Q(until__in=[each.value for each in HopedUntil])
                | Q(until="", hope__in=[Hope.UNDECIDED.value, Hope.FORMULA.value]),
                name="feeding_goal_says_until_when",
            ),
            models.CheckConstraint(
                condition=Q(language__regex=LANGUAGE_PATTERN), name="feeding_goal_language_is_a_code"
            ),
        ]

    def __str__(self) -> str:
        return f"feeding goal {self.pk}"


class FeedingEnd(Answered):
    """When a baby had its last breast milk (no day: it had none), and whether its mother fed as long as she wanted."""

    question: ClassVar = ("baby",)
    says: ClassVar = ("stopped_on", "as_wanted", "asked_on")

    baby = models.ForeignKey("families.Baby", on_delete=models.CASCADE, related_name="+")
    stopped_on = models.DateField(null=True)
    as_wanted = CodeField(AsWanted)
    source = CodeField(Source)
    asked_on = models.DateField(db_index=True)
    recorded_at = models.DateTimeField()
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints: ClassVar = [
            one_current("baby", name="feeding_end_one_current"),
            models.CheckConstraint(
                condition=Q(stopped_on__isnull=True) | Q(stopped_on__lte=F("asked_on")),
                name="feeding_end_before_it_was_asked",
            ),
        ]

    def __str__(self) -> str:
        return f"feeding end {self.pk}"

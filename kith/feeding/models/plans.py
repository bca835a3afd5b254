"""Feeding plans: what was agreed."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kith.families.rules.codes import LANGUAGE_PATTERN
from kith.feeding.rules.plans import LONGEST_PLAN
from kith.platform.answers import Answered, one_current


class FeedingPlan(Answered):
    """What a worker and a parent agreed for one baby, in English and in her language, and the day they look again."""

    question: ClassVar = ("baby",)
    says: ClassVar = ("agreed", "agreed_in_her_words", "language", "agreed_with", "review_on", "membership")

    baby = models.ForeignKey("families.Baby", on_delete=models.CASCADE, related_name="+")
    agreed = models.CharField(max_length=LONGEST_PLAN)
    agreed_in_her_words = models.CharField(max_length=LONGEST_PLAN, blank=True)
    language = models.CharField(max_length=20)
    agreed_with = models.CharField(max_length=120)
    review_on = models.DateField()
    agreed_at = models.DateTimeField()
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    next_step = models.ForeignKey("tasks.NextStep", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints: ClassVar = [
            one_current("baby", name="feeding_plan_one_current"),
            models.CheckConstraint(condition=~Q(agreed=""), name="feeding_plan_says_something"),
            models.CheckConstraint(
                condition=Q(language__regex=LANGUAGE_PATTERN), name="feeding_plan_language_is_a_code"
            ),
        ]

    def __str__(self) -> str:
        return f"feeding plan {self.pk}"

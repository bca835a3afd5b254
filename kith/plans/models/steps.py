"""What the alliance aims at, and what is noted of each step of its plan."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.kernel.plan import PlanStep
from kith.plans.rules.codes import LONGEST_GAP, LONGEST_WORDS
from kith.platform.codes import CodeField
from kith.platform.stretches import Stretches, ends_after_it_begins

Texts = models.JSONField  # {language code: text}


class AimQuerySet(Stretches["Aim"]):
    """Aims, those that hold and those that ended."""

    end = "ended_on"


class Aim(models.Model):
    """What the alliance wants, in several languages, and by which evidence it is shown."""

    words = Texts(default=dict)
    evidence = ArrayField(models.CharField(max_length=60))
    since_on = models.DateField()
    ended_on = models.DateField(null=True)
    added_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    request_key = models.UUIDField(unique=True)

    objects = AimQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(words__has_key="en"), name="aim_is_said_in_english"),
            models.CheckConstraint(condition=Q(evidence__len__gt=0), name="aim_is_shown_by_something"),
            ends_after_it_begins("aim_ends_after_it_begins", "since_on", "ended_on"),
        ]

    def __str__(self) -> str:
        return f"aim {self.pk}"


class PlanEntryQuerySet(models.QuerySet["PlanEntry"]):
    """Entries by which of them counts."""

    def newest(self) -> Self:
        """The last entry of each step: the one that counts."""
        return self.order_by("step", "-pk").distinct("step")


class PlanEntry(models.Model):
    """What was done at one step of the plan, what is missing, who answers for it and until when; never changed."""

    step = CodeField(PlanStep)
    done = models.TextField(max_length=LONGEST_WORDS)
    gap = models.CharField(max_length=LONGEST_GAP, blank=True)
    owner = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    next_on = models.DateField()
    noted_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    noted_on = models.DateField()
    request_key = models.UUIDField(unique=True)

    objects = PlanEntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "plan entries"
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(done=""), name="plan_entry_says_what"),
            models.CheckConstraint(condition=Q(next_on__gte=models.F("noted_on")), name="plan_entry_looks_ahead"),
        ]
        indexes: ClassVar = [models.Index(fields=["step", "-id"], name="plan_entry_newest")]

    def __str__(self) -> str:
        return f"entry of {self.step}"

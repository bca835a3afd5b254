"""The chapters of the case study that people write."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kith.kernel.plan import Chapter
from kith.plans.rules.codes import LONGEST_CHAPTER
from kith.platform.codes import CodeField


class CaseTextQuerySet(models.QuerySet["CaseText"]):
    """Texts by which of them counts."""

    def newest(self) -> Self:
        """The last of each chapter and language: the one that is printed."""
        return self.order_by("chapter", "language", "-pk").distinct("chapter", "language")


class CaseText(models.Model):
    """What was written for one chapter in one language; written anew it is a new row, and none is changed."""

    chapter = CodeField(Chapter)
    language = models.CharField(max_length=10)
    words = models.TextField(max_length=LONGEST_CHAPTER)
    written_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    written_on = models.DateField()
    request_key = models.UUIDField(unique=True)

    objects = CaseTextQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(words=""), name="case_text_has_words")]
        indexes: ClassVar = [models.Index(fields=["chapter", "language", "-id"], name="case_text_newest")]

    def __str__(self) -> str:
        return f"{self.chapter} in {self.language}"

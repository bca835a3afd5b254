"""What changed in the library, for whose work, and who has seen it."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.education.rules.codes import NewsKind
from kith.platform.codes import CodeField


class StatementUse(models.Model):
    """Which roles use a statement at work, where the place has said so; others are used by all who meet families."""

    key = models.CharField(max_length=100, unique=True)
    roles = ArrayField(models.CharField(max_length=20), default=list)
    set_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    set_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"use of {self.key}"


class LibraryNews(models.Model):
    """A statement was changed or withdrawn: the words before and after, and whose work uses it. It never changes."""

    key = models.CharField(max_length=100)
    kind = CodeField(NewsKind)
    mark = models.CharField(max_length=40)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    why = models.CharField(max_length=300, blank=True)
    roles = ArrayField(models.CharField(max_length=20))
    announced_at = models.DateTimeField()
    announced_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["key", "kind", "mark"], name="library_news_once"),
            models.CheckConstraint(
                condition=(Q(kind=NewsKind.CHANGED.value) & ~Q(after="")) | Q(kind=NewsKind.WITHDRAWN.value, after=""),
                name="library_news_says_what",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["-announced_on", "-id"], name="library_news_latest")]

    def __str__(self) -> str:
        return f"{self.key} {self.kind}"


class NewsReading(models.Model):
    """A person at work has seen one piece of news of the library; it is never taken back."""

    news = models.ForeignKey(LibraryNews, on_delete=models.PROTECT, related_name="readings")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["news", "membership"], name="news_reading_once")]

    def __str__(self) -> str:
        return f"news {self.news_id} seen"

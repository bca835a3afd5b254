"""Answers of which the current one counts: a correction is a new row, and the same answer given twice is one.

The caller locks what the answer is about (its family, its statement); the database refuses a second current answer.
"""

from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Q

IS_CURRENT = Q(is_current=True)
NOT_CURRENT = {"is_current": False}
Row = TypeVar("Row", bound="Answered")


def one_current(*question: str, name: str, **options: Any) -> models.UniqueConstraint:
    """The constraint that one answer to the question counts."""
    return models.UniqueConstraint(fields=question, name=name, condition=IS_CURRENT, **options)


class AnsweredQuerySet(models.QuerySet[Row]):
    """Answers, by whether they count."""

    def current(self) -> Self:
        """Those that count."""
        return self.filter(IS_CURRENT)


class Answered(models.Model):
    """An answer to a question; the fields that make the question, and those by which two answers say the same."""

    question: ClassVar[tuple[str, ...]]
    says: ClassVar[tuple[str, ...]]

    is_current = models.BooleanField(default=True)

    objects = AnsweredQuerySet.as_manager()

    class Meta:
        abstract = True

    def before(self) -> Self | None:
        """The answer that counts so far."""
        of = {name: self.serializable_value(name) for name in self.question}
        return type(self)._base_manager.filter(IS_CURRENT, **of).first()

    def is_same(self, other: Self) -> bool:
        """Whether both say the same."""
        return all(self.serializable_value(name) == other.serializable_value(name) for name in self.says)

    def replace(self, before: Self | None) -> None:
        """Add this answer in the place of the one before, which stays and no longer counts."""
        if before:
            before.close()
        self.save(force_insert=True)

    def close(self, **also: object) -> None:
        """Let this answer no longer count, and write these values beside."""
        for name, value in (also | NOT_CURRENT).items():
            setattr(self, name, value)
        self.save(update_fields=[*NOT_CURRENT, *also])

"""How an interpreter's page is opened: codes that were sent, keys that end by themselves. Only digests are kept."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kith.interpreting.models.interpreters import Interpreter
from kith.interpreting.rules.links import CODE_LASTS, key_holds
from kith.kernel import clock
from kith.kernel.private_links import MOST_WRONG, CodeFacts
from kith.platform.access import NotFound
from kith.platform.private_links import digest

PAGE = "interpreting.page"
"""What a key opens."""


class InterpreterCode(models.Model):
    """A code sent to an interpreter's phone or mailbox."""

    interpreter = models.ForeignKey(Interpreter, on_delete=models.CASCADE, related_name="codes")
    digest = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    wrong_count = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(wrong_count__lte=MOST_WRONG), name="interpreter_code_tries_are_few")
        ]

    def __str__(self) -> str:
        return f"interpreter code {self.pk}"

    @property
    def facts(self) -> CodeFacts:
        """The code as its rule knows it: it opens once."""
        return CodeFacts(self.sent_at + CODE_LASTS, self.wrong_count, is_ended=self.used_at is not None)


class InterpreterKeyQuerySet(models.QuerySet["InterpreterKey"]):
    """Keys, by whether they still open."""

    def interpreter_behind(self, key: str) -> Interpreter:
        """The interpreter whose opened page this is; NotFound once it has closed."""
        row = self.select_related("interpreter").filter(digest=digest(key, PAGE), closed_at__isnull=True).first()
        if row is None or row.interpreter.ended_at or not key_holds(row.opened_at, now=clock.now()):
            raise NotFound("interpreter page")
        return row.interpreter


class InterpreterKey(models.Model):
    """An opened page; the holder of its address is the interpreter until it closes."""

    interpreter = models.ForeignKey(Interpreter, on_delete=models.CASCADE, related_name="keys")
    digest = models.CharField(max_length=64, unique=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    objects = InterpreterKeyQuerySet.as_manager()

    def __str__(self) -> str:
        return f"interpreter key {self.pk}"

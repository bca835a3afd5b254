"""How an interpreter's page is opened: codes that were sent, keys that end by themselves. Only digests are kept."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kith.interpreting.models.interpreters import Interpreter


class InterpreterCode(models.Model):
    """A code sent to an interpreter's phone or mailbox."""

    interpreter = models.ForeignKey(Interpreter, on_delete=models.CASCADE, related_name="codes")
    digest = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    wrong_count = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(wrong_count__lte=5), name="interpreter_code_tries_are_few")
        ]

    def __str__(self) -> str:
        return f"interpreter code {self.pk}"


class InterpreterKey(models.Model):
    """An opened page; whoever holds its address is the interpreter until it closes."""

    interpreter = models.ForeignKey(Interpreter, on_delete=models.CASCADE, related_name="keys")
    digest = models.CharField(max_length=64, unique=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"interpreter key {self.pk}"

"""The audit's tables: entries, the seals that chain them, and what each look through both has found."""

from typing import ClassVar

from django.contrib.postgres.indexes import BrinIndex
from django.db import models


class AuditEntry(models.Model):
    """One thing an actor did, or one record an actor opened. Holds ids and codes, never a person's particulars."""

    class Kind(models.TextChoices):
        """Whether something was written or looked at."""

        WRITE = "write"
        READ = "read"

    at = models.DateTimeField()
    kind = models.CharField(max_length=5, choices=Kind)
    actor = models.CharField(max_length=60)
    account_id = models.BigIntegerField(null=True)
    membership_id = models.BigIntegerField(null=True)
    action = models.CharField(max_length=80)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40)
    family_id = models.UUIDField(null=True)
    facts = models.JSONField(default=dict)
    mac = models.BinaryField(max_length=48)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["family_id", "-at"], name="audit_family", condition=models.Q(family_id__isnull=False)),
            # Entries stand in the order of time: a small index finds the days that are searched.
            BrinIndex(fields=["at"], name="audit_at"),
        ]


class AuditSeal(models.Model):
    """A digest over all entries up to one, chained to the seal before it."""

    sealed_at = models.DateTimeField()
    first_id = models.BigIntegerField(unique=True)
    last_id = models.BigIntegerField(unique=True)
    entry_count = models.IntegerField()
    digest = models.BinaryField(max_length=32)


class AuditCheck(models.Model):
    """One look through the whole audit: how much there was, and what is not as it was written and sealed."""

    at = models.DateTimeField()
    entry_count = models.BigIntegerField()
    seal_count = models.IntegerField()
    fault_count = models.IntegerField()
    # The first of them, in ids of entries and seals.
    faults = models.JSONField(default=list)

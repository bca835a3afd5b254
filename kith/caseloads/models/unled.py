"""Which families have no lead, kept by the database itself: the list of Today reads it and counts nothing."""

from typing import ClassVar

from django.db import models


class Unled(models.Model):
    """A family without a lead, from its registration or from the end of its last lead until the next one.

    Triggers of this room write it, in the transaction that registers the family or changes its lead. It holds no key
    into another table, so that a merged record needs nothing done to it.
    """

    family_id = models.UUIDField(primary_key=True)
    registered_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "unled"
        indexes: ClassVar = [models.Index(fields=["-registered_at", "family_id"], name="unled_newest_first")]

    def __str__(self) -> str:
        return f"unled family {self.pk}"

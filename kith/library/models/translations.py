"""What every translation carries, whether of an answer or of a page."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kith.kernel.languages import ENGLISH


class Translated(models.Model):
    """Words in another language: drafted by a machine or not, and who that speaks it has checked them."""

    language = models.CharField(max_length=10)
    is_machine_drafted = models.BooleanField(default=True)
    checked_by = models.CharField(max_length=120, blank=True)
    checked_on = models.DateField(null=True)
    written_at = models.DateTimeField()

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(language=ENGLISH.code), name="%(class)s_is_not_english"),
            models.CheckConstraint(
                condition=Q(checked_by="", checked_on__isnull=True) | (~Q(checked_by="") & Q(checked_on__isnull=False)),
                name="%(class)s_checked_by_and_on",
            ),
        ]

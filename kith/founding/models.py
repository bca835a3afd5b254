"""The links by which administrators come in for the first time."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kith.founding.rules.links import LinkFacts


class AdministratorLink(models.Model):
    """A link that was printed once for an account: until when it opens, and whether it was used or replaced."""

    digest = models.CharField(max_length=64, unique=True)
    account = models.ForeignKey("platform.Account", on_delete=models.PROTECT, related_name="administrator_links")
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("made_at")), name="administrator_link_ends_later"),
        ]

    def __str__(self) -> str:
        return f"administrator link {self.pk}"

    def facts(self) -> LinkFacts:
        """What its rule goes by."""
        return LinkFacts(self.ends_at, is_used=self.used_at is not None, is_replaced=self.replaced_at is not None)

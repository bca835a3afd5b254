"""The expiring links by which a small group without accounts answers, and each reading behind one."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kith.kernel.private_links import CodeFacts
from kith.referrals.models.referrals import Referral


class ReferralLink(models.Model):
    """A private link to one referral; a code sent apart from it opens the page. Only digests are kept."""

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="links")
    token_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    code_digest = models.CharField(max_length=64, blank=True)
    code_expires_at = models.DateTimeField(null=True)
    code_count = models.PositiveSmallIntegerField(default=0)
    wrong_count = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="referral_link_expires"),
        ]

    def __str__(self) -> str:
        return f"referral link {self.pk}"

    @property
    def code(self) -> CodeFacts | None:
        """The last code that was sent, as its rule knows it; it opens as often as it is typed."""
        return CodeFacts(self.code_expires_at, self.wrong_count) if self.code_expires_at else None


class ReferralReading(models.Model):
    """One reading of a referral by its link; shown to the parent."""

    link = models.ForeignKey(ReferralLink, on_delete=models.CASCADE, related_name="readings")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"referral reading {self.pk}"

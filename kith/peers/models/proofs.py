"""What a supporter has shown: competences that a trainer signed, references, and checks."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.checks import CheckFacts
from kith.peers.rules.codes import CheckLevel, CheckState, ChildWork, PeerSkill
from kith.platform.codes import CodeField


class PeerCompetence(models.Model):
    """A trainer whose training allows it watched a supporter and signed what they can do; it never changes."""

    supporter = models.ForeignKey(PeerSupporter, on_delete=models.CASCADE, related_name="competences")
    skill = CodeField(PeerSkill)
    observed_on = models.DateField()
    signed_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(observed_on__lte=F("signed_on")), name="peer_skill_seen_then_signed"),
            models.UniqueConstraint(fields=["supporter", "skill"], name="peer_skill_signed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.skill} of supporter {self.supporter_id}"


class PeerReference(models.Model):
    """What a person who knows a supporter said of them: whether it speaks for them, and in few words."""

    supporter = models.ForeignKey(PeerSupporter, on_delete=models.CASCADE, related_name="references")
    known_as = models.CharField(max_length=120)
    is_good = models.BooleanField()
    note = models.CharField(max_length=500, blank=True)
    received_on = models.DateField()
    noted_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    request_key = models.UUIDField(unique=True)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(known_as=""), name="reference_has_a_name")]

    def __str__(self) -> str:
        return f"reference {self.pk}"


class PeerCheck(models.Model):
    """Which check the lead decided on and why, and what it came to; the newest that is no open renewal counts.

    Of a certificate its day and its answer alone are kept: the Code of Practice allows no more than six months of the
    rest, and no page here needs it.
    """

    supporter = models.ForeignKey(PeerSupporter, on_delete=models.CASCADE, related_name="checks")
    work = CodeField(ChildWork)
    level = CodeField(CheckLevel)
    reason = models.CharField(max_length=500)
    decided_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField()
    state = CodeField(CheckState)
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    until_on = models.DateField(null=True)
    request_key = models.UUIDField(unique=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="check_has_a_reason"),
            models.CheckConstraint(
                condition=Q(work="minds", level="barred_list") | (~Q(work="minds") & ~Q(level="barred_list")),
                name="check_of_the_lawful_level",
            ),
            models.CheckConstraint(
                condition=~Q(state="clear") | (Q(answered_on__isnull=False) & Q(until_on__isnull=False)),
                name="check_clear_until_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"check {self.pk}"

    @property
    def facts(self) -> CheckFacts:
        """What decides."""
        return CheckFacts(CheckLevel(self.level), CheckState(self.state), self.until_on)

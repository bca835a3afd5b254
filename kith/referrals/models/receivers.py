"""Who takes referrals for which need, and within which time they promise to answer."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kith.kernel.ids import OrganisationId
from kith.platform.codes import CodeField
from kith.referrals.rules.clocks import USUAL_PROMISES, Promise, Urgency
from kith.referrals.rules.needs import ReferralNeed


class Receiver(models.Model):
    """An organisation (or one of its teams) that takes referrals for one need."""

    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, related_name="+", null=True)
    need = CodeField(ReferralNeed)
    tries_before_return = models.PositiveSmallIntegerField(default=3)
    closed_until = models.DateField(null=True)
    answers_by_link = models.BooleanField(default=False)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=16, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "need", "team"], name="receiver_once_for_a_need", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=Q(tries_before_return__gte=1, tries_before_return__lte=10), name="receiver_tries_some_times"
            ),
            models.CheckConstraint(
                condition=Q(answers_by_link=False) | ~Q(email=""), name="receiver_by_link_has_a_mailbox"
            ),
        ]

    def __str__(self) -> str:
        return f"receiver {self.pk}"

    def promise(self, urgency: Urgency) -> Promise:
        """What it has promised for this urgency, or else what is usual."""
        row = next((each for each in self.promises.all() if each.urgency == urgency), None)
        return Promise(row.answer_hours, row.contact_hours) if row else USUAL_PROMISES[urgency]

    @property
    def owner_id(self) -> OrganisationId:
        """The organisation that answers for it."""
        return OrganisationId(self.organisation_id)


class ReceiverPromise(models.Model):
    """Within how many hours a receiver answers a referral of this urgency, and then speaks with the family."""

    receiver = models.ForeignKey(Receiver, on_delete=models.CASCADE, related_name="promises")
    urgency = CodeField(Urgency)
    answer_hours = models.PositiveSmallIntegerField()
    contact_hours = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["receiver", "urgency"], name="receiver_promises_once"),
            models.CheckConstraint(
                condition=Q(answer_hours__gte=1, contact_hours__gte=F("answer_hours"), contact_hours__lte=2160),
                name="receiver_promise_is_possible",
            ),
        ]

    def __str__(self) -> str:
        return f"promise {self.pk}"

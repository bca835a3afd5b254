"""Referrals and their steps. A step is added, never changed, and the referral's own columns follow its last step.

The triggers of migration ``referral_guards`` see to it: a step that is not the next one is refused, so is one to a
closed referral, and nothing else may write what follows from steps.
"""

from enum import StrEnum
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kith.families.queries.reach import agreed_to, within_reach
from kith.families.rules.codes import Purpose
from kith.kernel import ids
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.referrals.models.receivers import Receiver
from kith.referrals.rules.clocks import ClockKind, ReferralClock, Urgency
from kith.referrals.rules.needs import ReferralNeed
from kith.referrals.rules.referrals import CLOSED, OPEN, Party, ReferralFacts, ReferralReason, ReferralState


def _choices(codes: type[StrEnum]) -> list[tuple[str, str]]:
    return [(each.value, each.value) for each in codes]


_OPEN, _CLOSED = sorted(each.value for each in OPEN), sorted(each.value for each in CLOSED)


class ReferralQuerySet(models.QuerySet["Referral"]):
    """Referrals, by who asks and by where they stand."""

    def visible_to(self, viewer: Viewer) -> Self:
        """A parent's own; for staff what came to her organisation with consent, or was sent by it."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        if viewer.kind is ViewerKind.PARENT:
            return self.filter(family_id__any=viewer.family_ids)
        if viewer.kind is ViewerKind.STAFF and viewer.permissions & {Permission.REFER, Permission.ANSWER_REFERRAL}:
            return self.filter(_sent_to(viewer) | _sent_by(viewer))
        return self.none()

    def open(self) -> Self:
        """Those that a party still has to move."""
        return self.filter(state__in=_OPEN)

    def closed(self) -> Self:
        """Those that are closed for good."""
        return self.filter(state__in=_CLOSED)


def _sent_to(viewer: Viewer) -> Q:
    agreed = agreed_to(Purpose.REFERRAL, family="family_id", organisation="receiver__organisation_id")
    return Q(agreed, receiver__organisation_id__any=viewer.organisation_ids) & ~Q(state=ReferralState.DRAFT)


def _sent_by(viewer: Viewer) -> Q:
    return Q(within_reach(viewer, family="family_id"), from_organisation_id__any=viewer.organisation_ids)


class Referral(models.Model):
    """A family handed on to a service that can help, until it is known what became of it."""

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    receiver = models.ForeignKey(Receiver, on_delete=models.PROTECT, related_name="referrals")
    need = models.CharField(max_length=20, choices=_choices(ReferralNeed))
    urgency = models.CharField(max_length=7, choices=_choices(Urgency))
    why = models.CharField(max_length=600, blank=True)
    from_organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+", null=True
    )
    from_membership = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    follows = models.ForeignKey("self", on_delete=models.SET_NULL, related_name="followed_by", null=True)
    begun_at = models.DateTimeField()
    # Merged with another record, or loaded while another is open: it may stand beside one for the same need.
    stands_beside = models.BooleanField(default=False)
    # What stands below follows from the steps and is written by their trigger alone.
    step_count = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=24, choices=_choices(ReferralState), default=ReferralState.DRAFT.value)
    tries = models.PositiveSmallIntegerField(default=0)
    owner_organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+", null=True
    )
    owner_team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, related_name="+", null=True)
    owner_membership = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    clock = models.CharField(max_length=12, choices=_choices(ClockKind), blank=True)
    due_at = models.DateTimeField(null=True)
    left = models.DurationField(null=True)
    moved_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["due_at"], name="referral_by_clock", condition=Q(due_at__isnull=False)),
            models.Index(fields=["owner_organisation"], name="referral_by_owner", condition=Q(due_at__isnull=False)),
            models.Index(fields=["receiver", "answered_at"], name="referral_by_answer"),
            models.Index(fields=["from_organisation", "moved_at"], name="referral_by_sender"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=_OPEN, owner_organisation__isnull=False)
                | Q(
                    state__in=_CLOSED,
                    owner_organisation__isnull=True,
                    owner_team__isnull=True,
                    owner_membership__isnull=True,
                ),
                name="referral_open_has_an_owner",
            ),
            models.CheckConstraint(
                condition=Q(state__in=_OPEN) | Q(due_at__isnull=True), name="referral_closed_has_no_clock"
            ),
            models.CheckConstraint(
                condition=Q(state__in=_OPEN, due_at__isnull=False) | Q(state__in=_CLOSED) | Q(step_count=0),
                name="referral_open_has_a_clock",
            ),
            models.CheckConstraint(
                condition=Q(from_organisation__isnull=True, from_membership__isnull=True)
                | Q(from_organisation__isnull=False, from_membership__isnull=False),
                name="referral_comes_from_a_person",
            ),
            models.UniqueConstraint(
                fields=["family", "need"],
                name="referral_one_open_for_a_need",
                condition=Q(state__in=_OPEN, stands_beside=False),
            ),
        ]

    def __str__(self) -> str:
        return f"referral {self.pk}"

    @property
    def is_self(self) -> bool:
        """Whether a parent referred herself."""
        return self.from_organisation_id is None

    @property
    def running(self) -> ReferralClock | None:
        """The clock that runs, or None."""
        return ReferralClock(ClockKind(self.clock), self.due_at, self.left) if self.due_at else None

    def facts(self) -> ReferralFacts:
        """What decides about its next move."""
        return ReferralFacts(ReferralState(self.state), self.tries, self.receiver.tries_before_return, self.is_self)

    def parties(self, viewer: Viewer) -> frozenset[Party]:
        """The ends of the referral the viewer may act for."""
        if viewer.kind is ViewerKind.SYSTEM:
            return frozenset({Party.SYSTEM})
        if viewer.kind is ViewerKind.PARENT:
            return frozenset({Party.PARENT} if Permission.REFER in viewer.permissions else ())
        ends = {
            Party.RECEIVER: (Permission.ANSWER_REFERRAL, self.receiver.organisation_id),
            Party.REFERRER: (Permission.REFER, self.from_organisation_id),
        }
        return frozenset(
            party
            for party, (permission, organisation_id) in ends.items()
            if permission in viewer.permissions and organisation_id in viewer.organisation_ids
        )


class ReferralStep(models.Model):
    """One change of a referral: what it became, when, who made it, why, and whose it is from then on."""

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    state = models.CharField(max_length=24, choices=_choices(ReferralState))
    party = models.CharField(max_length=8, choices=_choices(Party))
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    reason = models.CharField(max_length=24, choices=_choices(ReferralReason), blank=True)
    note = models.CharField(max_length=600, blank=True)
    offer = models.ForeignKey(Receiver, on_delete=models.PROTECT, related_name="+", null=True)
    until_on = models.DateField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    owner_organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+", null=True
    )
    owner_team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, related_name="+", null=True)
    owner_membership = models.ForeignKey(
        "organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    clock = models.CharField(max_length=12, choices=_choices(ClockKind), blank=True)
    due_at = models.DateTimeField(null=True)
    left = models.DurationField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["referral", "number"], name="referral_step_once"),
            models.CheckConstraint(
                condition=~Q(state__in=["declined", "done", "more_information_needed", "withdrawn", "waiting"])
                | ~Q(reason=""),
                name="referral_step_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"step {self.number} of referral {self.referral_id}"


class ReferralReminder(models.Model):
    """A reminder that went out for one clock at one level; once."""

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="reminders")
    clock = models.CharField(max_length=12, choices=_choices(ClockKind))
    due_at = models.DateTimeField()
    level = models.CharField(max_length=8)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["referral", "due_at", "clock", "level"], name="referral_chased_once"),
        ]

    def __str__(self) -> str:
        return f"reminder {self.pk}"

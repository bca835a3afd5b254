"""Organisations, teams, memberships, and what administrators do about people and imports."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.organisations.rules import (
    INVITATION_KEPT,
    RESET_LASTS,
    Duty,
    FactorResetFacts,
    FactorResetState,
    InvitationState,
    OrganisationKind,
    Role,
    SharedFor,
)
from kith.platform import prepared
from kith.platform.codes import CodeField
from kith.platform.stretches import ends_after_it_begins, never_two, until_and_with


class Organisation(models.Model):
    """A member of the alliance."""

    name = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in OrganisationKind])
    # What the public may know of it.
    aims = models.JSONField(default=dict, db_default=models.Value({}, models.JSONField()))
    website = models.URLField(blank=True, db_default="")
    email = models.EmailField(blank=True, db_default="")
    phone = models.CharField(max_length=20, blank=True, db_default="")
    # What it earns or advocates beside the alliance, as it has declared it.
    interest = models.JSONField(default=dict, db_default=models.Value({}, models.JSONField()))
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    successor = models.ForeignKey("self", on_delete=models.PROTECT, related_name="before", null=True, db_index=False)

    class Meta:
        constraints: ClassVar = [
            ends_after_it_begins("organisation_ends_after_it_begins", "from_on", "until_on"),
            models.CheckConstraint(
                condition=Q(successor=None) | (Q(until_on__isnull=False) & ~Q(successor=F("id"))),
                name="organisation_succeeded_when_ended",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="organisation_has_a_name"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in OrganisationKind]),
                name="organisation_kind_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SharingAgreementQuerySet(models.QuerySet["SharingAgreement"]):
    """Agreements by whether they hold."""

    def in_force(self) -> Self:
        """Those that were not ended, and whose last day is not past."""
        return self.filter(Q(until_on=None) | Q(until_on__gte=prepared.today()), ended_on=None)


class SharingAgreement(models.Model):
    """What organisations of the alliance have agreed to share with each other, what for, and until when."""

    title = models.JSONField(default=dict)
    summary = models.JSONField(default=dict)
    organisations = models.ManyToManyField(Organisation, related_name="sharing_agreements")
    signed_on = models.DateField()
    review_due_on = models.DateField()
    ended_on = models.DateField(null=True)
    # For what a record may be opened while it holds; none for one of before these were asked.
    purposes = ArrayField(models.CharField(max_length=20), default=list, db_default=[])
    until_on = models.DateField(null=True)

    objects = SharingAgreementQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            ends_after_it_begins("sharing_agreement_ends_after_signing", "signed_on", "until_on"),
            models.CheckConstraint(
                condition=Q(purposes__contained_by=[each.value for each in SharedFor]),
                name="sharing_agreement_purposes_known",
            ),
            models.CheckConstraint(condition=Q(title__has_key="en"), name="sharing_agreement_has_an_english_title"),
            models.CheckConstraint(
                condition=Q(review_due_on__gt=F("signed_on")), name="sharing_agreement_review_after_signing"
            ),
            models.UniqueConstraint(
                fields=["title", "signed_on"], condition=Q(ended_on=None), name="sharing_agreement_signed_once"
            ),
        ]

    def __str__(self) -> str:
        return f"sharing agreement {self.pk}"


class Team(models.Model):
    """People of one organisation who work together."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="teams")
    name = models.CharField(max_length=120)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "name"], name="team_name_in_organisation"),
            models.CheckConstraint(condition=~Q(name=""), name="team_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """An account's work in an organisation, from a day until (and with) another."""

    account = models.ForeignKey("platform.Account", on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="memberships", null=True)
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    name = models.CharField(max_length=120)
    languages = ArrayField(models.CharField(max_length=20), default=list)
    # None named: she works for families wherever they live.
    wards = ArrayField(models.CharField(max_length=9), default=list)
    duties = ArrayField(models.CharField(max_length=20), default=list, db_default=[])
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    end_announced_at = models.DateTimeField(null=True)
    # Since then they are kept out, until it is lifted; each time stands in the audit.
    suspended_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["until_on"],
                name="membership_end_to_announce",
                condition=Q(until_on__isnull=False, end_announced_at__isnull=True),
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(name=""), name="membership_has_a_name"),
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]), name="membership_role_is_known"
            ),
            models.CheckConstraint(
                condition=Q(duties__contained_by=[duty.value for duty in Duty]), name="membership_duties_are_known"
            ),
            ends_after_it_begins("membership_ends_after_it_begins", "from_on", "until_on"),
            models.CheckConstraint(
                condition=Q(end_announced_at__isnull=True) | Q(until_on__isnull=False),
                name="membership_announced_end_has_a_day",
            ),
            # The viewer has one role and one organisation at a time, whichever request asks.
            never_two("membership_one_at_a_time", "account", stretch=until_and_with()),
        ]

    def __str__(self) -> str:
        return f"membership {self.pk}"


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations, by how they stand."""

    def waiting(self) -> Self:
        """Those without an answer, the oldest first."""
        return self.filter(state=InvitationState.WAITING).order_by("sent_at", "pk")

    def forgotten(self) -> Self:
        """Those that waited too long for an answer."""
        return self.waiting().filter(sent_at__lte=clock.now() - INVITATION_KEPT)


class Invitation(models.Model):
    """A person asked by mail to work for an organisation; name and address stand here only while it waits."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="invitations")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", null=True)
    role = CodeField(Role)
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    languages = ArrayField(models.CharField(max_length=20), default=list)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    token_digest = models.CharField(max_length=64, blank=True)
    invited_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", null=True)
    sent_at = models.DateTimeField()
    state = CodeField(InvitationState, default=InvitationState.WAITING)
    # Who it became, once accepted.
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["email"], name="invitation_one_waits", condition=Q(state=InvitationState.WAITING)
            ),
            models.UniqueConstraint(fields=["token_digest"], name="invitation_by_link", condition=~Q(token_digest="")),
            models.CheckConstraint(
                condition=Q(state=InvitationState.WAITING) | Q(name="", email="", token_digest=""),
                name="invitation_settled_says_no_address",
            ),
            models.CheckConstraint(
                condition=Q(state=InvitationState.ACCEPTED) ^ Q(membership__isnull=True),
                name="invitation_accepted_is_a_membership",
            ),
            ends_after_it_begins("invitation_ends_after_it_begins", "from_on", "until_on"),
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class FactorResetQuerySet(models.QuerySet["FactorReset"]):
    """Requests to reset a second factor, by how they stand."""

    def waiting(self) -> Self:
        """Those that a second administrator may still confirm."""
        return self.filter(state=FactorResetState.WAITING, asked_at__gt=clock.now() - RESET_LASTS).order_by("pk")


class FactorReset(models.Model):
    """One administrator asks that a person's second factor be taken away, and another confirms it."""

    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="factor_resets")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", null=True)
    reason = models.CharField(max_length=300)
    asked_at = models.DateTimeField()
    state = CodeField(FactorResetState, default=FactorResetState.WAITING)
    settled_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", null=True)
    settled_at = models.DateTimeField(null=True)

    objects = FactorResetQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["membership"], name="factor_reset_one_waits", condition=Q(state=FactorResetState.WAITING)
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="factor_reset_says_why"),
            models.CheckConstraint(
                condition=~Q(state=FactorResetState.DONE)
                | (Q(asked_by__isnull=False, settled_by__isnull=False) & ~Q(settled_by=F("asked_by"))),
                name="factor_reset_by_two_people",
            ),
            models.CheckConstraint(condition=~Q(settled_by=F("membership")), name="factor_reset_not_by_oneself"),
        ]

    def __str__(self) -> str:
        return f"factor reset {self.pk}"

    @property
    def facts(self) -> FactorResetFacts:
        """The request as its rule knows it."""
        asked_by = MembershipId(self.asked_by_id) if self.asked_by_id else None
        return FactorResetFacts(self.state, MembershipId(self.membership_id), asked_by, self.asked_at)


class ImportRun(models.Model):
    """One file that was read: what came of it, and what was wrong with it by row, never what the rows say."""

    kind = models.SlugField(max_length=40)
    at = models.DateTimeField()
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", null=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", null=True)
    counts = models.JSONField(default=dict)
    fault_count = models.IntegerField(default=0)
    # The first of them: a row's number and a code, or a sentence of the operator's command.
    faults = models.JSONField(default=list)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["-at"], name="import_run_latest")]

    def __str__(self) -> str:
        return f"import run {self.pk}"

"""Organisations, teams and memberships."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.organisations.rules import Duty, OrganisationKind, Role
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

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(name=""), name="organisation_has_a_name"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in OrganisationKind]),
                name="organisation_kind_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SharingAgreement(models.Model):
    """What organisations of the alliance have agreed to share with each other, what for, and until when."""

    title = models.JSONField(default=dict)
    summary = models.JSONField(default=dict)
    organisations = models.ManyToManyField(Organisation, related_name="sharing_agreements")
    signed_on = models.DateField()
    review_due_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
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

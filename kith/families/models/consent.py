"""Consents: one open one per family, organisation and purpose."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from kith.families.rules.codes import LANGUAGE_PATTERN, PURPOSES_THAT_OPEN_THE_RECORD, Purpose
from kith.families.rules.trust import HowSaid, InterpretedBy
from kith.kernel import ids
from kith.kernel.ids import FamilyId, OrganisationId
from kith.organisations.queries.agreements import ShutOut
from kith.platform import prepared
from kith.platform.codes import CodeField


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Consents, by whether they hold."""

    def open(self) -> Self:
        """Neither withdrawn nor renewed by a later one."""
        return self.filter(withdrawn_at__isnull=True, renewed_at__isnull=True)

    def active(self) -> Self:
        """Open, and not past their last day."""
        return self.open().filter(Q(until_on__isnull=True) | Q(until_on__gte=prepared.today()))

    def in_force(self) -> Self:
        """Active, and carried by a sharing agreement where one has ever named the organisation for it."""
        return self.active().filter(~Q(ShutOut("organisation_id", "purpose")))

    def opening(self) -> Self:
        """In force, and for a purpose that opens the family's record."""
        return self.in_force().filter(purpose__in=[purpose.value for purpose in PURPOSES_THAT_OPEN_THE_RECORD])

    def opening_organisations(self, family_id: FamilyId) -> set[OrganisationId]:
        """The organisations that this family lets open its record today."""
        rows = self.opening().filter(family_id=family_id).values_list("organisation_id", flat=True)
        return {OrganisationId(each) for each in rows}


class Consent(models.Model):
    """A family's word that one organisation may use its record for one purpose."""

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="consents")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=20, choices=[(purpose.value, purpose.value) for purpose in Purpose])
    language = models.CharField(max_length=20)
    how = CodeField(HowSaid, default=HowSaid.NOT_NOTED)
    interpreted_by = CodeField(InterpretedBy, default=InterpretedBy.NOBODY)
    # No key into another table: interpreting stands above families, which know nothing of its tables.
    interpreter_booking = models.UUIDField(null=True)
    words_edition = models.PositiveSmallIntegerField(null=True)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    granted_at = models.DateTimeField()
    until_on = models.DateField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_how = CodeField(HowSaid, blank=True)
    withdrawn_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    renewed_at = models.DateTimeField(null=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["family", "organisation", "purpose"],
                name="consent_one_open",
                condition=Q(withdrawn_at__isnull=True, renewed_at__isnull=True),
            ),
            models.CheckConstraint(
                condition=Q(purpose__in=[purpose.value for purpose in Purpose]), name="consent_purpose_is_known"
            ),
            models.CheckConstraint(condition=Q(language__regex=LANGUAGE_PATTERN), name="consent_language_is_a_code"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("granted_at"), renewed_at__isnull=True),
                name="consent_withdrawn_after_granted",
            ),
            models.CheckConstraint(
                condition=Q(how__in=[each.value for each in HowSaid])
                & Q(interpreted_by__in=[each.value for each in InterpretedBy]),
                name="consent_how_is_known",
            ),
            models.CheckConstraint(
                condition=Q(interpreter_booking__isnull=True) | Q(interpreted_by=InterpretedBy.INTERPRETER.value),
                name="consent_booking_is_of_an_interpreter",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=False) | Q(withdrawn_how="", withdrawn_by__isnull=True),
                name="consent_withdrawn_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(renewed_at__isnull=True) | Q(renewed_at__gte=F("granted_at")),
                name="consent_renewed_after_granted",
            ),
        ]

    def __str__(self) -> str:
        return f"consent {self.pk}"


class DeclinedConsent(models.Model):
    """A family was asked and said no: kept so that staff do not ask again and again; it closes nothing else."""

    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="declined_consents")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=20, choices=[(purpose.value, purpose.value) for purpose in Purpose])
    language = models.CharField(max_length=20)
    how = CodeField(HowSaid)
    interpreted_by = CodeField(InterpretedBy)
    interpreter_booking = models.UUIDField(null=True)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    declined_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(purpose__in=[purpose.value for purpose in Purpose])
                & Q(how__in=[each.value for each in HowSaid])
                & Q(interpreted_by__in=[each.value for each in InterpretedBy]),
                name="declined_codes_are_known",
            ),
            models.CheckConstraint(condition=Q(language__regex=LANGUAGE_PATTERN), name="declined_language_is_a_code"),
        ]

    def __str__(self) -> str:
        return f"declined consent {self.pk}"

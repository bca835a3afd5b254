"""Parents and carers, pregnancies and babies."""

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kith.families.rules import (
    ETHNICITY_NOT_KNOWN,
    ETHNICITY_PATTERN,
    LANGUAGE_PATTERN,
    PHONE_PATTERN,
    InterpreterNeed,
    PregnancyOutcome,
)
from kith.kernel import ids


class Parent(models.Model):
    """A parent or carer."""

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="parents")
    account = models.ForeignKey("platform.Account", on_delete=models.SET_NULL, related_name="+", null=True)
    given_name = models.CharField(max_length=100)
    family_name = models.CharField(max_length=100, blank=True)
    born_on = models.DateField(null=True)
    phone = models.CharField(max_length=16, blank=True)
    email = models.EmailField(blank=True)
    speaks = models.CharField(max_length=20)
    reads = models.CharField(max_length=20)
    interpreter_need = models.CharField(
        max_length=10,
        choices=[(need.value, need.value) for need in InterpreterNeed],
        default=InterpreterNeed.NOT_ASKED.value,
    )
    ethnicity = models.CharField(max_length=2, default=ETHNICITY_NOT_KNOWN)
    is_main = models.BooleanField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["phone"], name="parent_by_phone", condition=~Q(phone="")),
            models.Index(fields=["email"], name="parent_by_email", condition=~Q(email="")),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["family"], name="parent_one_main", condition=Q(is_main=True)),
            models.CheckConstraint(condition=~Q(given_name=""), name="parent_has_a_name"),
            models.CheckConstraint(
                condition=Q(phone="") | Q(phone__regex=PHONE_PATTERN), name="parent_phone_is_international"
            ),
            models.CheckConstraint(
                condition=Q(email="") | Q(email__regex=r"^[^@A-Z\s]+@[^@A-Z\s]+$"),
                name="parent_email_is_regular",
            ),
            models.CheckConstraint(
                condition=Q(speaks__regex=LANGUAGE_PATTERN, reads__regex=LANGUAGE_PATTERN),
                name="parent_languages_are_codes",
            ),
            models.CheckConstraint(condition=Q(ethnicity__regex=ETHNICITY_PATTERN), name="parent_ethnicity_is_a_code"),
            models.CheckConstraint(
                condition=Q(interpreter_need__in=[need.value for need in InterpreterNeed]),
                name="parent_interpreter_need_is_known",
            ),
            models.CheckConstraint(
                condition=Q(born_on__isnull=True) | Q(born_on__gte="1920-01-01"),
                name="parent_birthday_is_possible",
            ),
        ]

    def __str__(self) -> str:
        return f"parent {self.pk}"

    @property
    def full_name(self) -> str:
        """Both names, as she writes them."""
        return f"{self.given_name} {self.family_name}".strip()


class Pregnancy(models.Model):
    """A pregnancy, from the first contact to the birth or its end."""

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="pregnancies")
    due_on = models.DateField()
    ended_on = models.DateField(null=True)
    outcome = models.CharField(
        max_length=5, choices=[(outcome.value, outcome.value) for outcome in PregnancyOutcome], blank=True
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["family"], name="pregnancy_one_at_a_time", condition=Q(ended_on__isnull=True)
            ),
            models.CheckConstraint(condition=Q(due_on__gte="2000-01-01"), name="pregnancy_due_is_possible"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, outcome="")
                | Q(ended_on__isnull=False, outcome__in=[outcome.value for outcome in PregnancyOutcome]),
                name="pregnancy_end_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True)
                | Q(
                    ended_on__gte=F("due_on") - timedelta(days=301),
                    ended_on__lte=F("due_on") + timedelta(days=28),
                ),
                name="pregnancy_end_is_near_due",
            ),
        ]

    def __str__(self) -> str:
        return f"pregnancy {self.pk}"


class Baby(models.Model):
    """A child from birth."""

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="babies")
    name = models.CharField(max_length=100, blank=True)
    born_on = models.DateField(db_index=True)
    written_on = models.DateField()
    birth_weight_g = models.PositiveSmallIntegerField(null=True)
    gestation_days = models.PositiveSmallIntegerField(null=True)

    class Meta:
        verbose_name_plural = "babies"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(born_on__gte="2000-01-01", born_on__lte=F("written_on")), name="baby_is_born"
            ),
            models.CheckConstraint(
                condition=Q(birth_weight_g__isnull=True) | Q(birth_weight_g__range=(300, 8000)),
                name="baby_weight_is_possible",
            ),
            models.CheckConstraint(
                condition=Q(gestation_days__isnull=True) | Q(gestation_days__range=(140, 315)),
                name="baby_gestation_is_possible",
            ),
        ]

    def __str__(self) -> str:
        return f"baby {self.pk}"

"""What of a family its referral services may be told: two views of its tables, which themselves ask who is looking.

They show these columns and no others, of the families that agreed to be referred to the viewer's organisation or let
it open their record. Which of the columns a service is told is the application's to choose.
"""

from typing import ClassVar

from django.db import models


class FamilyParticulars(models.Model):
    """The main parent, when a baby is due and where they live. Read only."""

    family_id = models.UUIDField(primary_key=True)
    given_name = models.CharField(max_length=100)
    family_name = models.CharField(max_length=100)
    heard_as = models.CharField(max_length=400)
    phone = models.CharField(max_length=16)
    speaks = models.CharField(max_length=20)
    reads = models.CharField(max_length=20)
    interpreter_need = models.CharField(max_length=10)
    due_on = models.DateField(null=True)
    postcode = models.CharField(max_length=8, null=True)
    is_temporary_home = models.BooleanField(null=True)

    class Meta:
        managed = False
        db_table = "referrals_familyparticulars"
        verbose_name_plural = "family particulars"
        default_permissions: ClassVar = ()

    def __str__(self) -> str:
        return f"told of {self.pk}"

    @property
    def full_name(self) -> str:
        """Both names, as she writes them."""
        return f"{self.given_name} {self.family_name}".strip()


class BabyParticulars(models.Model):
    """A baby of such a family. Read only."""

    id = models.UUIDField(primary_key=True)
    family_id = models.UUIDField()
    name = models.CharField(max_length=100)
    born_on = models.DateField()
    birth_weight_g = models.PositiveSmallIntegerField(null=True)
    gestation_days = models.PositiveSmallIntegerField(null=True)

    class Meta:
        managed = False
        db_table = "referrals_babyparticulars"
        verbose_name_plural = "baby particulars"
        default_permissions: ClassVar = ()

    def __str__(self) -> str:
        return f"told of {self.pk}"

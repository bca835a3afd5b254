"""What housing authorities write: a family is placed in temporary accommodation, and its parent agreed to be named."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kith.bundles.models.bundles import OwnQuerySet
from kith.bundles.models.requests import BundleRequest
from kith.bundles.rules.codes import Landlord, SleepingPlace
from kith.platform.codes import CodeField


class HousingNotice(models.Model):
    """One notice: who was placed where and when, by whose word, and by when it must be here (14 days)."""

    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+", null=True)
    came_on = models.DateField()
    placed_on = models.DateField()
    due_on = models.DateField()
    agreed_by = models.CharField(max_length=120)
    authority = models.CharField(max_length=120)
    given_name = models.CharField(max_length=60)
    family_name = models.CharField(max_length=60)
    phone = models.CharField(max_length=20)
    language = models.CharField(max_length=10)
    baby_born_on = models.DateField()
    street = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    landlord = CodeField(Landlord)
    place = CodeField(SleepingPlace)
    noted_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    taken_at = models.DateTimeField(null=True)
    taken_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    request = models.OneToOneField(BundleRequest, on_delete=models.SET_NULL, related_name="+", null=True)
    request_key = models.UUIDField(unique=True)

    objects = OwnQuerySet["HousingNotice"].as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(taken_at__isnull=True, family__isnull=True)
                | Q(taken_at__isnull=False, family__isnull=False),
                name="housing_notice_taken_for_a_family",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "due_on"], name="housing_notice_open", condition=Q(taken_at=None)),
        ]

    def __str__(self) -> str:
        return f"notice {self.pk}"

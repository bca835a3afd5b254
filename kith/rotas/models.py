"""The table of days with children."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kith.kernel.ids import AccountId
from kith.rotas.rules import STRETCH


class RotaDayQuerySet(models.QuerySet["RotaDay"]):
    """Days, by whether they count."""

    def kept(self) -> Self:
        """Those that were not taken back, in order."""
        return self.filter(taken_back_at__isnull=True).order_by("on_day", "pk")

    def of_person(self, account_id: AccountId) -> Self:
        """Those of one person, whichever organisation they were for."""
        return self.kept().filter(account_id=account_id)

    def counting(self, today: date) -> Self:
        """Those that fall within thirty days of today or of a day to come."""
        return self.kept().filter(on_day__gt=today - STRETCH)


class RotaDay(models.Model):
    """A day on which a volunteer looks after children, here or for another organisation; one row a person and day.

    ``is_checked``: noted as a fourth day, with the word of a person that a check with the barred list is in place.
    """

    account = models.ForeignKey("platform.Account", on_delete=models.PROTECT, related_name="+")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    on_day = models.DateField()
    place = models.CharField(max_length=120)
    is_checked = models.BooleanField(default=False)
    noted_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    objects = RotaDayQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["account", "on_day"], condition=Q(taken_back_at__isnull=True), name="rota_day_once"
            ),
            models.CheckConstraint(condition=~Q(place=""), name="rota_day_somewhere"),
        ]

    def __str__(self) -> str:
        return f"rota day {self.pk}"

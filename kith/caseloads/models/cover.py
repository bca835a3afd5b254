"""Planned absences, and who covers."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from kith.platform.once import once
from kith.platform.prepared import Given, Prepared
from kith.platform.stretches import never_two, until_and_with


class AbsenceQuerySet(models.QuerySet["Absence"]):
    """Absences that have not been called off, by day."""

    def planned(self) -> Self:
        """Those that have not been called off."""
        return self.filter(cancelled_at__isnull=True)

    def on(self, day: date | Given) -> Self:
        """Those of this day."""
        return self.planned().filter(from_on__lte=day, until_on__gte=day)

    def of_day(self, day: date) -> "list[Absence]":
        """All absences of this day; a page asks for them once."""
        return once(("absences", day), lambda: _OF_DAY(day=day))


class Absence(models.Model):
    """Days on which a worker is away, first and last included; without a named cover, each family's deputy covers."""

    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    covered_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    from_on = models.DateField()
    until_on = models.DateField()
    entered_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["covered_by"], name="absence_by_cover", condition=Q(cancelled_at__isnull=True)),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="absence_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(covered_by__isnull=True) | ~Q(covered_by=F("membership")), name="absence_covered_by_another"
            ),
            never_two(
                "absence_one_at_a_time",
                "membership",
                stretch=until_and_with(),
                condition=Q(cancelled_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"absence {self.pk}"


_OF_DAY = Prepared(lambda: Absence.objects.on(Given("day")))

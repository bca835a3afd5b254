"""What parents and services made together, and how each who helped is shown."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kith.panels.models.people import PanelMember
from kith.panels.rules.codes import Naming, WorkKind
from kith.platform.codes import CodeField


class JointWork(models.Model):
    """A leaflet, a page, a film: made by parents and services together."""

    title = models.CharField(max_length=160)
    kind = CodeField(WorkKind)
    made_on = models.DateField()
    noted_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    request_key = models.UUIDField(unique=True)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(title=""), name="joint_work_has_a_title")]

    def __str__(self) -> str:
        return f"joint work {self.pk}"


class CreditQuerySet(models.QuerySet["Credit"]):
    """Credits, by what may be shown."""

    def shown(self) -> Self:
        """Those of people who chose to be named."""
        return self.filter(naming=Naming.NAMED).order_by("pk")


class Credit(models.Model):
    """One person's part in it: shown by the name she chose, by no name, or taken back; until she says so, not shown."""

    work = models.ForeignKey(JointWork, on_delete=models.CASCADE, related_name="credits")
    member = models.ForeignKey(PanelMember, on_delete=models.CASCADE, related_name="credits")
    naming = CodeField(Naming, default=Naming.NOT_SAID)
    named_as = models.CharField(max_length=80, blank=True)
    said_at = models.DateTimeField(null=True)

    objects = CreditQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["work", "member"], name="credit_once"),
            models.CheckConstraint(
                condition=(Q(naming="named") & ~Q(named_as="")) | (~Q(naming="named") & Q(named_as="")),
                name="credit_named_as_she_chose",
            ),
        ]

    def __str__(self) -> str:
        return f"credit {self.pk}"

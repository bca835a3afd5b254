"""What is called back, and every family that has or had it."""

from collections.abc import Sequence
from typing import ClassVar, Self

from django.db import connection, models
from django.db.models import Q

from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.codes import CodeField
from kith.stores.models.stock import Batch, OwnedQuerySet
from kith.stores.rules.codes import Arrival, HowTold, RecallBy, RecallReason

TOLD = """
    UPDATE stores_recallholder AS holder
    SET told_at = said.told_at, how = said.how, needs_person = said.needs_person,
        contact_name = said.contact_name, contact_phone = said.contact_phone
    FROM unnest(%s::bigint[], %s::timestamptz[], %s::text[], %s::boolean[], %s::text[], %s::text[])
        AS said (id, told_at, how, needs_person, contact_name, contact_phone)
    WHERE holder.id = said.id
"""


class Recall(models.Model):
    """Things of one model, serial number or batch are called back: since when, why, and how many have or had them."""

    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    by = CodeField(RecallBy)
    what = models.CharField(max_length=80)
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="+", null=True)
    reason = CodeField(RecallReason)
    started_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    started_at = models.DateTimeField()
    blocked_count = models.PositiveIntegerField()
    request_key = models.UUIDField(unique=True)

    objects = OwnedQuerySet["Recall"].as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(by=RecallBy.BATCH, batch__isnull=False) | (~Q(by=RecallBy.BATCH) & Q(batch__isnull=True)),
                name="recall_of_a_batch",
            ),
        ]

    def __str__(self) -> str:
        return f"recall {self.pk}"


class RecallHolderQuerySet(models.QuerySet["RecallHolder"]):
    """Families to tell of a recall, by whether they know."""

    def to_write_to(self) -> Self:
        """Those that no message has been tried for yet."""
        return self.filter(told_at__isnull=True, needs_person=False).order_by("pk")

    def on_the_way(self) -> Self:
        """Those whose message has left, and of which it is not known whether it was sent."""
        return self.filter(how=HowTold.MESSAGE, arrived="").order_by("pk")

    def note_told(self, rows: Sequence["RecallHolder"]) -> None:
        """Write down how each was told, or that a person must: a hundred rows in one statement that is quickly made."""
        columns = zip(*((row.pk, row.told_at, row.how, row.needs_person, *row.contact) for row in rows), strict=True)
        with connection.cursor() as cursor:
            cursor.execute(TOLD, [list(each) for each in columns])

    def visible_to(self, viewer: Viewer) -> Self:
        """Those of recalls of the viewer's own organisation."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        return self.filter(recall__organisation_id__in=viewer.organisation_ids)


class RecallHolder(models.Model):
    """A family that has or had what is called back, and the proof that it was told; else a person must tell it."""

    recall = models.ForeignKey(Recall, on_delete=models.PROTECT, related_name="holders")
    family = models.ForeignKey("families.Family", on_delete=models.CASCADE, related_name="+")
    held = models.CharField(max_length=80)
    held_from = models.DateField()
    held_until = models.DateField(null=True)
    contact_name = models.CharField(max_length=120, blank=True)
    contact_phone = models.CharField(max_length=20, blank=True)
    needs_person = models.BooleanField(default=False)
    told_at = models.DateTimeField(null=True)
    arrived = CodeField(Arrival, blank=True)
    how = CodeField(HowTold, blank=True)
    told_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    objects = RecallHolderQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(told_at__isnull=True, how="") | (Q(told_at__isnull=False) & ~Q(how="")),
                name="recall_holder_told_somehow",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["recall", "id"],
                name="recall_holder_to_tell",
                condition=Q(told_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"holder {self.pk}"

    @property
    def contact(self) -> tuple[str, str]:
        """By which name and number a person reaches the family."""
        return self.contact_name, self.contact_phone

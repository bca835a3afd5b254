"""A family, which of them a viewer may see, and where it lives."""

from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import BooleanField, Exists, Func, OuterRef, Q

from kith.families.models.bereavement import Bereavement
from kith.families.models.consent import Consent
from kith.families.models.emergency import EmergencyOpening
from kith.families.rules.codes import CameBy
from kith.kernel import ids
from kith.platform import prepared
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.once import keeps_answers, once
from kith.platform.prepared import Given, PreparedFor
from kith.platform.stretches import DateRange, Stretches, ends_after_it_begins, never_two


class Entrusted(Func):
    """A condition on a family: rooms above say that it is this person's own, by the function the second wall asks."""

    # The function is asked once a question and not once a row.
    template = "(%(expressions)s)::bigint))::uuid[]))"
    arg_joiner = " = ANY ((SELECT kith_entrusted(("
    output_field = BooleanField()


class FamilyQuerySet(models.QuerySet["Family"]):
    """Families, by who asks."""

    def visible_to(self, viewer: Viewer) -> Self:
        """A parent's own; for staff, the families that let the viewer's organisation open their record today.

        Of these a viewer without `SEE_ALL_AGREED` sees the families entrusted to them alone. And those that the viewer,
        but no colleague, has opened in an emergency in the last few hours.
        """
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        if viewer.kind is ViewerKind.PARENT:
            return self.filter(pk__any=viewer.family_ids)
        if viewer.kind is ViewerKind.STAFF and Permission.SEE_FAMILY in viewer.permissions:
            consent = Consent.objects.opening().filter(
                family_id=OuterRef("pk"), organisation_id__any=viewer.organisation_ids
            )
            if Permission.SEE_ALL_AGREED not in viewer.permissions:
                return self.filter(Exists(consent), Entrusted("pk", viewer.membership_id))
            if Permission.BREAK_GLASS not in viewer.permissions:
                return self.filter(Exists(consent))
            return self.filter(Exists(consent) | _opened_in_emergency(viewer))
        return self.none()

    def not_bereaved(self) -> Self:
        """Those without a death written down: the only ones that a list of things due may name."""
        return self.exclude(Exists(Bereavement.objects.in_force().filter(family_id=OuterRef("pk"))))


def _opened_in_emergency(viewer: Viewer) -> Q | Exists:
    """The families that the viewer has opened: nearly always none, which a page that asks often learns once."""
    if not keeps_answers():
        holding = EmergencyOpening.objects.holding(viewer.membership_id)
        return Exists(holding.filter(family_id=OuterRef("pk")))
    return Q(pk__any=_OPENED_BY if prepared.is_open(viewer) else _opened_by(viewer))


def _opened_by(viewer: Viewer) -> list[UUID]:
    return once(("opened", viewer.membership_id), lambda: _OPENED(viewer))


_OPENED = PreparedFor(
    lambda viewer: EmergencyOpening.objects.holding(viewer.membership_id).values_list("family_id", flat=True)
)
_OPENED_BY = Given("opened", _opened_by)


class Family(models.Model):
    """The people around a baby or a pregnancy, as one record."""

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    registered_at = models.DateTimeField(db_index=True)
    came_by = models.CharField(max_length=10, choices=[(way.value, way.value) for way in CameBy])

    objects = FamilyQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(came_by__in=[way.value for way in CameBy]), name="family_came_by_is_known"
            )
        ]

    def __str__(self) -> str:
        return f"family {self.pk}"


class AddressQuerySet(Stretches["Address"]):
    """Addresses; the current one has no last day yet."""

    end = "until_on"


class Address(models.Model):
    """Where a family lives or has lived, with the deprivation of the small area in the edition captured then."""

    family = models.ForeignKey(Family, on_delete=models.CASCADE, related_name="addresses")
    postcode = models.CharField(max_length=8, blank=True)
    street = models.CharField(max_length=200, blank=True)
    ward_code = models.CharField(max_length=9, blank=True)
    lsoa_code = models.CharField(max_length=9, blank=True)
    deprivation_decile = models.PositiveSmallIntegerField(null=True)
    deprivation_edition = models.CharField(max_length=10, blank=True)
    is_temporary = models.BooleanField(default=False)
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    objects = AddressQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "addresses"
        indexes: ClassVar = [models.Index(fields=["postcode"], name="address_by_postcode", condition=~Q(postcode=""))]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(postcode="") | Q(postcode__regex=r"^[A-Z]{1,2}[0-9][A-Z0-9]?( [0-9][A-Z]{2})?$"),
                name="address_postcode_is_regular",
            ),
            models.CheckConstraint(
                condition=Q(deprivation_decile__isnull=True, deprivation_edition="")
                | (Q(deprivation_decile__range=(1, 10)) & ~Q(deprivation_edition="")),
                name="address_decile_has_an_edition",
            ),
            ends_after_it_begins("address_ends_after_it_begins", "from_on", "until_on"),
            never_two("address_one_at_a_time", "family", stretch=DateRange("from_on", "until_on")),
        ]

    def __str__(self) -> str:
        return f"address {self.pk}"

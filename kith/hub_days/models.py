"""Devices that take a day along, what they noted there, and what was handed out."""

from datetime import date, datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac

from kith.groups.rules.codes import Attendance
from kith.hub_days.rules.codes import Became, EntryKind, Settled
from kith.hub_days.rules.entries import LONGEST, LONGEST_SLUG
from kith.kernel import clock, ids
from kith.kernel.ids import VenueId
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.codes import CodeField


class DeviceQuerySet(models.QuerySet["Device"]):
    """Devices by whose they are."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Those of the viewer's own organisation."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        return self.filter(organisation_id__in=viewer.organisation_ids)

    def of_day(self, venue_id: VenueId, on: date) -> Self:
        """Those that take this day along, the first prepared first."""
        return self.filter(venue_id=venue_id, on=on).order_by("prepared_at", "pk")

    def locked_with_its_day(self, device: "Device") -> "Device":
        """The device behind the lock of all of its day: what two of them send is looked at one after the other."""
        rows = self.filter(organisation_id=device.organisation_id).of_day(VenueId(device.venue_id), device.on)
        return {row.pk: row for row in rows.order_by("pk").select_for_update()}[device.pk]


class Device(models.Model):
    """A phone or computer that has taken one day at one venue along, and the person who holds it."""

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    venue = models.ForeignKey("directory.Venue", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    prepared_at = models.DateTimeField()
    heard_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    # When it said that it has wiped what it kept.
    wiped_at = models.DateTimeField(null=True)
    request_key = models.UUIDField(unique=True)

    objects = DeviceQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["on", "venue"], name="device_of_a_day")]

    def __str__(self) -> str:
        return f"device {self.pk}"

    @property
    def ends_at(self) -> datetime:
        """The midnight at which it forgets."""
        return clock.midnight(date.fromordinal(self.on.toordinal() + 1))

    @property
    def secret(self) -> bytes:
        """What its keys follow from; it stands in no table."""
        return salted_hmac("kith.hub_days.device", str(self.pk), algorithm="sha256").digest()


class DayEntryQuerySet(models.QuerySet["DayEntry"]):
    """Entries by what became of them."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Those of devices of the viewer's own organisation."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        return self.filter(device__organisation_id__in=viewer.organisation_ids)

    def to_look_at(self) -> Self:
        """Those that wait for a person, the oldest first."""
        return self.filter(became__in=(Became.CONFLICT, Became.SET_ASIDE), settled="").order_by("received_at", "pk")


class DayEntry(models.Model):
    """One tap that a device sent, once; until a person has decided where it did not go through by itself.

    ``booking`` is no foreign key, and nothing here names a family: what counts stands in the register.
    """

    device = models.ForeignKey(Device, on_delete=models.CASCADE, related_name="entries")
    request_key = models.UUIDField(unique=True)
    number = models.PositiveIntegerField()
    kind = CodeField(EntryKind)
    at = models.DateTimeField()
    received_at = models.DateTimeField()
    session = models.ForeignKey("whats_on.Session", on_delete=models.CASCADE, related_name="+", null=True)
    booking = models.UUIDField(null=True)
    wanted = CodeField(Attendance, blank=True)
    # What stood in the register when the device was last told.
    seen = CodeField(Attendance, blank=True)
    # Of arrivals and hand-outs that wait for a person: counts and codes; emptied when they are settled.
    said = models.JSONField(default=dict, blank=True)
    takes_back = models.UUIDField(null=True)
    became = CodeField(Became)
    why = models.CharField(max_length=40, blank=True)
    settled = CodeField(Settled, blank=True)
    settled_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    settled_at = models.DateTimeField(null=True)

    objects = DayEntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "day entries"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["device", "number"], name="day_entry_number_once"),
            models.CheckConstraint(
                condition=~Q(kind=EntryKind.ATTENDANCE) | (Q(booking__isnull=False) & ~Q(wanted="")),
                name="day_entry_marks_a_booking",
            ),
            models.CheckConstraint(
                condition=Q(settled="", settled_at__isnull=True) | (~Q(settled="") & Q(settled_at__isnull=False)),
                name="day_entry_settled_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(became__in=(Became.CONFLICT, Became.SET_ASIDE)) | Q(settled=""),
                name="day_entry_settled_where_it_waited",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["device"],
                condition=Q(became__in=(Became.CONFLICT, Became.SET_ASIDE), settled=""),
                name="day_entry_to_look_at",
            ),
        ]

    def __str__(self) -> str:
        return f"day entry {self.pk}"


class HandOutQuerySet(models.QuerySet["HandOut"]):
    """What was handed out, by where."""

    def visible_to(self, viewer: Viewer) -> Self:
        """What the viewer's own organisation handed out."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        return self.filter(organisation_id__in=viewer.organisation_ids)

    def given(self) -> Self:
        """Without what was taken back."""
        return self.filter(taken_back_at=None)


class HandOut(models.Model):
    """A page of advice handed out on paper at a venue, in a language; the family is written down nowhere."""

    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    venue = models.ForeignKey("directory.Venue", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    slug = models.SlugField(max_length=LONGEST_SLUG)
    language = models.CharField(max_length=LONGEST)
    given_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)
    request_key = models.UUIDField(unique=True)

    objects = HandOutQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["on", "venue"], name="hand_out_of_a_day")]

    def __str__(self) -> str:
        return f"hand-out {self.pk}"

"""Bookings."""

from dataclasses import fields
from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from kith.families.rules.codes import InterpreterNeed
from kith.groups.rules.codes import (
    LIVE_STATES,
    MOST_BABIES,
    MOST_OLDER_CHILDREN,
    MOST_PLACES,
    Attendance,
    BookingState,
)
from kith.groups.rules.places import BookingFacts, Needs
from kith.groups.rules.reminders import Reminders
from kith.kernel import ids
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.codes import CodeField
from kith.platform.private_links import new_token
from kith.whats_on.events import SessionMoved


class BookingQuerySet(models.QuerySet["Booking"]):
    """Bookings by how they stand."""

    def live(self) -> Self:
        """Those that hold places or wait for them."""
        return self.filter(state__in=LIVE_STATES)

    def visible_to(self, viewer: Viewer) -> Self:
        """Those on sessions of the viewer's own organisation, and those of a parent's own family."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        return self.filter(
            Q(session__series__organisation_id__in=viewer.organisation_ids) | Q(family_id__in=viewer.family_ids)
        )

    def on_moved(self, event: SessionMoved) -> Self:
        """Those on the session that moved; none where it has moved again since, or is called off."""
        unchanged = self.filter(session__cancelled_at=None, session__revision=event.revision)
        return unchanged.filter(session_id=event.session_id)

    def with_a_turn_due(self, now: datetime) -> Self:
        """Those of families that wait on a session to come for no more places than are free, or for its crèche."""
        free = F("session__capacity") - F("session__places_taken")
        to_come = self.filter(session__starts_at__gt=now, session__cancelled_at=None)
        has_turn = Q(state=BookingState.WAITING, places__lte=free)
        return to_come.filter(has_turn | Q(creche_waits=True, session__creche_taken__lt=F("session__creche_places")))

    def waiting(self) -> Self:
        """Those on the waiting list, longest first."""
        return self.filter(state=BookingState.WAITING).order_by("changed_at", "pk")


class Booking(models.Model):
    """Places taken on one session by one family, or wished for on its waiting list."""

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    session = models.ForeignKey("whats_on.Session", on_delete=models.PROTECT, related_name="bookings")
    family = models.ForeignKey("families.Family", on_delete=models.PROTECT, related_name="+")
    places = models.PositiveSmallIntegerField()
    state = CodeField(BookingState)
    language = models.CharField(max_length=10)
    contact_name = models.CharField(max_length=120)
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=20, blank=True)
    interpreter_need = CodeField(InterpreterNeed, default=InterpreterNeed.NOT_ASKED)
    interpreter_language = models.CharField(max_length=10, blank=True)
    access_needs = models.TextField(max_length=500, blank=True)
    request_key = models.CharField(max_length=64, unique=True)
    token = models.CharField(max_length=43, unique=True, default=new_token)
    revision = models.PositiveSmallIntegerField(default=1)
    booked_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    # Until when the places are kept that are offered now, or were offered last.
    offered_until = models.DateTimeField(null=True)
    babies = models.PositiveSmallIntegerField(default=1)
    older_children = models.PositiveSmallIntegerField(default=0)
    wants_creche = models.BooleanField(default=False)
    # The crèche is full: the family comes, and is told when a place in it comes free.
    creche_waits = models.BooleanField(default=False)
    co_parent = models.BooleanField(default=False)
    attendance = CodeField(Attendance, default=Attendance.EXPECTED)
    came_at = models.DateTimeField(null=True)
    left_early_at = models.DateTimeField(null=True)
    # Given back when it was too late for others to plan: after the evening before.
    cancelled_late = models.BooleanField(default=False)
    # When it was noted last whether they came, and when that was announced to other rooms; noted anew, it is again.
    marked_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    reminders = CodeField(Reminders, default=Reminders.DAY_BEFORE)
    # The days of the sessions she was reminded of: moved to another day, she is reminded of that one too.
    reminded_for = models.DateField(null=True)
    reminded_soon_for = models.DateField(null=True)

    objects = BookingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["session", "family"], condition=Q(state__in=LIVE_STATES), name="booking_once_for_each_family"
            ),
            models.CheckConstraint(condition=Q(places__range=(1, MOST_PLACES)), name="booking_places_are_few"),
            models.CheckConstraint(
                condition=~Q(contact_email="") | ~Q(contact_phone=""), name="booking_can_be_confirmed"
            ),
            models.CheckConstraint(
                condition=~Q(interpreter_need=InterpreterNeed.YES) | ~Q(interpreter_language=""),
                name="booking_interpreter_has_a_language",
            ),
            models.CheckConstraint(condition=Q(babies__range=(1, MOST_BABIES)), name="booking_babies_are_few"),
            models.CheckConstraint(
                condition=Q(older_children__range=(0, MOST_OLDER_CHILDREN)), name="booking_older_children_are_few"
            ),
            models.CheckConstraint(
                condition=Q(creche_waits=False) | Q(wants_creche=True), name="booking_waits_for_the_creche_it_wants"
            ),
            models.CheckConstraint(
                condition=~Q(state=BookingState.OFFERED) | Q(offered_until__isnull=False),
                name="booking_offer_has_an_end",
            ),
            models.CheckConstraint(
                condition=~Q(attendance=Attendance.LEFT_EARLY) | Q(left_early_at__isnull=False),
                name="booking_left_early_at_a_time",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["offered_until"], condition=Q(state=BookingState.OFFERED), name="booking_offer_runs_out"
            ),
            models.Index(
                fields=["marked_at"],
                condition=Q(marked_at__isnull=False, settled_at=None),
                name="booking_attendance_to_settle",
            ),
        ]

    def __str__(self) -> str:
        return f"booking {self.pk}"

    @property
    def has_lapsed(self) -> bool:
        """Whether it ended because the family did not answer when places were offered."""
        if self.state is not BookingState.CANCELLED or self.offered_until is None:
            return False
        return self.changed_at >= self.offered_until

    @property
    def needs(self) -> Needs:
        """The answers that stand in it."""
        return Needs(**{each.name: getattr(self, each.name) for each in fields(Needs)})

    @property
    def facts(self) -> BookingFacts:
        """What decides whether it can be changed or given back."""
        return BookingFacts(self.state, self.places, self.attendance)

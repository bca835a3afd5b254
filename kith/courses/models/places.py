"""Places on courses, and the wishes for them that wait until it is shown that the e-mail or phone is hers."""

from dataclasses import fields
from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.courses.models.courses import Course
from kith.courses.rules.codes import LIVE_PLACES, PlaceState
from kith.families.rules.codes import InterpreterNeed
from kith.groups.rules.codes import MOST_PLACES
from kith.groups.rules.places import BookingContact, Needs, PlaceOrder
from kith.groups.rules.reminders import Reminders
from kith.groups.wishes import Wish, WishQuerySet
from kith.kernel import ids
from kith.kernel.ids import SessionId
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.codes import CodeField
from kith.platform.private_links import new_token

ASKED_ONCE = tuple(each.name for each in fields(Needs))
"""What a family is asked about who comes along, and what would make it easy: columns by the same names."""


class CoursePlaceQuerySet(models.QuerySet["CoursePlace"]):
    """Places on courses by how they stand."""

    def live(self) -> Self:
        """Those that are had or waited for."""
        return self.filter(state__in=LIVE_PLACES)

    def waiting(self) -> Self:
        """Those on the waiting list, longest first."""
        return self.filter(state=PlaceState.WAITING).order_by("changed_at", "pk")

    def visible_to(self, viewer: Viewer) -> Self:
        """Those on courses of the viewer's own organisation, and those of a parent's own family."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        return self.filter(Q(course__organisation_id__in=viewer.organisation_ids) | Q(family_id__in=viewer.family_ids))


class CoursePlace(models.Model):
    """The places of one family on every date of a course, or its wish for them on the waiting list."""

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="places")
    family = models.ForeignKey("families.Family", on_delete=models.PROTECT, related_name="+")
    places = models.PositiveSmallIntegerField()
    state = CodeField(PlaceState)
    language = models.CharField(max_length=10)
    contact_name = models.CharField(max_length=120)
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=20, blank=True)
    interpreter_need = CodeField(InterpreterNeed, default=InterpreterNeed.NOT_ASKED)
    interpreter_language = models.CharField(max_length=10, blank=True)
    access_needs = models.TextField(max_length=500, blank=True)
    babies = models.PositiveSmallIntegerField(default=1)
    older_children = models.PositiveSmallIntegerField(default=0)
    wants_creche = models.BooleanField(default=False)
    co_parent = models.BooleanField(default=False)
    reminders = CodeField(Reminders, default=Reminders.DAY_BEFORE)
    request_key = models.CharField(max_length=64, unique=True)
    token = models.CharField(max_length=43, unique=True, default=new_token)
    revision = models.PositiveSmallIntegerField(default=1)
    booked_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = CoursePlaceQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["course", "family"],
                condition=Q(state__in=LIVE_PLACES),
                name="courseplace_once_for_each_family",
            ),
            models.CheckConstraint(condition=Q(places__range=(1, MOST_PLACES)), name="courseplace_places_are_few"),
            models.CheckConstraint(
                condition=~Q(contact_email="") | ~Q(contact_phone=""), name="courseplace_can_be_confirmed"
            ),
        ]

    def __str__(self) -> str:
        return f"place on course {self.pk}"

    def order_for(self, session_id: SessionId) -> PlaceOrder:
        """What the family asks for, on one of the dates; asked for again after a change it has another key."""
        return PlaceOrder(
            session_id=session_id,
            request_key=f"{self.pk.hex}-{self.revision}-{session_id}",
            contact=BookingContact(self.contact_name, self.contact_email, self.contact_phone),
            language=self.language,
            # Whether the crèche has room was asked for the course; she comes to a date on which it is full.
            may_wait_for_creche=True,
            **{name: getattr(self, name) for name in ASKED_ONCE},
        )


class CourseHold(Wish):
    """What a visitor asked for on every date of a course: one proof for all.

    The places kept meanwhile stand in groups, a row for each date, by these ids.
    """

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="holds")
    kept = ArrayField(models.UUIDField(), default=list)

    objects = WishQuerySet.as_manager()

    class Meta(Wish.Meta):
        pass

    def __str__(self) -> str:
        return f"held course {self.pk}"

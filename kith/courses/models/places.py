"""Places on courses, and what a visitor asked for until it is shown that the e-mail or phone is hers."""

from dataclasses import fields
from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.courses.models.courses import Course
from kith.courses.rules.codes import LIVE_PLACES, HoldState, PlaceState
from kith.families.rules.codes import InterpreterNeed
from kith.groups.rules.codes import MOST_PLACES
from kith.groups.rules.places import BookingContact, BookingWish, Needs, PlaceOrder
from kith.groups.rules.reminders import Reminders
from kith.kernel import ids
from kith.kernel.ids import OrganisationId, SessionId
from kith.kernel.private_links import CodeFacts
from kith.organisations.queries.people import id_of_kind
from kith.organisations.rules import OrganisationKind
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


class CourseHoldQuerySet(models.QuerySet["CourseHold"]):
    """Visitors' wishes for courses. There is no list of them: nothing here is searched by what was typed."""

    def to_book(self) -> Self:
        """Each with the organisation that a consent given in it is for, in the same statement."""
        return self.annotate(health_visiting_id=id_of_kind(OrganisationKind.HEALTH_VISITING))


class CourseHold(models.Model):
    """What a visitor asked for until it is shown that the e-mail or phone is hers: one proof for all dates.

    ``said`` is personal: only the action that books reads it, and the page behind the link that was sent there. It is
    emptied as soon as it is booked or over, by a day after it was typed at the latest; the row goes a week later. The
    places kept meanwhile stand in groups, a row for each date, by these ids.
    """

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="holds")
    state = CodeField(HoldState, default=HoldState.HELD)
    language = models.CharField(max_length=10)
    said = models.JSONField()
    contact_digest = models.CharField(max_length=64, blank=True)
    kept = ArrayField(models.UUIDField(), default=list)
    request_key = models.CharField(max_length=64, unique=True)
    token = models.CharField(max_length=43, unique=True, default=new_token)
    link = models.CharField(max_length=43, unique=True, default=new_token)
    wrong_count = models.PositiveSmallIntegerField(default=0)
    # The place on the course it became. No foreign key: nothing here leads to a family.
    became = models.UUIDField(null=True)
    asked_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    held_until = models.DateTimeField()
    words_until = models.DateTimeField()

    objects = CourseHoldQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(state=HoldState.HELD) | Q(said={}), name="coursehold_forgets_when_over"),
            models.CheckConstraint(
                condition=Q(state=HoldState.BOOKED, became__isnull=False)
                | (~Q(state=HoldState.BOOKED) & Q(became__isnull=True)),
                name="coursehold_became_one",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["contact_digest", "asked_at"], name="coursehold_of_a_contact"),
            models.Index(fields=["words_until"], name="coursehold_ends"),
        ]

    def __str__(self) -> str:
        return f"held course {self.pk}"

    @property
    def code_facts(self) -> CodeFacts:
        """What decides whether a code can be tried."""
        return CodeFacts(self.words_until, self.wrong_count, is_ended=self.state is HoldState.OVER)

    @property
    def health_visiting(self) -> OrganisationId | None:
        """The organisation that a consent is for; of a row that was read to be booked."""
        found: int | None = self.__dict__["health_visiting_id"]
        return OrganisationId(found) if found else None

    @property
    def wish(self) -> BookingWish:
        """What was asked for and said; not there any more once it is booked or over."""
        return BookingWish.of_said(self.said)

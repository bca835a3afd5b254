"""Series, sessions and bookings, private to this room.

How many places of a session are taken, and how many of these are only held, is counted by the database itself
(migrations 0002_guards, 0003_held_bookings and 0005_offers), whichever code writes a booking; that it never exceeds
the capacity is a constraint on the same row.
"""

from datetime import date, datetime, timedelta
from typing import ClassVar, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import ExtractHour, ExtractIsoWeekDay, Lower

from kith.families.rules.codes import InterpreterNeed
from kith.groups.rules.codes import (
    LIVE_STATES,
    MOST_BABIES,
    MOST_OLDER_CHILDREN,
    MOST_PLACES,
    WAITS_FOR_PROOF,
    WEEKDAYS,
    Attendance,
    Audience,
    BookingState,
    DayWish,
    HeldState,
    Joining,
    PartOfDay,
)
from kith.groups.rules.places import BookingWish, SessionFacts
from kith.groups.rules.reminders import Reminders
from kith.groups.rules.times import EVENING_BEGINS, HOURS
from kith.kernel import clock, ids
from kith.kernel.ids import OrganisationId, SessionId
from kith.kernel.private_links import CodeFacts
from kith.organisations.queries.people import id_of_kind
from kith.organisations.rules import OrganisationKind
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.codes import CodeField
from kith.platform.private_links import new_token
from kith.platform.stretches import TimeRange

Texts = models.JSONField  # {language code: text}
ROOM_ONCE = "session_room_once_at_a_time"
"""By this name the database refuses a room that another session has at that time."""


class Series(models.Model):
    """A run of sessions of one kind, with the code printed on its posters and cards."""

    service = models.ForeignKey("directory.Service", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    code = models.SlugField(max_length=40, unique=True)
    title = Texts(default=dict)
    summary = Texts(default=dict)
    audience = CodeField(Audience)
    # No date after this day is planned any more.
    ended_on = models.DateField(null=True)

    class Meta:
        verbose_name_plural = "series"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(title__has_key="en"), name="series_has_an_english_title"),
        ]

    def __str__(self) -> str:
        return self.code


class SessionQuerySet(models.QuerySet["Session"]):
    """Sessions by when they are, and one behind its lock."""

    def locked(self, session_id: SessionId) -> "Session | None":
        """The session, with its row locked until the transaction ends: its places are counted behind this lock."""
        return next(iter(self.select_for_update().filter(pk=session_id)), None)

    def visible_to(self, viewer: Viewer) -> Self:
        """Those whose register the viewer keeps: her own organisation's."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        return self.filter(series__organisation_id__any=viewer.organisation_ids)

    def to_come(self, now: datetime) -> Self:
        """Those that have not begun and will take place, soonest first."""
        return self.filter(starts_at__gt=now, cancelled_at=None).order_by("starts_at", "pk")

    def on(self, wish: DayWish, part: PartOfDay | None, *, today: date) -> Self:
        """Those on a day and at a time of day that the parent can come, as ``rules.suits_day`` has it."""
        if wish in (DayWish.TODAY, DayWish.TOMORROW):
            day = today + timedelta(days=wish is DayWish.TOMORROW)
            rows = self.filter(starts_at__gte=clock.midnight(day), starts_at__lt=clock.midnight(day + timedelta(1)))
        else:
            rows = self if wish is DayWish.ANY else self.annotate(weekday=_WEEKDAY).filter(weekday__in=_days(wish))
        if part is None and wish is not DayWish.EVENING:
            return rows
        from_hour, under = HOURS[part or PartOfDay.EVENING]
        if wish is DayWish.EVENING:
            from_hour = max(from_hour, EVENING_BEGINS)
        return rows.annotate(hour=_HOUR).filter(hour__gte=from_hour, hour__lt=under)


_WEEKDAY, _HOUR = (extract("starts_at", tzinfo=clock.LONDON) for extract in (ExtractIsoWeekDay, ExtractHour))


def _days(wish: DayWish) -> tuple[int, ...]:
    """The days of the week, Monday being 1."""
    if wish is DayWish.WEEKEND:
        return 6, 7
    return (WEEKDAYS.index(wish) + 1,) if wish in WEEKDAYS else (1, 2, 3, 4, 5)


class Session(models.Model):
    """One date of a series."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="sessions")
    venue = models.ForeignKey("directory.Venue", on_delete=models.PROTECT, related_name="+", null=True)
    # The room of the venue as its people call it; empty where it has but one, or nobody said.
    room = models.CharField(max_length=60, blank=True)
    online = models.BooleanField(default=False)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    joining = CodeField(Joining)
    capacity = models.PositiveSmallIntegerField()
    places_taken = models.PositiveSmallIntegerField(default=0, editable=False)
    # Those of the taken places that are kept for visitors who have not shown yet that the e-mail or phone is theirs.
    places_held = models.PositiveSmallIntegerField(default=0, editable=False)
    language = models.CharField(max_length=10, default="en")
    interpreter_possible = models.BooleanField(default=False)
    has_creche = models.BooleanField(default=False)
    creche_places = models.PositiveSmallIntegerField(default=0)
    cancelled_at = models.DateTimeField(null=True)
    # Counts the changes of when and where, so that a calendar takes the later file for the truth.
    revision = models.PositiveSmallIntegerField(default=1)

    objects = SessionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(places_taken__lte=F("capacity")), name="session_never_overbooked"),
            models.CheckConstraint(condition=Q(capacity__gt=0), name="session_has_places"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(venue__isnull=False) | Q(online=True), name="session_is_somewhere"),
            models.CheckConstraint(
                condition=Q(has_creche=True) | Q(creche_places=0), name="session_creche_places_need_a_creche"
            ),
            models.UniqueConstraint(
                fields=["series", "starts_at", "venue"],
                condition=Q(cancelled_at=None),
                nulls_distinct=False,
                name="session_of_series_once_at_a_time",
            ),
            ExclusionConstraint(
                name=ROOM_ONCE,
                expressions=[
                    ("venue", RangeOperators.EQUAL),
                    (Lower("room"), RangeOperators.EQUAL),
                    (TimeRange("starts_at", "ends_at"), RangeOperators.OVERLAPS),
                ],
                condition=Q(cancelled_at=None, venue__isnull=False) & ~Q(room=""),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["starts_at"], condition=Q(cancelled_at=None), name="session_to_come"),
        ]

    def __str__(self) -> str:
        return f"session {self.pk}"

    @property
    def facts(self) -> SessionFacts:
        """What decides whether a place can be had."""
        return SessionFacts(
            joining=self.joining,
            starts_at=self.starts_at,
            capacity=self.capacity,
            places_taken=self.places_taken,
            places_held=self.places_held,
            is_cancelled=self.cancelled_at is not None,
        )


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

    def waiting(self) -> Self:
        """Those on the waiting list, longest first."""
        return self.filter(state=BookingState.WAITING).order_by("changed_at", "pk")


class Booking(models.Model):
    """Places taken on one session by one family, or wished for on its waiting list."""

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="bookings")
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


class HeldBookingQuerySet(models.QuerySet["HeldBooking"]):
    """Visitors' wishes by how they stand. There is no list of them: nothing here is searched by what was typed."""

    def waiting_for_proof(self) -> Self:
        """Those that can still become bookings."""
        return self.filter(state__in=WAITS_FOR_PROOF)

    def to_book(self) -> Self:
        """Each with the organisation that a consent given in it is for, in the same statement."""
        return self.annotate(health_visiting_id=id_of_kind(OrganisationKind.HEALTH_VISITING))

    def visible_to(self, viewer: Viewer) -> Self:
        """Those on sessions of the viewer's own organisation."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        return self.filter(session__series__organisation_id__in=viewer.organisation_ids)


class HeldBooking(models.Model):
    """What a visitor asked for, apart from all else until it is shown that the e-mail or phone is hers, and her places.

    ``said`` is personal, and may tell of needs: only the action that books reads it, and the page behind the link that
    was sent there. It is emptied as soon as it is booked or over, by a day after it was typed at the latest. The digest
    of the contact goes then too, and the row, which says nothing of a person any more, a week later.
    """

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="held_bookings")
    state = CodeField(HeldState, default=HeldState.HELD)
    places = models.PositiveSmallIntegerField()
    places_kept = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=10)
    said = models.JSONField()
    contact_digest = models.CharField(max_length=64, blank=True)
    request_key = models.CharField(max_length=64, unique=True)
    # The page that the visitor is led to has the token; only the message has the link, and the code follows from it.
    token = models.CharField(max_length=43, unique=True, default=new_token)
    link = models.CharField(max_length=43, unique=True, default=new_token)
    wrong_count = models.PositiveSmallIntegerField(default=0)
    # The booking it became. No foreign key: nothing here leads to a family.
    became = models.UUIDField(null=True)
    asked_at = models.DateTimeField()
    # When the code went out; where none did, because too many had, none opens anything.
    sent_at = models.DateTimeField(null=True)
    held_until = models.DateTimeField()
    words_until = models.DateTimeField()

    objects = HeldBookingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(places__range=(1, MOST_PLACES)), name="held_booking_places_are_few"),
            models.CheckConstraint(
                condition=Q(places_kept=0) | Q(state=HeldState.HELD, places_kept=F("places")),
                name="held_booking_keeps_all_or_nothing",
            ),
            models.CheckConstraint(
                condition=Q(state__in=WAITS_FOR_PROOF) | Q(said={}), name="held_booking_forgets_when_over"
            ),
            models.CheckConstraint(
                condition=Q(state=HeldState.BOOKED, became__isnull=False)
                | (~Q(state=HeldState.BOOKED) & Q(became__isnull=True)),
                name="held_booking_became_one",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["contact_digest", "asked_at"], name="held_booking_of_a_contact"),
            models.Index(fields=["words_until"], name="held_booking_ends"),
        ]

    def __str__(self) -> str:
        return f"held booking {self.pk}"

    @property
    def code_facts(self) -> CodeFacts:
        """What decides whether a code can be tried."""
        return CodeFacts(self.words_until, self.wrong_count, is_ended=self.state is HeldState.OVER)

    @property
    def health_visiting(self) -> OrganisationId | None:
        """The organisation that a consent is for; of a row that was read to be booked."""
        found: int | None = self.__dict__["health_visiting_id"]
        return OrganisationId(found) if found else None

    @property
    def wish(self) -> BookingWish:
        """What was asked for and said; not there any more once it is booked or over."""
        return BookingWish.of_said(self.said)

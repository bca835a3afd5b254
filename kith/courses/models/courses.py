"""Courses: which dates are booked as one, what each is about, and which families the course is to reach first."""

from datetime import datetime
from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Max, Min, Q

from kith.courses.rules.inviting import FirstInvited
from kith.kernel.ids import CourseId, SessionId
from kith.platform.access.viewer import Viewer, ViewerKind


class CourseQuerySet(models.QuerySet["Course"]):
    """Courses by when they are, and one behind its lock."""

    def locked(self, course_id: CourseId) -> "Course | None":
        """The course, locked until the transaction ends: who waits for it is decided behind this lock."""
        return self.select_for_update(of=("self",)).filter(pk=course_id).first()

    def visible_to(self, viewer: Viewer) -> Self:
        """Those of the viewer's own organisation."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        return self.filter(organisation_id__in=viewer.organisation_ids)

    def timed(self) -> Self:
        """Each with when it begins and ends; dates that are called off do not count."""
        stands = Q(dates__session__cancelled_at=None)
        return self.annotate(
            first_at=Min("dates__session__starts_at", filter=stands),
            last_at=Max("dates__session__ends_at", filter=stands),
        )

    def ending_after(self, instant: datetime) -> Self:
        """Those whose last date ends after this instant, the soonest first."""
        return self.timed().filter(last_at__gt=instant).order_by("first_at", "pk")

    def to_follow_up(self, now: datetime) -> Self:
        """Those whose last date is over and whose mothers have no follow-up yet."""
        return self.timed().filter(followed_up_at=None, last_at__lte=now)


class Course(models.Model):
    """Several dates of one series that a family books as one."""

    series = models.ForeignKey("whats_on.Series", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    wards = ArrayField(models.CharField(max_length=9), default=list, blank=True)
    languages = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    added_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    added_at = models.DateTimeField()
    request_key = models.UUIDField(unique=True)
    followed_up_at = models.DateTimeField(null=True)
    # How many families wait for it: counted by the database itself (migration 0002_guards).
    families_waiting = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = CourseQuerySet.as_manager()

    def __str__(self) -> str:
        return f"course {self.pk}"

    @property
    def first_invited(self) -> FirstInvited:
        """Which families it is to reach first."""
        return FirstInvited(tuple(self.wards), tuple(self.languages))


class CourseDate(models.Model):
    """A session that is a date of a course, in its order, with the slides of the library that are shown on it."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="dates")
    session = models.OneToOneField("whats_on.Session", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    slides = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["course", "number"], name="coursedate_numbered_once"),
            models.CheckConstraint(condition=Q(number__gt=0), name="coursedate_numbered_from_one"),
        ]

    def __str__(self) -> str:
        return f"date {self.number} of course {self.course_id}"

    @property
    def of_session(self) -> SessionId:
        """The session."""
        return SessionId(self.session_id)

"""Courses of six weeks, their meetings, and which supporters came."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kith.peers.rules.codes import WEEKS


class PeerCourse(models.Model):
    """A group of supporters who learn together for six weeks; what is missed is made up at another meeting."""

    name = models.CharField(max_length=120)
    place = models.CharField(max_length=200, blank=True)
    begins_on = models.DateField()
    planned_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    request_key = models.UUIDField(unique=True)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(name=""), name="peer_course_has_a_name")]

    def __str__(self) -> str:
        return f"course {self.pk}"


class CourseMeeting(models.Model):
    """One week of the course on one day; a make-up meeting is of a week that was met before."""

    course = models.ForeignKey(PeerCourse, on_delete=models.CASCADE, related_name="meetings")
    week = models.PositiveSmallIntegerField()
    held_on = models.DateField()
    is_make_up = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(week__gte=WEEKS[0], week__lte=WEEKS[-1]), name="meeting_is_of_a_week"),
            models.UniqueConstraint(fields=["course", "week", "held_on"], name="meeting_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"meeting {self.pk}"


class MeetingAttendance(models.Model):
    """That a supporter came to a meeting."""

    meeting = models.ForeignKey(CourseMeeting, on_delete=models.CASCADE, related_name="attendance")
    supporter = models.ForeignKey("peers.PeerSupporter", on_delete=models.CASCADE, related_name="attendance")
    noted_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "supporter"], name="meeting_attended_once"),
        ]

    def __str__(self) -> str:
        return f"attendance {self.pk}"

"""Sessions of panels: what was asked and said, who came; findings, and which organisations have them."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kith.panels.models.people import Panel, PanelMember
from kith.panels.rules.codes import LONGEST_WORDS, PassedAnswer
from kith.platform.codes import CodeField


class PanelSession(models.Model):
    """A panel comes together: what it is asked stands beforehand, what it said afterwards; public when published."""

    panel = models.ForeignKey(Panel, on_delete=models.PROTECT, related_name="sessions")
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=200)
    asked = models.TextField(max_length=LONGEST_WORDS)
    said = models.TextField(max_length=LONGEST_WORDS, blank=True)
    planned_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    published_on = models.DateField(null=True)
    request_key = models.UUIDField(unique=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(asked=""), name="panel_session_asks"),
            models.CheckConstraint(condition=Q(published_on=None) | ~Q(said=""), name="panel_session_published_says"),
        ]

    def __str__(self) -> str:
        return f"panel session {self.pk}"


class PanelAttendance(models.Model):
    """Whether a member came; it says nothing of whether she is paid."""

    session = models.ForeignKey(PanelSession, on_delete=models.CASCADE, related_name="attendance")
    member = models.ForeignKey(PanelMember, on_delete=models.CASCADE, related_name="attendance")
    has_come = models.BooleanField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "member"], name="panel_attendance_once"),
        ]

    def __str__(self) -> str:
        return f"member {self.member_id} at session {self.session_id}"


class PanelFinding(models.Model):
    """One thing that a panel found, in words without names."""

    session = models.ForeignKey(PanelSession, on_delete=models.PROTECT, related_name="findings")
    words = models.CharField(max_length=500)
    noted_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    noted_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(words=""), name="panel_finding_has_words"),
            models.UniqueConstraint(fields=["session", "words"], name="panel_finding_once"),
        ]

    def __str__(self) -> str:
        return f"finding {self.pk}"


class PassedFindingQuerySet(models.QuerySet["PassedFinding"]):
    """Findings that were passed on, by whether they are answered."""

    def waiting(self) -> Self:
        """Those without an answer, the first due first."""
        return self.filter(answer="").order_by("due_on", "pk")


class PassedFinding(models.Model):
    """A finding in the hands of one organisation, perhaps of one service and one person: its answer, and its day."""

    finding = models.ForeignKey(PanelFinding, on_delete=models.PROTECT, related_name="passed")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    service = models.ForeignKey("directory.Service", on_delete=models.PROTECT, related_name="+", null=True)
    answerer = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    passed_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    passed_on = models.DateField()
    due_on = models.DateField()
    answer = CodeField(PassedAnswer, blank=True)
    words = models.TextField(max_length=LONGEST_WORDS, blank=True)
    answered_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    answered_on = models.DateField(null=True)

    objects = PassedFindingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["finding", "organisation", "service"], name="passed_finding_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=Q(answer="", words="", answered_on=None, answered_by=None)
                | (~Q(answer="") & ~Q(words="") & Q(answered_on__isnull=False, answered_by__isnull=False)),
                name="passed_finding_answered_in_words",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["due_on"], condition=Q(answer=""), name="passed_finding_waiting"),
        ]

    def __str__(self) -> str:
        return f"finding {self.finding_id} with organisation {self.organisation_id}"

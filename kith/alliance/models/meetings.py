"""Meetings: their agenda, who came, what was decided, and who does what by when."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from kith.alliance.rules.codes import AgendaKind, MeetingState, Presence
from kith.listening.rules.codes import LONGEST_WORDS
from kith.platform.codes import CodeField


class MeetingQuerySet(models.QuerySet["Meeting"]):
    """Meetings, by day."""

    def locked(self, meeting_id: int) -> "Meeting | None":
        """The meeting, for nothing else to change it until the transaction ends."""
        return self.select_for_update(of=("self",)).filter(pk=meeting_id).first()

    def to_come(self) -> Self:
        """Those that are not held yet, the next one first."""
        return self.filter(state__in=[MeetingState.PLANNED, MeetingState.FROZEN]).order_by("starts_at", "pk")


class Meeting(models.Model):
    """A meeting of the alliance, until its minutes are approved and stand on the public page without names."""

    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    revision = models.PositiveSmallIntegerField(default=1)
    place = models.CharField(max_length=200)
    state = CodeField(MeetingState, default=MeetingState.PLANNED)
    planned_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+", null=True)
    approved_on = models.DateField(null=True)
    request_key = models.UUIDField(unique=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(place=""), name="meeting_is_somewhere"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(state="approved", approved_by__isnull=False, approved_on__isnull=False)
                | (~Q(state="approved") & Q(approved_by=None, approved_on=None)),
                name="meeting_approved_by_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"meeting {self.pk}"


class AgendaItem(models.Model):
    """A point of an agenda. Frozen, its title and its paper stay as they were sent; minutes are written beside it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    kind = CodeField(AgendaKind)
    title = models.CharField(max_length=200)
    paper = models.TextField(blank=True)
    theme = models.ForeignKey("listening.Theme", on_delete=models.PROTECT, related_name="+", null=True)
    brought = models.ForeignKey("BroughtPoint", on_delete=models.PROTECT, related_name="+", null=True)
    is_frozen = models.BooleanField(default=False)
    minutes = models.TextField(max_length=LONGEST_WORDS, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "position"], name="agenda_item_one_at_a_place"),
            models.CheckConstraint(condition=~Q(title=""), name="agenda_item_has_a_title"),
            models.UniqueConstraint(
                fields=["meeting", "theme"], condition=Q(theme__isnull=False), name="agenda_item_theme_once"
            ),
        ]

    def __str__(self) -> str:
        return f"agenda item {self.pk}"


class MeetingAttendance(models.Model):
    """Who came to a meeting or sent apologies."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendance")
    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    presence = CodeField(Presence)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "membership"], name="meeting_attendance_once")
        ]

    def __str__(self) -> str:
        return f"{self.presence} at meeting {self.meeting_id}"


class DeclaredInterest(models.Model):
    """What a member has to gain or to lose by a point, by a meeting, or (with neither) by what the alliance does.

    It is never changed; one that holds for every meeting can end.
    """

    membership = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="interests", null=True)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="interests", null=True)
    words = models.CharField(max_length=300)
    declared_on = models.DateField()
    noted_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(words=""), name="declared_interest_has_words"),
            models.CheckConstraint(
                condition=Q(item=None) | Q(meeting__isnull=False), name="declared_interest_point_of_a_meeting"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(meeting=None), name="declared_interest_ends_where_it_holds_on"
            ),
            models.UniqueConstraint(
                fields=["membership", "meeting", "item", "words"],
                condition=Q(ended_on=None),
                name="declared_interest_once",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return f"declared interest {self.pk}"


class BroughtPoint(models.Model):
    """What another room wants the alliance to speak of: a number that moved, a gap in a standard; brought once."""

    key = models.CharField(max_length=100, unique=True)
    kind = CodeField(AgendaKind)
    title = models.CharField(max_length=200)
    paper = models.TextField(blank=True)
    since = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(title=""), name="brought_point_has_a_title"),
            models.CheckConstraint(condition=Q(kind__in=["indicator", "gap"]), name="brought_point_by_another_room"),
        ]

    def __str__(self) -> str:
        return f"brought point {self.key}"


class Decision(models.Model):
    """What a meeting decided, numbered within the year; it is never changed."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="decisions")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    words = models.TextField(max_length=LONGEST_WORDS)
    decided_on = models.DateField()
    noted_by = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["year", "number"], name="decision_number_once"),
            models.CheckConstraint(condition=~Q(words=""), name="decision_has_words"),
        ]

    def __str__(self) -> str:
        return f"decision {self.year}-{self.number}"


class AgreedActionQuerySet(models.QuerySet["AgreedAction"]):
    """Agreed actions, by how they stand."""

    def open(self) -> Self:
        """Those that are still to be done, the first due first."""
        return self.filter(done_on=None).order_by("due_on", "pk")


class AgreedAction(models.Model):
    """What one person does by one day, because a meeting decided it."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="actions")
    theme = models.ForeignKey("listening.Theme", on_delete=models.PROTECT, related_name="+", null=True)
    what = models.CharField(max_length=300)
    owner = models.ForeignKey("organisations.Membership", on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    first_due_on = models.DateField()
    done_on = models.DateField(null=True)
    evidence = models.TextField(max_length=LONGEST_WORDS, blank=True)

    objects = AgreedActionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(what=""), name="agreed_action_says_what"),
            models.CheckConstraint(condition=Q(due_on__gte=F("first_due_on")), name="agreed_action_day_moves_on"),
            models.CheckConstraint(condition=Q(done_on=None) | ~Q(evidence=""), name="agreed_action_done_has_evidence"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["due_on"], condition=Q(done_on=None), name="agreed_action_open"),
            models.Index(fields=["owner", "due_on"], condition=Q(done_on=None), name="agreed_action_of_owner"),
        ]

    def __str__(self) -> str:
        return f"agreed action {self.pk}"


class CarriedAction(models.Model):
    """An agreed action that came back as a point of a later agenda, because it was late."""

    item = models.OneToOneField(AgendaItem, on_delete=models.CASCADE, related_name="carried")
    action = models.ForeignKey(AgreedAction, on_delete=models.PROTECT, related_name="carried")

    def __str__(self) -> str:
        return f"carried action {self.action_id}"

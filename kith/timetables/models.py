"""Rules that repeat, the days they fall on, and terms; private to this room."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import F, Q

from kith.kernel import clock
from kith.kernel.ids import SessionId, VenueId
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.codes import CodeField
from kith.platform.stretches import never_two, until_and_with
from kith.timetables.rules.codes import NTHS, Pattern, Skip
from kith.timetables.rules.details import Details, RulePlan
from kith.timetables.rules.repeating import Repeat, Span
from kith.whats_on.rules.codes import Joining


class Term(models.Model):
    """Days on which schools of the place are open; two terms never share a day."""

    name = models.CharField(max_length=60)
    first_on = models.DateField()
    last_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(name=""), name="term_has_a_name"),
            models.CheckConstraint(condition=Q(last_on__gte=F("first_on")), name="term_ends_after_it_begins"),
            never_two("term_one_at_a_time", stretch=until_and_with("first_on", "last_on")),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def span(self) -> Span:
        """Its days."""
        return Span(self.first_on, self.last_on)


class RuleQuerySet(models.QuerySet["Rule"]):
    """Rules by whose they are."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Those of the series of the viewer's own organisation."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        return self.filter(series__organisation_id__in=viewer.organisation_ids)


class Rule(models.Model):
    """How dates of a series repeat, and what each of them is like."""

    series = models.ForeignKey("whats_on.Series", on_delete=models.PROTECT, related_name="+")
    pattern = CodeField(Pattern)
    weekdays = ArrayField(models.PositiveSmallIntegerField())  # Monday is 0
    nth = models.SmallIntegerField(default=0)
    first_on = models.DateField()
    last_on = models.DateField()
    term_time_only = models.BooleanField(default=False)
    skips_bank_holidays = models.BooleanField(default=True)
    starts = models.TimeField()
    ends = models.TimeField()
    venue = models.ForeignKey("directory.Venue", on_delete=models.PROTECT, related_name="+", null=True)
    online = models.BooleanField(default=False)
    room = models.CharField(max_length=60, blank=True)
    joining = CodeField(Joining)
    capacity = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=10, default="en")
    interpreter_possible = models.BooleanField(default=False)
    has_creche = models.BooleanField(default=False)
    creche_places = models.PositiveSmallIntegerField(default=0)
    # Counts its changes, so that of two people who change it at once the second one sees what the first one did.
    revision = models.PositiveSmallIntegerField(default=1)
    request_key = models.UUIDField(unique=True)

    objects = RuleQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(last_on__gte=F("first_on")), name="rule_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="rule_date_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(weekdays__len__gt=0, weekdays__contained_by=list(range(7))), name="rule_has_weekdays"
            ),
            models.CheckConstraint(
                condition=Q(pattern=Pattern.MONTHLY, nth__in=NTHS) | (~Q(pattern=Pattern.MONTHLY) & Q(nth=0)),
                name="rule_by_months_says_which",
            ),
            models.CheckConstraint(condition=Q(capacity__gt=0), name="rule_has_places"),
            models.CheckConstraint(condition=Q(venue__isnull=False) | Q(online=True), name="rule_is_somewhere"),
            models.CheckConstraint(
                condition=Q(has_creche=True) | Q(creche_places=0), name="rule_creche_places_need_a_creche"
            ),
        ]

    def __str__(self) -> str:
        return f"rule {self.pk}"

    @property
    def plan(self) -> RulePlan:
        """The rule as a whole, without the days left out by hand."""
        return RulePlan(
            Repeat(self.pattern, tuple(self.weekdays), self.first_on, self.last_on, self.nth),
            Details(
                starts=self.starts,
                ends=self.ends,
                capacity=self.capacity,
                venue_id=VenueId(self.venue_id) if self.venue_id else None,
                online=self.online,
                room=self.room,
                joining=self.joining,
                language=self.language,
                interpreter_possible=self.interpreter_possible,
                has_creche=self.has_creche,
                creche_places=self.creche_places,
            ),
            self.term_time_only,
            self.skips_bank_holidays,
        )


class PlannedDateQuerySet(models.QuerySet["PlannedDate"]):
    """The days of rules."""

    def from_day_of(self, now: datetime) -> Self:
        """Those from the day of this instant on, in order."""
        return self.filter(on__gte=clock.local(now).date()).order_by("on", "pk")

    def note(self, rule: Rule, made: Sequence[tuple[date, SessionId]]) -> None:
        """Write down which session is which day's. By hundreds: model by model it takes longer than the sessions."""
        said = json.dumps([(day.isoformat(), session_id) for day, session_id in made])
        with connection.cursor() as cursor:
            cursor.execute(_NOTE, [rule.pk, said])


_NOTE = """
    INSERT INTO timetables_planneddate (rule_id, "on", session_id, why, is_own)
    SELECT %s, (made ->> 0)::date, (made ->> 1)::bigint, '', false FROM json_array_elements(%s) AS made
"""


class PlannedDate(models.Model):
    """A day on which a rule falls: with its session (which may be called off since), or with why there is none.

    ``is_own``: it was changed alone, and changes of the rule leave it as it is.
    """

    rule = models.ForeignKey(Rule, on_delete=models.CASCADE, related_name="dates")
    on = models.DateField()
    session = models.OneToOneField("whats_on.Session", on_delete=models.PROTECT, related_name="+", null=True)
    why = CodeField(Skip, blank=True, default="")
    is_own = models.BooleanField(default=False)

    objects = PlannedDateQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["rule", "on"], name="planned_date_once_a_day"),
            models.CheckConstraint(
                condition=Q(session__isnull=False, why="") | (Q(session__isnull=True) & ~Q(why="")),
                name="planned_date_stands_or_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"planned date {self.pk}"

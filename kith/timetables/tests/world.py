"""A series with a rule for tests of timetables, in the small place of groups."""

from dataclasses import replace
from datetime import date, time

from django.db import connection

from kith.kernel.ids import OrganisationId, SessionId, VenueId, new_uuid
from kith.timetables.actions.rules import RuleReceipt, add_rule
from kith.timetables.actions.rules import change_rule as change
from kith.timetables.models import Rule
from kith.timetables.plans import effect_of
from kith.timetables.rules.codes import Pattern
from kith.timetables.rules.details import Details, RulePlan
from kith.timetables.rules.repeating import Repeat
from kith.whats_on.rules.codes import Joining
from kith.whats_on.tests.world import BUILDER, a_series, a_service, a_venue, an_organisation

BY = BUILDER
FIRST, LAST = date(2026, 3, 16), date(2026, 5, 30)
"""The clock of the tests stands on Tuesday 10 March 2026; the clocks change on 29 March, and Easter is on 5 April."""
AT_TEN = Details(time(10), time(12), 10, online=True, joining=Joining.BOOKABLE, interpreter_possible=True)
TUESDAYS = RulePlan(Repeat(Pattern.WEEKLY, (1,), FIRST, LAST), AT_TEN)


class Place:
    """An organisation with a venue and a series."""

    def __init__(self) -> None:
        self.organisation_id: OrganisationId = an_organisation("Timetables")
        self.venue_id: VenueId = a_venue(self.organisation_id)
        self.series_id = a_series(a_service(self.organisation_id, self.venue_id))

    def lay_out(self, plan: RulePlan = TUESDAYS, *, series_id: int | None = None) -> RuleReceipt:
        """A rule and its dates."""
        return add_rule(by=BY, series_id=series_id or self.series_id, plan=plan, request_key=new_uuid())

    def another_series(self) -> int:
        """Another series of the same organisation."""
        return a_series(a_service(self.organisation_id, self.venue_id))

    def in_room(self, room: str, plan: RulePlan = TUESDAYS) -> RulePlan:
        """The rule in a room of the venue."""
        return replace(plan, details=replace(plan.details, venue_id=self.venue_id, online=False, room=room))


def changed(receipt: RuleReceipt, plan: RulePlan) -> None:
    """Change the rule as a person who looked at what it does would."""
    row = Rule.objects.get(pk=receipt.rule_id)
    change(by=BY, rule_id=receipt.rule_id, plan=plan, revision=row.revision, agreed=effect_of(BY, row, plan).mark)


def versions() -> dict[SessionId, str]:
    """Where each session's row lies: another place as soon as it is written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, ctid::text FROM whats_on_session")
        return dict(cursor.fetchall())

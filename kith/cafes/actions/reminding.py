"""Reminding a family of its one-to-one time the day before. A job of every quarter of an hour; safe to run twice."""

from datetime import datetime

from django.db import transaction

from kith.cafes.actions.finding import locked_time, times_of
from kith.cafes.actions.telling import tell
from kith.cafes.models import Turn, TurnQuerySet
from kith.cafes.rules.codes import TurnState
from kith.families.actions.locking import lock_family
from kith.groups.rules.nights import is_awake
from kith.groups.rules.reminders import FURTHEST, Reminded, Reminders, reminder_due
from kith.groups.settings import REMINDER_HOUR
from kith.kernel import clock
from kith.kernel.ids import FamilyId, SessionId
from kith.kernel.languages import ENGLISH
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action_in_parts
from kith.whats_on.queries.sessions import session_card


@action_in_parts
def remind_of_turns(*, by: Actor) -> int:
    """Remind every family whose time for it has come, and say how many; at night none."""
    access.require(by, Permission.MANAGE_SESSIONS)
    now = clock.now()
    if not is_awake(now):
        return 0
    rows = _booked(now).exclude(family=None).order_by("pk").values_list("pk", "family_id", "session_id")
    return sum(_remind(by, pk, FamilyId(family_id), SessionId(at)) for pk, family_id, at in list(rows) if family_id)


@transaction.atomic
def _remind(by: Actor, turn_pk: int, family_id: FamilyId, session_id: SessionId) -> bool:
    """Decide behind the locks of the family and of the list: it may be given back, moved or reminded of meanwhile."""
    lock_family(family_id)
    time, session = locked_time(session_id), session_card(by, session_id, lang=ENGLISH.code)
    row = _booked(clock.now()).filter(pk=turn_pk, family_id=family_id).first()
    if row is None or session is None or row.slot is None or row.booked_at is None:
        return False
    starts_at = times_of(time, session).at(row.slot)
    booked = Reminded(starts_at, Reminders.DAY_BEFORE, row.booked_at, day_before_for=row.reminded_for)
    window = reminder_due(booked, now=clock.now(), hour=REMINDER_HOUR.now)
    if window is None:
        return False
    row.reminded_for = clock.local(starts_at).date()
    row.save(update_fields=["reminded_for"])
    audit.record(by, "cafes.family_reminded", row, family_id=family_id)
    key, until_at = f"{row.pk}:{row.reminded_for.isoformat()}", window.closes_at.isoformat()
    tell(row, "session_reminder", key, page="own-one-to-one", is_soon=False, until_at=until_at)
    return True


def _booked(now: datetime) -> TurnQuerySet:
    """The booked times of sessions that begin soon and will take place."""
    rows = Turn.objects.filter(state=TurnState.BOOKED, session__cancelled_at=None)
    return rows.filter(session__starts_at__gt=now, session__starts_at__lt=now + FURTHEST)

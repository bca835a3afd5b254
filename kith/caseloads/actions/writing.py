"""A parent writes to the people beside the family."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext, override

from kith.caseloads.models.cover import Absence
from kith.caseloads.models.leading import Deputy, NamedLead
from kith.caseloads.rules.notices import NoticeKind
from kith.families.queries.reach import may_organisation_open
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId, NextStepId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import is_working, membership_card
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.tasks.actions.next_steps import add_next_step
from kith.tasks.actions.notices import raise_notice
from kith.tasks.rules.next_steps import LONGEST_WORDS

LONGEST_LETTER = LONGEST_WORDS - 20
"""So much a parent can write at once: a next step holds it, after the words that say whose it is."""


@action
def write_to_people(*, by: Actor, family_id: FamilyId, words: str, request_key: UUID) -> NextStepId:
    """Make a parent's words a next step of the colleague who is there for the family today, and notify them.

    Raises Refusal where no colleague is: words that no person reads must not seem to have arrived.
    """
    access.require(by, Permission.SEE_OWN_RECORD, family_id=family_id)
    if not words.strip():
        raise Refusal("letter_says_nothing")
    owner = _who_is_there(family_id)
    if owner is None:
        raise Refusal("no_person_is_there", offer="helplines")
    with override("en"):
        what = gettext("Parent: %(words)s") % {"words": words.strip()[:LONGEST_LETTER]}
    step_id = add_next_step(
        by=replace(system_actor("caseloads"), membership_id=owner),
        family_id=family_id,
        what=what,
        due_on=_next_weekday(clock.today()),
        owner=owner,
        request_key=request_key,
    )
    raise_notice(
        by=by,
        kind=NoticeKind.PARENT_WROTE,
        to=owner,
        family_id=family_id,
        facts={"step_id": step_id},
        dedupe_key=f"parent-wrote-{request_key}",
    )
    return step_id


def _who_is_there(family_id: FamilyId) -> MembershipId | None:
    """Who stands in for the lead where the lead is away, else the lead, else the deputy; at work and let in today."""
    lead = NamedLead.objects.current().filter(family_id=family_id).values_list("membership_id", flat=True).first()
    deputy = Deputy.objects.current().filter(family_id=family_id).values_list("membership_id", flat=True).first()
    away = next((each for each in Absence.objects.of_day(clock.today()) if each.membership_id == lead), None)
    order = (away.covered_by_id, deputy, lead) if away else (lead, deputy)
    found = (MembershipId(each) for each in order if each)
    return next((each for each in found if is_working(each) and _is_let_in(each, family_id)), None)


def _is_let_in(membership_id: MembershipId, family_id: FamilyId) -> bool:
    card = membership_card(membership_id)
    return bool(card and may_organisation_open(card.organisation.id, family_id))


def _next_weekday(day: date) -> date:
    day += timedelta(days=1)
    return day if day.weekday() < 5 else day + timedelta(days=7 - day.weekday())

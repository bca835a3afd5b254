"""Deputies, cover, a handover that waits, and an outreach programme with its families, all invented."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import numpy as np

from kith.caseloads.actions.cover import plan_absence
from kith.caseloads.actions.handover import propose_handover
from kith.caseloads.actions.past import NewDeputy
from kith.caseloads.rules.handover import HandoverReason
from kith.demonstration.contacts import Followed
from kith.demonstration.loading import load
from kith.demonstration.people import Partners, Staff
from kith.families.rules.entries import NewFamily
from kith.kernel import clock
from kith.kernel.clock import FixedClock
from kith.kernel.ids import FamilyId, MembershipId, ProgrammeId
from kith.organisations.queries.people import viewer_for
from kith.organisations.rules import Role
from kith.platform.access.viewer import Actor
from kith.platform.sign_in.models import Account
from kith.programmes.actions.past import NewEnrolment
from kith.programmes.actions.programmes import found_programme, name_workers
from kith.programmes.rules.programmes import Communities

PROGRAMME = "Side by side (demonstration)"
COMMUNITIES = Communities(ethnicities=("K",), languages=("ro", "rom", "bn"))
BEGAN = timedelta(days=700)
SHARE_WITH_DEPUTY, SHARE_ENROLLED = 0.7, 0.55
MOST_DEPUTISED = 6


def arrange(
    partners: Partners,
    staff: Staff,
    followed: Sequence[Followed],
    agreed: Sequence[tuple[NewFamily, datetime]],
    rng: np.random.Generator,
    *,
    by: Actor,
) -> str:
    """Put people beside the families, and say in words how many; ``agreed`` may be enrolled, from that instant."""
    own, first = staff.by_role[Role.HEALTH_VISITOR], staff.visitors[0]
    deputies = list(_deputies(followed, staff, rng))
    programme_id = _programme(partners, staff, by)
    worker = staff.by_role[Role.OUTREACH_WORKER]
    enrolments = [
        NewEnrolment(programme_id, family.id, worker, family.parents[0].speaks, at)
        for (family, at), luck in zip(agreed, rng.random(len(agreed)), strict=True)
        if luck < SHARE_ENROLLED
    ]
    beside = load(by=by, entries=[*deputies, *enrolments])
    _away(own, first, by)
    _handover(staff, [each.family_id for each in followed if each.lead == staff.visitors[-1]], own)
    return f"{beside[NewDeputy]:,} deputies, {beside[NewEnrolment]:,} families in an outreach programme"


def is_of_the_communities(family: NewFamily, partners: Partners) -> bool:
    """Whether the programme is for this family, and may see its record."""
    mother = next(parent for parent in family.parents if parent.is_main)
    if not COMMUNITIES.include(ethnicity=mother.ethnicity, speaks=mother.speaks, ward=""):
        return False
    return any(each.organisation_id == partners.council and each.purpose == "care" for each in family.consents)


def _deputies(followed: Sequence[Followed], staff: Staff, rng: np.random.Generator) -> list[NewDeputy]:
    """A colleague for most families; the demonstration's health visitor stands beside some of one colleague's."""
    own, first, luck = staff.by_role[Role.HEALTH_VISITOR], staff.visitors[0], rng.random(len(followed))
    found, beside_own = [], 0
    for at, (family, chance) in enumerate(zip(followed, luck.tolist(), strict=True)):
        if family.lead == first and beside_own < MOST_DEPUTISED and not family.babies:
            found.append(NewDeputy(family.family_id, own, family.from_at))
            beside_own += 1
        elif chance < SHARE_WITH_DEPUTY:
            others = [each for each in (staff.visitors[at % len(staff.visitors)], first, own) if each != family.lead]
            found.append(NewDeputy(family.family_id, others[0], family.from_at))
    return found


def _programme(partners: Partners, staff: Staff, by: Actor) -> ProgrammeId:
    with clock.use(FixedClock(clock.now() - BEGAN)):
        programme_id = found_programme(by=by, organisation_id=partners.council, name=PROGRAMME, communities=COMMUNITIES)
        name_workers(by=by, programme_id=programme_id, membership_ids=[staff.by_role[Role.OUTREACH_WORKER]])
    return programme_id


def _away(own: MembershipId, colleague: MembershipId, by: Actor) -> None:
    """A colleague is away for a few days, covered by the deputies; in three weeks the health visitor is, for longer."""
    today = clock.today()
    _plan(by, colleague, today - timedelta(days=1), today + timedelta(days=4), None)
    _plan(by, own, today + timedelta(days=21), today + timedelta(days=31), colleague)


def _plan(by: Actor, who: MembershipId, first: date, last: date, cover: MembershipId | None) -> None:
    plan_absence(by=by, membership_id=who, from_on=first, until_on=last, covered_by=cover)


def _handover(staff: Staff, families: Sequence[FamilyId], to: MembershipId) -> None:
    """The manager of the caseloads has asked the health visitor to lead one more family."""
    manager = viewer_for(Account.objects.get(pk=staff.accounts[Role.FEEDING_LEAD.value]))
    if manager and families:
        propose_handover(by=manager, family_id=families[-1], to=to, reason=HandoverReason.CASELOAD)

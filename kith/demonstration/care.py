"""Who leads each invented family, and how each baby was fed at each milestone that has passed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp
from typing import Any

from kith.caseloads.actions.past import NewLead
from kith.demonstration import shape
from kith.demonstration.people import Staff
from kith.families.rules.entries import NewBaby, NewFamily
from kith.feeding.actions.past import NewFeeding
from kith.feeding.rules.statuses import WINDOWS, Feeding, FirstFeed, Milestone, SkinToSkin, Source
from kith.kernel.ids import MembershipId, OrganisationId
from kith.organisations.rules import Role

SHARE_UNLED = 0.012  # of families expecting: they wait for somebody to take them on


@dataclass(frozen=True)
class Chances:
    """A family's own luck: the same throughout, so that a baby who stops being breastfed does not start again."""

    log_odds: float
    fed: float
    only_breast: float
    known: float
    asked: float


class Caseload:
    """Chooses who leads: first the demonstration's health visitor's own families, then her colleagues in turn."""

    def __init__(self, staff: Staff, health_visiting: OrganisationId, today: date) -> None:
        self.own = staff.by_role[Role.HEALTH_VISITOR]
        self.colleagues = staff.visitors
        self.health_visiting = health_visiting
        self.today = today
        self.wanted = {"overdue": 1, "due today": 2, "to ask": 6, "young": 17, "expecting": 8}
        self.turn = 0

    def lead_of(self, family: NewFamily, luck: float) -> NewLead | None:
        """The lead of this family; None where it has not agreed, or still waits for one."""
        agreed = any(each.organisation_id == self.health_visiting for each in family.consents)
        if not agreed or family.registered_at is None or (not family.babies and luck < SHARE_UNLED):
            return None
        return NewLead(family.id, self._who(family), family.registered_at)

    def take(self, family: NewFamily) -> NewLead | None:
        """Have the demonstration's health visitor lead this family."""
        return NewLead(family.id, self.own, family.registered_at) if family.registered_at else None

    def is_own(self, lead: NewLead | None) -> bool:
        """Whether the demonstration's health visitor leads this family."""
        return lead is not None and lead.membership_id == self.own

    def _who(self, family: NewFamily) -> MembershipId:
        kind = self._kind(family)
        if self.wanted.get(kind, 0):
            self.wanted[kind] -= 1
            return self.own
        self.turn += 1
        return self.colleagues[self.turn % len(self.colleagues)]

    def _kind(self, family: NewFamily) -> str:
        if not family.babies:
            return "expecting"
        days = (self.today - family.babies[0].born_on).days
        window = WINDOWS[Milestone.WEEKS_6_8]
        ends = (
            (window.opens, "young"),
            (window.due, "to ask"),
            (window.due + 1, "due today"),
            (window.due + 4, "overdue"),
        )
        return next((kind for end, kind in ends if days < end), "")


def feeding_of(
    baby: NewBaby, chances: Chances, lead: NewLead | None, today: date, *, is_still_to_ask: bool
) -> Iterator[NewFeeding]:
    """What was recorded of the baby so far; at 6 to 8 weeks nothing where it is still to be asked."""
    for milestone, window in WINDOWS.items():
        asked_at = _age_when_asked(milestone, chances.asked)
        asked_on = baby.born_on + timedelta(days=asked_at)
        if asked_on >= today or (is_still_to_ask and milestone is Milestone.WEEKS_6_8):
            continue
        if milestone is Milestone.WEEKS_6_8 and chances.known < shape.SHARE_UNKNOWN / 2:
            continue  # nobody asked
        if milestone is Milestone.MONTHS_6 and chances.known > 0.6:
            continue  # asked of six families in ten
        status = _status(milestone, chances)
        yield NewFeeding(
            baby_id=baby.id,
            born_on=baby.born_on,
            milestone=milestone,
            status=status,
            source=_source(milestone, chances.asked),
            **_first_feed(milestone, status, chances),
            asked_on=min(asked_on, baby.born_on + timedelta(days=window.closes)),
            membership_id=lead.membership_id if lead else None,
        )


def _age_when_asked(milestone: Milestone, luck: float) -> int:
    window = WINDOWS[milestone]
    return window.opens + round(luck * (window.due - window.opens))


def _source(milestone: Milestone, luck: float) -> Source:
    """The first two come from the hospital's record; the others were asked, one in four by phone or text."""
    if milestone in (Milestone.FIRST_FEED, Milestone.DISCHARGE):
        return Source.HOSPITAL_RECORD
    if luck < 0.75:
        return Source.IN_PERSON
    return Source.PHONE if luck < 0.92 else Source.TEXT_REPLY


def _first_feed(milestone: Milestone, status: Feeding, chances: Chances) -> dict[str, Any]:
    if milestone is not Milestone.FIRST_FEED:
        return {}
    breast_milk = FirstFeed.DONOR if chances.asked > 0.985 else FirstFeed.MATERNAL
    skin = SkinToSkin.NOT_KNOWN if chances.known < 0.05 else SkinToSkin.NO if chances.asked > 0.85 else SkinToSkin.YES
    return {
        "first_feed": FirstFeed.NOT_BREAST_MILK if status is Feeding.NOT_AT_ALL else breast_milk,
        "skin_to_skin": skin,
    }


def _status(milestone: Milestone, chances: Chances) -> Feeding:
    if milestone is Milestone.WEEKS_6_8 and chances.known < shape.SHARE_UNKNOWN:
        return Feeding.UNKNOWN
    if chances.fed >= 1 / (1 + exp(-chances.log_odds - shape.PER_MILESTONE[milestone])):
        return Feeding.NOT_AT_ALL
    if milestone is Milestone.FIRST_FEED:
        return Feeding.TOTALLY  # one feed is never partial
    return Feeding.TOTALLY if chances.only_breast < shape.SHARE_ONLY_BREAST_OF_FED else Feeding.PARTIALLY

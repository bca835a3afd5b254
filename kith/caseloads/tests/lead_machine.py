"""Any history of leading, standing beside, handing over and leaving agrees with a small model, and has an owner.

``run_histories(count, seed)`` runs that many random histories against the database it is given, puts each back, and
returns what differed: it is one of the proofs that ``make proof`` runs.
"""

from dataclasses import dataclass, field
from random import Random

from django.db import transaction

from kith.caseloads.actions.handover import (
    accept_handover,
    complete_handover,
    decline_handover,
    propose_handover,
    withdraw_handover,
)
from kith.caseloads.actions.leading import name_deputy, take_lead
from kith.caseloads.actions.leaving import reassign_leavers_work
from kith.caseloads.models.handover import Handover
from kith.caseloads.models.leading import Deputy, NamedLead
from kith.caseloads.models.ownership import without_owner
from kith.caseloads.rules.handover import DeclineReason, HandoverReason, HandoverStep, Introduction
from kith.kernel import clock
from kith.kernel.ids import FamilyId, HandoverId
from kith.kernel.refusal import Refusal
from kith.organisations.actions.people import end_membership
from kith.organisations.events import MembershipEnded
from kith.platform.access.viewer import Viewer
from testing.people import KITH, a_family, worker

PEOPLE, FAMILIES, LONGEST = 4, 2, 12
ACTS = ("take", "deputy", "propose", "accept", "decline", "withdraw", "complete", "leave")


@dataclass
class Model:
    """One family as it should be: the whole reference. People are numbers; None is no person."""

    lead: int | None = None
    deputy: int | None = None
    asked: int | None = None
    proposer: int | None = None
    accepted: bool = False

    def do(self, act: str, who: int, other: int, here: set[int]) -> bool:  # noqa: C901  # one page of acts
        """Do the action if it may be done, and say whether it was (or had been, just so)."""
        if who not in here or (other not in here and act in ("deputy", "propose")):
            return False
        match act:
            case "take":
                done = self.lead == who or (self.lead is None and self.asked is None)
                self._begin(who if done else self.lead)
            case "deputy":
                done = self.lead == who != other
                self.deputy = other if done else self.deputy
            case "propose":
                done = self.asked == other or (self.asked is None and self.lead in (None, who) and self.lead != other)
                if done and self.asked is None:
                    self.asked, self.proposer = other, who
            case "accept":
                done = self.asked == who
                self.accepted = self.accepted or done
            case "decline":
                done = self.asked == who and not self.accepted
                if done:
                    self._settle()
            case "withdraw":
                done = self.asked is not None and who in (self.lead, self.proposer)
                if done:
                    self._settle()
            case _:
                done = self.accepted and who in (self.asked, self.lead)
                if done:
                    self._begin(self.asked)
                    self._settle()
        return done

    def leave(self, who: int, here: set[int], sizes: list[int]) -> None:
        """Let a worker go: the first in line who is still here takes their place."""
        if self.asked == who:
            self._settle()
        if self.lead == who:
            ranked = sorted(here, key=lambda each: (sizes[each], each))
            line = [self.asked if self.accepted else None, self.deputy, *ranked]
            self._begin(next((each for each in line if each in here), None))
            if self.lead is not None and self.lead == self.asked:
                self._settle()
        self.deputy = None if self.deputy == who else self.deputy

    def _settle(self) -> None:
        self.asked, self.proposer, self.accepted = None, None, False

    def _begin(self, who: int | None) -> None:
        self.lead = who
        self.deputy = None if self.deputy == who else self.deputy


@dataclass
class Place:
    """The people and the families of a history, in the database."""

    people: list[Viewer]
    families: list[FamilyId]
    numbers: dict[int | None, int | None] = field(default_factory=dict)

    @classmethod
    def build(cls) -> "Place":
        """A small organisation in an empty transaction."""
        first = worker(name="Person 0")
        (own,) = first.organisation_ids
        people = [first, *(worker(at=own, name=f"Person {number}") for number in range(1, PEOPLE))]
        place = cls(people, [a_family(own) for _ in range(FAMILIES)])
        place.numbers = {None: None} | {who.membership_id: number for number, who in enumerate(people)}
        return place

    def do(self, act: str, who: int, other: int, family_id: FamilyId) -> bool:
        """Do the action; False where it is refused."""
        by, to = self.people[who], self.people[other].membership_id
        handover = Handover.objects.open().filter(family_id=family_id).first()
        handover_id = HandoverId(handover.pk if handover else 0)
        if act in ("accept", "decline", "withdraw", "complete") and handover is None:
            return False
        try:
            match act:
                case "take":
                    take_lead(by=by, family_id=family_id)
                case "deputy":
                    name_deputy(by=by, family_id=family_id, membership_id=to)
                case "propose":
                    propose_handover(by=by, family_id=family_id, to=to, reason=HandoverReason.AREA)
                case "accept":
                    accept_handover(by=by, handover_id=handover_id)
                case "decline":
                    decline_handover(by=by, handover_id=handover_id, why=DeclineReason.OTHER)
                case "withdraw":
                    withdraw_handover(by=by, handover_id=handover_id)
                case _:
                    complete_handover(by=by, handover_id=handover_id, how=Introduction.TOGETHER)
        except Refusal:
            return False
        return True

    def leave(self, who: int) -> None:
        """Let a worker's work end today, and what they held find its owners."""
        membership_id = self.people[who].membership_id
        assert membership_id is not None
        end_membership(by=KITH, membership_id=membership_id, until_on=clock.today())
        reassign_leavers_work(MembershipEnded(membership_id))

    def state_of(self, family_id: FamilyId) -> Model:
        """One family as it is."""
        lead = NamedLead.objects.current().filter(family_id=family_id).first()
        deputy = Deputy.objects.current().filter(family_id=family_id).first()
        handover = Handover.objects.open().filter(family_id=family_id).first()
        return Model(
            self.numbers[lead.membership_id if lead else None],
            self.numbers[deputy.membership_id if deputy else None],
            self.numbers[handover.to_membership_id if handover else None],
            self.numbers[_proposer(handover)],
            bool(handover and handover.accepted_by_id),
        )


def _proposer(handover: Handover | None) -> int | None:
    return handover.states.get(step=HandoverStep.PROPOSED).membership_id if handover else None


def run_histories(count: int, seed: int) -> list[str]:
    """What differed from the model in so many random histories; an empty list is the promise kept."""
    random, found = Random(seed), []
    with transaction.atomic():
        place = Place.build()
        for number in range(count):
            point = transaction.savepoint()
            found += [f"history {number}: {each}" for each in one_history(place, random)]
            transaction.savepoint_rollback(point)
        transaction.set_rollback(True)
    return found


def one_history(place: Place, random: Random) -> list[str]:
    """One history from the place as it stands; what differed, with the actions that led there."""
    models, here, told = [Model() for _ in place.families], set(range(PEOPLE)), []
    for _ in range(random.randint(1, LONGEST)):
        act, who, other = random.choice(ACTS), random.randrange(PEOPLE), random.randrange(PEOPLE)
        at = random.randrange(FAMILIES)
        told.append(f"{act} {who} {other} family {at}")
        if act != "leave":
            expected = models[at].do(act, who, other, here)
            if who in here and place.do(act, who, other, place.families[at]) != expected:
                return [f"{told}: the model said {expected}"]
        elif who in here and len(here) > 1:
            here.remove(who)
            for at in sorted(range(FAMILIES), key=lambda each: place.families[each]):
                sizes = [sum(model.lead == each for model in models) for each in range(PEOPLE)]
                models[at].leave(who, here, sizes)
            place.leave(who)
        if differing := [at for at in range(FAMILIES) if place.state_of(place.families[at]) != models[at]]:
            return [
                f"{told}: family {at} is {place.state_of(place.families[at])}, not {models[at]}" for at in differing
            ]
        if any(without_owner()):
            return [f"{told}: something lies with nobody"]
    return []

"""The past of a family as it is loaded, and the cells of its rows. Nothing leads on from it: it is all past."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from kith.care.actions.goals import Goal
from kith.care.actions.weights import Weighing
from kith.care.models.contacts import Contact
from kith.care.models.feeding import FeedingStatus
from kith.care.models.goals import FeedingGoal
from kith.care.models.leading import Deputy, NamedLead
from kith.care.models.programmes import Enrolment
from kith.care.models.weights import Weight
from kith.care.rules import feeding
from kith.care.rules.contacts import ContactEntry, may_record_contact
from kith.care.rules.feeding import Feeding, FirstFeed, Milestone, SkinToSkin, Source, may_record
from kith.care.rules.goals import check_goal
from kith.care.rules.weights import may_weigh
from kith.families.rules.codes import InterpreterNeed
from kith.kernel import clock
from kith.kernel.clock import LONDON
from kith.kernel.ids import BabyId, FamilyId, MembershipId, ProgrammeId
from kith.platform.imports.copying import Cells, Tables


@dataclass(frozen=True)
class NewLead:
    """Somebody who leads or has led a family."""

    family_id: FamilyId
    membership_id: MembershipId
    from_at: datetime
    until_at: datetime | None = None


@dataclass(frozen=True)
class NewDeputy:
    """Somebody who stands beside a family's lead."""

    family_id: FamilyId
    membership_id: MembershipId
    from_at: datetime


@dataclass(frozen=True)
class NewEnrolment:
    """A family that agreed to a programme, and its worker."""

    programme_id: ProgrammeId
    family_id: FamilyId
    membership_id: MembershipId
    language: str
    enrolled_at: datetime


@dataclass(frozen=True)
class NewFeeding:
    """An answer to how a baby was fed; at most one for each baby and milestone in a load."""

    baby_id: BabyId
    born_on: date
    milestone: Milestone
    status: Feeding
    asked_on: date
    membership_id: MembershipId | None = None
    source: Source = Source.UNSTATED
    first_feed: FirstFeed | None = None
    skin_to_skin: SkinToSkin | None = None


@dataclass(frozen=True)
class NewGoal:
    """What a family's parent hopes for; at most one that counts for each family in a load."""

    family_id: FamilyId
    goal: Goal
    said_at: datetime
    membership_id: MembershipId | None = None


@dataclass(frozen=True)
class NewWeight:
    """A weight taken in the past."""

    baby_id: BabyId
    weighing: Weighing
    membership_id: MembershipId | None = None


@dataclass(frozen=True)
class NewContact:
    """A contact that was written down as it was; its people are taken to belong to the family."""

    family_id: FamilyId
    membership_id: MembershipId
    entry: ContactEntry
    speaks: str = "en"
    interpreter_need: InterpreterNeed = InterpreterNeed.NOT_ASKED


def person_row(new: NewLead | NewDeputy) -> Iterator[Cells]:
    """The row of a lead or a deputy."""
    yield vars(new)


def enrolment_row(new: NewEnrolment) -> Iterator[Cells]:
    """The row of an enrolment that still holds."""
    yield vars(new) | {"why_ended": ""}


def feeding_row(new: NewFeeding) -> Iterator[Cells]:
    """The row of an answer, written down at noon of the day; Refusal outside the milestone's window."""
    refusal = may_record(new.milestone, born_on=new.born_on, asked_on=new.asked_on, today=clock.today())
    if refusal:
        raise refusal
    yield {
        "baby_id": new.baby_id,
        "milestone": new.milestone,
        "status": new.status,
        "due_on": feeding.due_on(new.milestone, new.born_on),
        "asked_on": new.asked_on,
        "recorded_at": datetime.combine(new.asked_on, time(12), LONDON),
        "membership_id": new.membership_id,
        "is_current": True,
        "source": new.source,
        "first_feed": new.first_feed or "",
        "skin_to_skin": new.skin_to_skin or "",
    }


def goal_row(new: NewGoal) -> Iterator[Cells]:
    """The row of a goal; Refusal where it cannot be one."""
    goal = new.goal
    if refusal := check_goal(goal.hope, goal.until, goal.words):
        raise refusal
    yield {
        "family_id": new.family_id,
        "hope": goal.hope,
        "until": goal.until or "",
        "words": goal.words.strip(),
        "language": goal.language,
        "source": goal.source,
        "said_at": new.said_at,
        "membership_id": new.membership_id,
        "is_current": True,
    }


def weight_row(new: NewWeight) -> Iterator[Cells]:
    """The row of a weight; Refusal where it cannot be one."""
    grams, at = new.weighing.grams, new.weighing.weighed_at
    day = clock.local(at).date()
    if refusal := may_weigh(grams, weighed_at=at, born_on=day, now=clock.now(), day=day):
        raise refusal
    yield {
        "baby_id": new.baby_id,
        "grams": grams,
        "weighed_at": at,
        "where": new.weighing.where,
        "recorded_at": at,
        "membership_id": new.membership_id,
        "is_current": True,
    }


def contact_row(new: NewContact) -> Iterator[Cells]:
    """The row of a contact; Refusal where it cannot be one."""
    entry, now = new.entry, clock.now()
    refusal = may_record_contact(entry, now=now, parents=entry.parent_ids, babies=entry.baby_ids, oldest=None)
    if refusal:
        raise refusal
    yield {
        "family_id": new.family_id,
        "membership_id": new.membership_id,
        "at": entry.at,
        "kind": entry.kind,
        "place": entry.place or "",
        "minutes": entry.minutes,
        "parent_ids": _array(map(str, entry.parent_ids)),
        "baby_ids": _array(map(str, entry.baby_ids)),
        "speaks": new.speaks,
        "interpreter_need": new.interpreter_need,
        "how_we_talked": entry.talk.how,
        "talk_reason": entry.talk.reason or "",
        "offered": _array(entry.offered),
        "note": entry.note.strip(),
        "recorded_at": entry.at,
        "is_current": True,
    }


def _array(codes: Iterable[str]) -> str:
    """An array as COPY takes it; ids and codes need no quotes."""
    return f"{{{','.join(sorted(codes))}}}"


TABLES: dict[type[Any], Tables] = {
    NewLead: ((NamedLead, person_row),),
    NewDeputy: ((Deputy, person_row),),
    NewEnrolment: ((Enrolment, enrolment_row),),
    NewFeeding: ((FeedingStatus, feeding_row),),
    NewGoal: ((FeedingGoal, goal_row),),
    NewWeight: ((Weight, weight_row),),
    NewContact: ((Contact, contact_row),),
}

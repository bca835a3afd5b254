"""Very many leads and feeding statuses at once, for imports and demonstrations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction

from kith.care import rules
from kith.care.models import Contact, FeedingStatus, NamedLead
from kith.care.rules import ContactEntry, Feeding, FirstFeed, Milestone, SkinToSkin, Source
from kith.families.rules import InterpreterNeed
from kith.kernel import clock
from kith.kernel.clock import LONDON
from kith.kernel.ids import BabyId, FamilyId, MembershipId
from kith.platform import access, audit, freshness
from kith.platform.access import Actor, Permission
from kith.platform.freshness import Topic
from kith.platform.imports import copy_rows


@dataclass(frozen=True)
class NewLead:
    """Somebody who leads or has led a family."""

    family_id: FamilyId
    membership_id: MembershipId
    from_at: datetime
    until_at: datetime | None = None


@dataclass(frozen=True)
class NewFeeding:
    """An answer to how a baby was fed; at most one for each baby and milestone in a load."""

    baby_id: BabyId
    born_on: date
    milestone: Milestone
    status: Feeding
    asked_on: date
    membership_id: MembershipId | None = None
    recorded_at: datetime | None = None
    source: Source = Source.UNSTATED
    first_feed: FirstFeed | None = None
    skin_to_skin: SkinToSkin | None = None


@dataclass(frozen=True)
class NewContact:
    """A contact that was written down soon after it was; its people are taken to belong to the family."""

    family_id: FamilyId
    membership_id: MembershipId
    entry: ContactEntry
    speaks: str = "en"
    interpreter_need: InterpreterNeed = InterpreterNeed.NOT_ASKED
    recorded_at: datetime | None = None


@transaction.atomic
def load(*, by: Actor, leads: Iterable[NewLead] = (), feeding: Iterable[NewFeeding] = ()) -> tuple[int, int]:
    """Write all of it down or none, and say how many leads and statuses; needs the right to administer."""
    access.require(by, Permission.ADMINISTER)
    lead_count = copy_rows(
        NamedLead,
        ("family_id", "membership_id", "from_at", "until_at"),
        ((lead.family_id, lead.membership_id, lead.from_at, lead.until_at) for lead in leads),
    )
    status_count = copy_rows(
        FeedingStatus,
        (
            *("baby_id", "milestone", "status", "due_on", "asked_on", "recorded_at", "membership_id", "is_current"),
            *("source", "first_feed", "skin_to_skin"),
        ),
        _rows(feeding),
    )
    audit.record(by, "care.care_loaded", FeedingStatus(), lead_count=lead_count, status_count=status_count)
    freshness.touch(Topic.NUMBERS)
    return lead_count, status_count


def _rows(feeding: Iterable[NewFeeding]) -> Iterator[tuple[object, ...]]:
    today = clock.today()
    for each in feeding:
        if refusal := rules.may_record(each.milestone, born_on=each.born_on, asked_on=each.asked_on, today=today):
            raise refusal
        due = rules.due_on(each.milestone, each.born_on)
        recorded_at = each.recorded_at or datetime.combine(each.asked_on, time(12), LONDON)
        yield (
            each.baby_id,
            each.milestone.value,
            each.status.value,
            due,
            each.asked_on,
            recorded_at,
            each.membership_id,
            True,
            each.source.value,
            each.first_feed.value if each.first_feed else "",
            each.skin_to_skin.value if each.skin_to_skin else "",
        )


@transaction.atomic
def load_contacts(*, by: Actor, contacts: Iterable[NewContact]) -> int:
    """Write all the contacts down or none, and say how many; needs the right to administer."""
    access.require(by, Permission.ADMINISTER)
    count = copy_rows(
        Contact,
        (
            *("family_id", "membership_id", "at", "kind", "place", "minutes", "parent_ids", "baby_ids", "speaks"),
            *("interpreter_need", "how_we_talked", "talk_reason", "offered", "note", "recorded_at", "is_current"),
        ),
        _contact_rows(contacts),
    )
    audit.record(by, "care.contacts_loaded", Contact(), count=count)
    return count


def _contact_rows(contacts: Iterable[NewContact]) -> Iterator[tuple[object, ...]]:
    now = clock.now()
    for each in contacts:
        entry = each.entry
        refusal = rules.may_record_contact(entry, now=now, parents=entry.parent_ids, babies=entry.baby_ids, oldest=None)
        if refusal:
            raise refusal
        yield (
            each.family_id,
            each.membership_id,
            entry.at,
            entry.kind.value,
            entry.place.value if entry.place else "",
            entry.minutes,
            _array(str(parent_id) for parent_id in entry.parent_ids),
            _array(str(baby_id) for baby_id in entry.baby_ids),
            each.speaks,
            each.interpreter_need.value,
            entry.talk.how.value,
            entry.talk.reason.value if entry.talk.reason else "",
            _array(offer.value for offer in entry.offered),
            entry.note.strip(),
            each.recorded_at or entry.at,
            True,
        )


def _array(codes: Iterable[str]) -> str:
    """An array as COPY takes it; ids and codes need no quotes."""
    return f"{{{','.join(sorted(codes))}}}"

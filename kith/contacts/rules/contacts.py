"""What a contact with a family is, and that none is written down without saying how the two talked. Pure."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from kith.kernel.ids import BabyId, InterpreterBookingId, ParentId
from kith.kernel.refusal import Refusal

LONGEST_MINUTES = 600
OLDEST = timedelta(days=366)


class ContactKind(StrEnum):
    """How a worker was with the family."""

    VISIT = "visit"
    APPOINTMENT = "appointment"
    GROUP = "group"
    DROP_IN = "drop_in"
    PHONE = "phone"
    VIDEO = "video"
    TEXT = "text"


class ContactPlace(StrEnum):
    """Where they met."""

    HOME = "home"
    HOSPITAL = "hospital"
    CLINIC = "clinic"
    FAMILY_HUB = "family_hub"
    COMMUNITY = "community"
    ELSEWHERE = "elsewhere"


class HowWeTalked(StrEnum):
    """In whose words: no contact closes without it."""

    ENGLISH = "english"
    HER_LANGUAGE = "her_language"
    INTERPRETER_FACE = "interpreter_face"
    INTERPRETER_PHONE = "interpreter_phone"
    INTERPRETER_VIDEO = "interpreter_video"
    FAMILY_MEMBER = "family_member"
    FAILED = "failed"


class TalkReason(StrEnum):
    """Why a family member spoke for her, or why the talk failed."""

    SHE_ASKED = "she_asked"
    NOT_BOOKED = "not_booked"
    NONE_AVAILABLE = "none_available"
    DID_NOT_COME = "did_not_come"
    LINE_FAILED = "line_failed"
    WRONG_LANGUAGE = "wrong_language"
    URGENT = "urgent"


class Offer(StrEnum):
    """What was offered or talked through."""

    POSITIONING = "positioning"
    EXPRESSING = "expressing"
    BOTTLE_FEEDING = "bottle_feeding"
    GROUP = "group"
    PEER_SUPPORTER = "peer_supporter"
    PUMP = "pump"
    HEALTHY_START = "healthy_start"
    SAFER_SLEEP = "safer_sleep"
    WELLBEING = "wellbeing"
    OTHER = "other"


AT_A_DISTANCE = frozenset({ContactKind.PHONE, ContactKind.VIDEO, ContactKind.TEXT})
WITH_INTERPRETER = frozenset(
    {HowWeTalked.INTERPRETER_FACE, HowWeTalked.INTERPRETER_PHONE, HowWeTalked.INTERPRETER_VIDEO}
)
HER_NEED_WAS_MET = WITH_INTERPRETER | {HowWeTalked.HER_LANGUAGE}
REASONS = {
    HowWeTalked.FAMILY_MEMBER: frozenset(TalkReason) - {TalkReason.WRONG_LANGUAGE},
    HowWeTalked.FAILED: frozenset(TalkReason) - {TalkReason.SHE_ASKED, TalkReason.URGENT},
}


@dataclass(frozen=True)
class Talk:
    """How the two talked, and for which booking the interpreter came, or did not.

    A reason stands only beside a family member and a talk that failed.
    """

    how: HowWeTalked
    reason: TalkReason | None = None
    booking_id: InterpreterBookingId | None = None


@dataclass(frozen=True)
class ContactEntry:
    """One contact, as the person who had it tells it."""

    kind: ContactKind
    at: datetime
    talk: Talk
    minutes: int | None = None
    place: ContactPlace | None = None
    parent_ids: frozenset[ParentId] = field(default_factory=frozenset)
    baby_ids: frozenset[BabyId] = field(default_factory=frozenset)
    offered: frozenset[Offer] = field(default_factory=frozenset)
    note: str = ""


def may_record_contact(
    entry: ContactEntry,
    *,
    now: datetime,
    parents: Collection[ParentId],
    babies: Collection[BabyId],
    oldest: timedelta | None = OLDEST,
) -> Refusal | None:
    """Say why the contact cannot be written down, or None if it can; an import sets no limit to how old it may be."""
    if entry.at > now:
        return Refusal("contact_in_future")
    if oldest is not None and entry.at < now - oldest:
        return Refusal("contact_too_long_ago")
    if not entry.parent_ids <= set(parents) or not entry.baby_ids <= set(babies):
        return Refusal("not_of_this_family")
    if not entry.parent_ids and not entry.baby_ids:
        return Refusal("nobody_was_there")
    return _missing_minutes(entry) or _wrong_place(entry) or wrong_talk(entry.talk)


def wrong_talk(talk: Talk) -> Refusal | None:
    """Say what is missing from, or does not belong to, how they talked."""
    reasons = REASONS.get(talk.how, frozenset())
    if reasons and talk.reason not in reasons:
        return Refusal("reason_missing", how=talk.how)
    if not reasons and talk.reason is not None:
        return Refusal("reason_without_cause")
    if talk.booking_id and talk.how not in WITH_INTERPRETER | {HowWeTalked.FAILED, HowWeTalked.FAMILY_MEMBER}:
        return Refusal("booking_not_for_this_talk")
    return None


def _missing_minutes(entry: ContactEntry) -> Refusal | None:
    """A text takes no time that counts; anything else does."""
    if entry.minutes is None:
        return None if entry.kind is ContactKind.TEXT else Refusal("minutes_missing")
    is_possible = 1 <= entry.minutes <= LONGEST_MINUTES
    return None if is_possible else Refusal("contact_minutes_impossible", most=LONGEST_MINUTES)


def _wrong_place(entry: ContactEntry) -> Refusal | None:
    if entry.kind in AT_A_DISTANCE:
        return Refusal("place_at_a_distance") if entry.place else None
    return None if entry.place else Refusal("place_missing")

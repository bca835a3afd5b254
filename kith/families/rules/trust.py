"""Consent as it is said, cards, and records opened in an emergency: the codes, and what may not be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from kith.kernel.refusal import Refusal

WORDS_EDITION = 1
"""The edition of the words that families are asked with (kith/families/wording/consent.py); kept with each answer."""
LONGEST_CARD = 90
"""Days: a card tells what holds today, and a lost one should not be readable for ever."""
SEARCHES_COUNT_FOR = timedelta(hours=1)
"""A search in an emergency that found nobody counts against the next ones for so long."""
LONGEST_REASON = 500


class HowSaid(StrEnum):
    """How a family gave or took back its word."""

    IN_PERSON = "in_person"
    CALL = "call"
    WRITING = "writing"
    OWN_PAGE = "own_page"
    NOT_NOTED = "not_noted"


class InterpretedBy(StrEnum):
    """Who carried the words between two languages."""

    NOBODY = "nobody"
    INTERPRETER = "interpreter"
    FAMILY_MEMBER = "family_member"


class CardPart(StrEnum):
    """One thing that a family may put on its card."""

    NAMES = "names"
    LANGUAGES = "languages"
    INTERPRETER = "interpreter"
    ACCESS = "access"
    BABY = "baby"
    GOAL = "goal"
    HELPS = "helps"
    CONTACT = "contact"


class EmergencyReason(StrEnum):
    """Why a record must be seen although the family could not be asked."""

    BABY_IN_DANGER = "baby_in_danger"
    PARENT_IN_DANGER = "parent_in_danger"
    URGENT_CARE = "urgent_care"
    CHILD_PROTECTION = "child_protection"


@dataclass(frozen=True)
class NewCard:
    """A card as she asks for it."""

    parts: frozenset[CardPart]
    days: int
    goal: str = ""
    helps: str = ""


def check_until(until: date | None, *, today: date) -> Refusal | None:
    """Say why a consent cannot end on that day: it has passed."""
    return Refusal("until_has_passed") if until and until < today else None


def check_card(card: NewCard) -> Refusal | None:
    """Say why such a card cannot be made, or None if it can."""
    if not card.parts:
        return Refusal("card_is_empty")
    if not 1 <= card.days <= LONGEST_CARD:
        return Refusal("card_days", most=LONGEST_CARD)
    if CardPart.GOAL in card.parts and not card.goal.strip():
        return Refusal("card_goal_missing")
    if CardPart.HELPS in card.parts and not card.helps.strip():
        return Refusal("card_helps_missing")
    return None


def check_reason(words: str) -> Refusal | None:
    """Say why a record stays closed: the worker who opens it in an emergency says why in their own words."""
    return None if len(words.split()) >= 3 else Refusal("say_more")


def may_search(failed_at: Sequence[datetime], *, most: int) -> Refusal | None:
    """Say why a worker may not search yet, by when their failed searches of the last hour were, oldest first."""
    if len(failed_at) < most:
        return None
    return Refusal("too_many_searches", again_at=failed_at[len(failed_at) - most] + SEARCHES_COUNT_FOR)

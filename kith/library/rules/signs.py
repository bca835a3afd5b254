"""The signs of danger: which words stand on which card, and never a sign fewer or an alarm lower than Kith ships."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from kith.kernel.danger import Level, Subject, higher_alarm
from kith.kernel.refusal import Refusal
from kith.library.rules.starter import subject_of


@dataclass(frozen=True)
class Card:
    """Signs on which to act in the same way: texts by language, signs by the question that each answers."""

    level: Level
    heading: Mapping[str, str]
    note: Mapping[str, str]
    signs: tuple[str, ...]


class TroubleKind(StrEnum):
    """What an owner of signs has to see to; the page shows the stronger words meanwhile."""

    NO_MATERNITY_NUMBER = "no_maternity_number"
    PAST_REVIEW = "past_review"
    WITHDRAWN_ALONE = "withdrawn_alone"
    NOT_APPROVED = "not_approved"
    OFF_ITS_CARD = "off_its_card"
    LOWERED = "lowered"
    NOT_IN_LANGUAGE = "not_in_language"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True)
class Trouble:
    """One thing to see to: the subject, the sign where it is about one, and how many where it is about a language."""

    kind: TroubleKind
    subject: Subject | None = None
    key: str = ""
    language: str = ""
    count: int = 0


EMERGENCY_NUMBER = "999"


class _Section(Protocol):
    @property
    def heading(self) -> str: ...
    @property
    def level(self) -> Level | None: ...
    @property
    def statements(self) -> Sequence[str]: ...


def may_write_signs(slug: str, sections: Iterable[_Section]) -> Refusal | None:
    """Say why these cards cannot be the page of signs at this address, or None if they can."""
    sections = list(sections)
    if subject_of(slug) is None:
        return Refusal("signs_address")
    if any(section.level is None for section in sections):
        return Refusal("signs_without_level")
    levels = [section.level for section in sections]
    if len(levels) != len(set(levels)):
        return Refusal("level_twice")
    if any(section.level is Level.EMERGENCY and EMERGENCY_NUMBER not in section.heading for section in sections):
        return Refusal("heading_without_999")
    keys = [key for section in sections for key in section.statements]
    if twice := sorted({key for key in keys if keys.count(key) > 1}):
        return Refusal("sign_twice", keys=twice)
    return None


def cards_shown(shipped: Sequence[Card], placed: Sequence[Card]) -> tuple[Card, ...]:
    """The cards as readers see them: as the place has put them, with what would be lost or lowered put right."""
    cards = list(placed or shipped)
    given = {sign: card.level for card in shipped for sign in card.signs}
    at: dict[Level, list[str]] = {card.level: [] for card in cards}
    for card in cards:
        for sign in card.signs:
            level = higher_alarm(given.get(sign, card.level), card.level)
            at.setdefault(level, []).append(sign)
    there = {sign for signs in at.values() for sign in signs}
    for sign, level in given.items():
        if sign not in there:
            at.setdefault(level, []).append(sign)
    by_level = {card.level: card for card in (*cards, *shipped) if card.level in at}
    by_level |= {card.level: card for card in cards}
    if emergency := by_level.get(Level.EMERGENCY):
        by_level[Level.EMERGENCY] = replace(emergency, heading=_with_number(emergency, shipped))
    order = [card.level for card in shipped] + [card.level for card in cards]
    return tuple(
        replace(by_level[level], signs=tuple(dict.fromkeys(at[level])))
        for level in dict.fromkeys(order)
        if at.get(level)
    )


def _with_number(card: Card, shipped: Sequence[Card]) -> dict[str, str]:
    """The heading in each language; as it ships where the place's own words have lost the number to call."""
    given = {language: text for each in shipped if each.level is card.level for language, text in each.heading.items()}
    return {**given, **{language: text for language, text in card.heading.items() if EMERGENCY_NUMBER in text}}


def misplaced(subject: Subject, shipped: Sequence[Card], placed: Sequence[Card]) -> list[Trouble]:
    """Signs that the place took off their card, or put on the card of a lower alarm."""
    if not placed:
        return []
    given = {sign: card.level for card in shipped for sign in card.signs}
    put = {sign: card.level for card in placed for sign in card.signs}
    off = [Trouble(TroubleKind.OFF_ITS_CARD, subject, key=sign) for sign in given if sign not in put]
    lowered = [
        Trouble(TroubleKind.LOWERED, subject, key=sign)
        for sign, level in put.items()
        if sign in given and higher_alarm(given[sign], level) is not level
    ]
    return [*off, *lowered]

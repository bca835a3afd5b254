"""Contacts with the invented families: when, with which worker, and how the two talked.

One person stays more often where a family speaks English and lives in a less deprived place, and a little more often
with each quarter: the gradient is invented, so that the pages on continuity have something to show.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np
from numpy.typing import NDArray

from kith.caseloads.actions.past import NewLead
from kith.contacts.actions.past import NewContact
from kith.contacts.rules.contacts import ContactEntry, ContactKind, ContactPlace, HowWeTalked, Offer, Talk, TalkReason
from kith.families.rules.codes import InterpreterNeed
from kith.families.rules.entries import NewFamily
from kith.kernel.clock import LONDON
from kith.kernel.ids import BabyId, FamilyId, MembershipId, ParentId

MOST = 8
FOLLOWED_FOR = timedelta(days=180)
SAME_PERSON, LESS_IN_ANOTHER_LANGUAGE, PER_DECILE, OVER_TIME = 0.60, 0.14, 0.02, 0.10
OTHERS_MET = 3
_KINDS = (
    *((ContactKind.VISIT, ContactPlace.HOME),) * 5,
    *((ContactKind.APPOINTMENT, ContactPlace.CLINIC),) * 2,
    *((ContactKind.PHONE, None),) * 2,
    (ContactKind.DROP_IN, ContactPlace.FAMILY_HUB),
)
_OFFERS = (Offer.POSITIONING, Offer.GROUP, Offer.PEER_SUPPORTER, Offer.SAFER_SLEEP, Offer.WELLBEING, Offer.EXPRESSING)
_WITH_NEED = (
    *(Talk(HowWeTalked.INTERPRETER_FACE),) * 4,
    *(Talk(HowWeTalked.INTERPRETER_PHONE),) * 3,
    Talk(HowWeTalked.FAMILY_MEMBER, TalkReason.SHE_ASKED),
    Talk(HowWeTalked.FAMILY_MEMBER, TalkReason.NOT_BOOKED),
    Talk(HowWeTalked.FAILED, TalkReason.NONE_AVAILABLE),
)
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Followed:
    """As little of a led family as its contacts depend on."""

    family_id: FamilyId
    mother: ParentId
    babies: tuple[BabyId, ...]
    speaks: str
    need: InterpreterNeed
    decile: int
    from_at: datetime
    born_on: date | None
    lead: MembershipId

    @classmethod
    def of(cls, family: NewFamily, lead: NewLead) -> "Followed":
        """The family as it passes by on its way into the tables."""
        mother = next(parent for parent in family.parents if parent.is_main)
        return cls(
            family_id=family.id,
            mother=mother.id,
            babies=tuple(baby.id for baby in family.babies),
            speaks=mother.speaks,
            need=mother.interpreter_need,
            decile=family.addresses[0].deprivation_decile or 5,
            from_at=lead.from_at,
            born_on=family.babies[0].born_on if family.babies else None,
            lead=lead.membership_id,
        )


def contacts_of(
    families: Sequence[Followed], colleagues: Sequence[MembershipId], now: datetime, rng: np.random.Generator
) -> Iterator[NewContact]:
    """The contacts of all these families, one family after the other."""
    luck = rng.random((len(families), MOST, 4))
    counts = rng.binomial(MOST - 2, 0.55, len(families)) + 2
    for family, draws, count in zip(families, luck, counts.tolist(), strict=True):
        yield from _contacts(family, draws[:count], colleagues, now)


def _contacts(
    family: Followed, draws: Floats, colleagues: Sequence[MembershipId], now: datetime
) -> Iterator[NewContact]:
    last = min(now, _noon(family.born_on + FOLLOWED_FOR)) if family.born_on else now
    span = (last - family.from_at) / timedelta(days=1)
    stays = _chance_of_the_lead(family, now)
    start = int(draws[0, 3] * len(colleagues))
    for when, who, how, luck in draws.tolist():
        at = _at_work(family.from_at + timedelta(days=when * span), luck)
        if not family.from_at <= at < now - timedelta(hours=1):
            continue
        person = family.lead if who < stays else colleagues[(start + int(how * OTHERS_MET)) % len(colleagues)]
        kind, place = _KINDS[int(luck * len(_KINDS))]
        is_born = family.born_on is not None and at.date() > family.born_on
        entry = ContactEntry(
            kind=kind,
            at=at,
            talk=_talk(family, how),
            minutes=10 + 5 * int(how * 10),
            place=place,
            parent_ids=frozenset({family.mother}),
            baby_ids=frozenset(family.babies) if is_born and place else frozenset(),
            offered=frozenset({_OFFERS[int(when * len(_OFFERS))]}),
        )
        yield NewContact(family.family_id, person, entry, family.speaks, family.need)


def _chance_of_the_lead(family: Followed, now: datetime) -> float:
    years_ago = (now - family.from_at) / timedelta(days=365)
    chance = SAME_PERSON + PER_DECILE * (family.decile - 5.5) + OVER_TIME * (1 - min(years_ago, 2) / 2)
    return chance if family.speaks == "en" else chance - LESS_IN_ANOTHER_LANGUAGE


def _talk(family: Followed, luck: float) -> Talk:
    return _WITH_NEED[int(luck * len(_WITH_NEED))] if family.need is InterpreterNeed.YES else Talk(HowWeTalked.ENGLISH)


def _at_work(at: datetime, luck: float) -> datetime:
    """The same day between nine and five, or the Monday after a weekend."""
    day = at.astimezone(LONDON).date()
    day += timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
    return datetime.combine(day, time(9 + int(luck * 8), int(luck * 800) % 60), LONDON)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), LONDON)

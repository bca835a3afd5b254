"""Who may be invited, agree, decline or leave; what must be said in writing first. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from kith.kernel.refusal import Refusal
from kith.panels.rules.codes import MEMBERS, ExpenseKind, MemberKind, MemberState, Paying

GOOD_FOR = timedelta(days=60)
"""How long an invitation can be answered."""
MOST_WISHES = 100
"""The most wishes that wait: more is a machine, and is asked to ring."""
MOST_PENCE = 50_000


@dataclass(frozen=True)
class Person:
    """Who is asked to take part, and how they are reached."""

    name: str
    email: str
    phone: str
    language: str
    kind: MemberKind

    @property
    def has_contact(self) -> bool:
        """Whether a link can be sent."""
        return bool(self.email or self.phone)


@dataclass(frozen=True)
class Needs:
    """What is asked once: a crèche for how many children, an interpreter, and whether she wishes to be paid."""

    creche_children: int
    interpreter_language: str
    paying: Paying


@dataclass(frozen=True)
class NewTerms:
    """What is paid for a session (nothing is an answer too), which expenses, how soon, and who advises on benefits."""

    session_pence: int
    expenses: tuple[ExpenseKind, ...]
    is_in_advance: bool
    paid_within_days: int
    advice: str


def may_write_terms(new: NewTerms) -> Refusal | None:
    """Say why these terms cannot stand, or None if they can: who pays must name who advises on benefits."""
    if not 0 <= new.session_pence <= MOST_PENCE:
        return Refusal("terms_amount_out_of_range")
    if new.session_pence and not new.advice.strip():
        return Refusal("terms_without_benefits_advice")
    return None


def may_invite(person: Person, *, has_terms: bool, is_panel_open: bool) -> Refusal | None:
    """Say why this person cannot be invited, or None: what is paid stands in writing first."""
    if not has_terms:
        return Refusal("panel_without_terms")
    if not is_panel_open:
        return Refusal("panel_closed")
    if not person.name.strip():
        return Refusal("member_without_name")
    return None if person.has_contact else Refusal("member_without_contact")


def may_move(state: MemberState, *, after: MemberState) -> Refusal | None:
    """Say why a person cannot come from one state to the other, or None if she can."""
    return None if MEMBERS.allows(state, after=after) else Refusal("member_not_now")


def may_agree(
    after: MemberState, *, invited_at: datetime | None, now: datetime, read_terms: int, terms: int
) -> Refusal | None:
    """Say why she cannot agree, or None: she agrees to the terms she has read, while they are those she was sent."""
    if refusal := may_move(MemberState.MEMBER, after=after):
        return refusal
    if is_lapsed(invited_at, now=now):
        return Refusal("invitation_lapsed")
    return None if read_terms == terms else Refusal("terms_changed_meanwhile")


def is_lapsed(invited_at: datetime | None, *, now: datetime) -> bool:
    """Whether an invitation is too old to be answered."""
    return invited_at is None or now - invited_at > GOOD_FOR


def expenses_of(codes: Collection[str]) -> tuple[ExpenseKind, ...]:
    """These expenses, in the order of the list."""
    return tuple(each for each in ExpenseKind if each in codes)

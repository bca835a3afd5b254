"""What a supporter still needs before the next step of the path. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from kith.kernel.refusal import Refusal
from kith.peers.rules.checks import CheckFacts
from kith.peers.rules.codes import PATH, WEEKS, PeerSkill, SupporterState

REFERENCES = 2
MOST_INTERESTED = 500
"""So many may wait for a person to read them; then the form rests, and says so."""
LONGEST_AHEAD = timedelta(days=365)
S = SupporterState


@dataclass(frozen=True)
class Contact:
    """How a supporter is called and reached, and in which language."""

    name: str
    email: str
    phone: str
    language: str


@dataclass(frozen=True)
class Proofs:
    """What a supporter has shown so far."""

    weeks: Collection[int] = ()
    skills: Collection[PeerSkill] = ()
    good_references: int = 0
    check: CheckFacts | None = None
    is_at_work: bool = False


def may_be_interested(contact: Contact, *, waiting: int) -> Refusal | None:
    """Say why this person cannot be taken down, or None if they can."""
    if not contact.name.strip():
        return Refusal("peer_without_name")
    if not (contact.email or contact.phone):
        return Refusal("peer_without_contact")
    return Refusal("peers_rest") if waiting >= MOST_INTERESTED else None


def missing_for(state: SupporterState, proofs: Proofs, today: date) -> tuple[str, ...]:
    """What is missing for this state, as codes of refusals; empty where nothing is."""
    needs: dict[SupporterState, tuple[tuple[bool, str], ...]] = {
        S.INDUCTION: (
            (set(proofs.weeks) >= set(WEEKS), "peer_weeks_missing"),
            (set(proofs.skills) >= set(PeerSkill), "peer_skills_missing"),
        ),
        S.ACTIVE: (
            (proofs.good_references >= REFERENCES, "peer_references_missing"),
            (proofs.check is not None and proofs.check.holds_on(today), "peer_check_missing"),
            (proofs.is_at_work, "peer_not_at_work"),
        ),
    }
    return tuple(code for has, code in needs.get(state, ()) if not has)


def may_go(state: SupporterState, *, after: SupporterState, proofs: Proofs, today: date) -> Refusal | None:
    """Say why a supporter cannot come to this state, or None if they can."""
    if not PATH.allows(state, after=after):
        return Refusal("changed_since")
    missing = missing_for(state, proofs, today)
    return Refusal(missing[0]) if missing else None


def may_meet(on: date, *, week: int, today: date) -> Refusal | None:
    """Say why the course cannot meet on this day, or None if it can; a day that is over is noted, too."""
    if week not in WEEKS:
        return Refusal("meeting_without_week")
    return Refusal("meeting_too_far") if abs(on - today) > LONGEST_AHEAD else None


def may_attend(held_on: date, *, today: date, is_of_course: bool) -> Refusal | None:
    """Say why it cannot be noted that a supporter came, or None if it can."""
    if not is_of_course:
        return Refusal("peer_of_another_course")
    return Refusal("meeting_not_yet") if held_on > today else None


def may_sign_skill(observed_on: date, *, today: date, is_trained: bool, is_oneself: bool) -> Refusal | None:
    """Say why this person cannot sign what they saw, or None if they can."""
    if is_oneself:
        return Refusal("competence_of_oneself")
    if observed_on > today:
        return Refusal("competence_in_the_future")
    return None if is_trained else Refusal("not_trained_to_sign")


def may_refer(known_as: str, *, received_on: date, today: date) -> Refusal | None:
    """Say why a reference cannot be noted, or None if it can."""
    if not known_as.strip():
        return Refusal("reference_without_name")
    return Refusal("reference_in_the_future") if received_on > today else None

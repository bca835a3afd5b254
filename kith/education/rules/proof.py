"""When a person is trained: what was proved, from which day, under which version. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kith.education.rules.codes import Found
from kith.education.rules.requirements import Version, counts_until, in_force
from kith.kernel.refusal import Refusal


@dataclass(frozen=True)
class Proof:
    """Something a person has shown that no qualification rests on yet: they attended, or were found competent."""

    id: int
    on: date
    is_competence: bool = False


@dataclass(frozen=True)
class Earned:
    """A qualification that proofs make: under which version, from when until when."""

    version: Version
    from_on: date
    until_on: date | None
    attendance: int | None
    competence: int | None


def earned(new: Proof, others: Iterable[Proof], versions: Iterable[Version]) -> Earned | None:
    """What a new proof earns, with the newest of the others where the version asks for both; None while one is missing.

    The version that was in force on the day of the later proof decides, not today's: what counted then counts.
    """
    versions = list(versions)
    partners = [each for each in others if each.is_competence is not new.is_competence]
    partner = max(partners, key=lambda each: (each.on, each.id), default=None)
    alone = in_force(versions, new.on)
    if alone and _is_enough(alone, [new]):
        return _of(alone, [new])
    if partner is None:
        return None
    together = in_force(versions, max(new.on, partner.on))
    return _of(together, [new, partner]) if together and _is_enough(together, [new, partner]) else None


def may_sign(
    *, observed_on: date, today: date, is_trained: bool, is_oneself: bool, found: Found, note: str
) -> Refusal | None:
    """Say why this person cannot sign what they saw, or None if they can."""
    if is_oneself:
        return Refusal("competence_of_oneself")
    if observed_on > today:
        return Refusal("competence_in_the_future")
    if not is_trained:
        return Refusal("not_trained_to_sign")
    return Refusal("not_yet_needs_words") if found is Found.NOT_YET and not note.strip() else None


def _is_enough(version: Version, proofs: list[Proof]) -> bool:
    needed = {True: version.asked.needs_competence, False: version.asked.needs_attendance}
    return {each.is_competence for each in proofs} >= {kind for kind, is_needed in needed.items() if is_needed}


def _of(version: Version, proofs: list[Proof]) -> Earned:
    needed = {True: version.asked.needs_competence, False: version.asked.needs_attendance}
    used = [each for each in proofs if needed[each.is_competence]]
    from_on = max(each.on for each in used)
    by_kind = {each.is_competence: each.id for each in used}
    return Earned(
        version, from_on, counts_until(from_on, version.asked.lasts_months), by_kind.get(False), by_kind.get(True)
    )

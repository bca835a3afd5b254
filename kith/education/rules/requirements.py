"""What a place asks of each role to begin with, which version asks today, and until when a proof counts. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from kith.kernel.refusal import Refusal
from kith.kernel.training import Training
from kith.organisations.rules import Role

LONGEST_MONTHS = 60
LONGEST_GRACE = 365
ALWAYS = date(2000, 1, 1)
"""Since when what Kith proposes to begin with is asked for: what was learnt before Kith came counts too."""
_CLINICAL = (Role.MIDWIFE, Role.HEALTH_VISITOR, Role.FEEDING_LEAD)
_TEACH_FEEDING = (*_CLINICAL, Role.OUTREACH_WORKER)
MEET_FAMILIES = (*_TEACH_FEEDING, Role.PEER_SUPPORTER)
_AT_WORK = (*MEET_FAMILIES, Role.COORDINATOR)


@dataclass(frozen=True)
class Asked:
    """What one version of a requirement asks: of which roles, what proof, for how long it counts, by when."""

    roles: tuple[Role, ...] = ()
    needs_attendance: bool = True
    needs_competence: bool = False
    lasts_months: int | None = None
    grace_days: int = 90


@dataclass(frozen=True)
class Version:
    """One version of what is asked, in force from a day."""

    training: Training
    number: int
    from_on: date
    asked: Asked


# Baby Friendly: orientation within a week, the course within six months of starting, a yearly update ("Guide to the
# Standards", Unicef UK). The other periods are common local policy; a place sets its own.
TO_BEGIN_WITH: Mapping[Training, Asked] = {
    Training.ORIENTATION: Asked(_AT_WORK, grace_days=7),
    Training.BABY_FRIENDLY: Asked(_TEACH_FEEDING, needs_competence=True, grace_days=182),
    Training.UPDATE: Asked(_TEACH_FEEDING, lasts_months=12, grace_days=365),
    Training.PUMP_ISSUING: Asked(needs_competence=True, lasts_months=24),
    Training.SAFER_SLEEP: Asked(MEET_FAMILIES, lasts_months=24),
    Training.CULTURAL_SAFETY: Asked(_AT_WORK, lasts_months=36),
    Training.SAFEGUARDING: Asked(_AT_WORK, lasts_months=36, grace_days=30),
    Training.PEER_SUPPORTER: Asked((Role.PEER_SUPPORTER,), needs_competence=True, grace_days=0),
    Training.COMPETENCE_ASSESSOR: Asked(lasts_months=36),
}


def first_version(training: Training) -> Version:
    """What Kith proposes to begin with."""
    return Version(training, 1, ALWAYS, TO_BEGIN_WITH[training])


def may_ask(asked: Asked, *, from_on: date, newest: Version, today: date) -> Refusal | None:
    """Say why this cannot be the next version, or None if it can; a version never begins in the past."""
    if from_on < today:
        return Refusal("requirement_from_the_past")
    if from_on < newest.from_on:
        return Refusal("requirement_before_the_newest")
    if not (asked.needs_attendance or asked.needs_competence):
        return Refusal("requirement_without_proof")
    if asked.lasts_months is not None and not 1 <= asked.lasts_months <= LONGEST_MONTHS:
        return Refusal("requirement_lasts_too_long")
    if not 0 <= asked.grace_days <= LONGEST_GRACE:
        return Refusal("requirement_grace_too_long")
    return Refusal("requirement_is_the_same") if asked == newest.asked else None


def in_force(versions: Iterable[Version], on: date) -> Version | None:
    """The newest version that has begun by this day: it alone asks."""
    begun = [each for each in versions if each.from_on <= on]
    return max(begun, key=lambda each: (each.from_on, each.number), default=None)


def counts_until(from_on: date, lasts_months: int | None) -> date | None:
    """The last day on which a proof of this day counts; None where it has no end."""
    return None if lasts_months is None else from_on + relativedelta(months=lasts_months) - timedelta(days=1)

"""How a person stands to what is asked of their role: trained, ending soon, still to come, or late. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kith.education.rules.requirements import Version
from kith.kernel.training import Training
from kith.organisations.rules import Role


class State(StrEnum):
    """How a person stands to one training, the most pressing first."""

    LATE = "late"
    ENDS_SOON = "ends_soon"
    TO_COME = "to_come"
    TRAINED = "trained"


@dataclass(frozen=True, slots=True)
class Status:
    """One person and one training: how they stand, and by which day something is to happen (None: by none).

    ``until_on`` is the last day on which they are or were trained; None where they never were, or for good.
    """

    training: Training
    state: State
    due_on: date | None
    until_on: date | None

    @property
    def is_gap(self) -> bool:
        """Whether something is missing, or will be soon."""
        return self.state is not State.TRAINED


def status_of(version: Version, *, began_on: date, until_on: date | None, on: date, soon: timedelta) -> Status:
    """How a person who began on a day, and is or was trained until another, stands to this version on a day.

    Who is trained stays so until the day, whatever the version asks. ``until_on`` is date.max where it has no end.
    """
    if until_on is not None and until_on >= on:
        ends_soon = until_on <= on + soon
        shown = None if until_on == date.max else until_on
        return Status(version.training, State.ENDS_SOON if ends_soon else State.TRAINED, shown, shown)
    grace = timedelta(days=version.asked.grace_days)
    due_on = max(began_on, version.from_on) + grace
    if until_on is not None and until_on >= version.from_on:
        # It was asked for and had, and has run out: there is no new time to wait for.
        due_on = until_on
    return Status(version.training, State.LATE if due_on < on else State.TO_COME, due_on, until_on)


def asked_of(role: Role, versions: Iterable[Version]) -> list[Version]:
    """The versions that ask something of this role, of those in force."""
    return [each for each in versions if role in each.asked.roles]


def most_pressing(each: Status) -> tuple[int, date, str]:
    """The order of a list: late ones first, then by day."""
    return (list(State).index(each.state), each.due_on or date.max, each.training.value)

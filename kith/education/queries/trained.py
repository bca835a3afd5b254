"""Whether a person may do what needs training: the question of every other room."""

from datetime import date

from kith.education.models import trained as database
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.training import Training

NO_END = date.max
"""The day until which a person is trained in what never ends."""


def may_do(membership_id: MembershipId, training: Training, on: date | None = None) -> bool:
    """Whether this person is trained in this on that day (today, where none is named).

    True only where a qualification counts on the day: what its requirement asked for was proved, its end has not come
    and it was not taken back. A newer version of the requirement ends none. The database's triggers ask the same
    (``education_may``), so what this answers they do not contradict.
    """
    return trained_until(membership_id, training, on) is not None


def trained_until(membership_id: MembershipId, training: Training, on: date | None = None) -> date | None:
    """The last day on which the qualification that counts on that day (today) does; None where none does.

    ``NO_END`` where it has no end.
    """
    return database.trained_until(membership_id, training, on or clock.today())

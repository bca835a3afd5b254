"""Silence towards a family that has lost somebody."""

from kith.families.actions import hold_family
from kith.families.queries import is_bereaved
from kith.kernel.ids import FamilyId


def is_kept_for(family_id: FamilyId) -> bool:
    """Whether nothing may go out to the family, held so until the transaction ends.

    Writing a death down takes the same hold: it comes before this look, or waits until the message has left.
    """
    hold_family(family_id)
    return is_bereaved(family_id)

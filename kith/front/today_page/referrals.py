"""Referrals that the viewer's organisation has to answer: how many, and how many of them late."""

from dataclasses import dataclass

from kith.front.today_page.lists import Asked
from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.platform.access.permissions import Permission
from kith.referrals.queries.referrals import to_answer_count


@dataclass(frozen=True)
class ToAnswer:
    """One line that leads to the tray."""

    count: int
    late: int
    family_id: FamilyId | None = None


def read(asked: Asked) -> Listed[ToAnswer]:
    """The line, where there is something to answer."""
    if Permission.ANSWER_REFERRAL not in asked.viewer.permissions:
        return Listed(())
    count, late = to_answer_count(asked.viewer)
    return Listed((ToAnswer(count, late),) if count else ())

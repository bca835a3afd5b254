"""What is to be done next for the family, and who does it."""

from dataclasses import dataclass

from kith.feeding.wording.statuses import due_words
from kith.front.family_page.opened import Opened
from kith.kernel.ids import MembershipId
from kith.platform.access.permissions import Permission
from kith.tasks.queries.next_steps import StepRow, steps_of


@dataclass(frozen=True)
class Steps:
    """The open steps with their due day in words, and whose eyes read them."""

    rows: tuple[tuple[StepRow, str], ...]
    me: MembershipId | None
    may_record: bool


def read(opened: Opened) -> Steps:
    """The open steps, the earliest first."""
    rows = steps_of(opened.viewer, opened.id)
    return Steps(
        rows=tuple((row, due_words(row.days_overdue)) for row in rows),
        me=opened.viewer.membership_id,
        may_record=opened.may(Permission.RECORD_CONTACT),
    )

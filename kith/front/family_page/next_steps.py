"""What is to be done next for the family, and by whom."""

from dataclasses import dataclass

from kith.care import queries as care
from kith.care.queries import StepRow
from kith.care.wording import due_words
from kith.front.family_page.opened import Opened
from kith.kernel.ids import MembershipId
from kith.platform.access import Permission


@dataclass(frozen=True)
class Steps:
    """The open steps with their due day in words, and whose eyes read them."""

    rows: tuple[tuple[StepRow, str], ...]
    me: MembershipId | None
    may_record: bool


def read(opened: Opened) -> Steps:
    """The open steps, the earliest first."""
    rows = care.steps_of(opened.viewer, opened.id)
    return Steps(
        rows=tuple((row, due_words(row.days_overdue)) for row in rows),
        me=opened.viewer.membership_id,
        may_record=opened.may(Permission.RECORD_CONTACT),
    )

"""The colleagues I cover for today, and the handovers that wait for me."""

from dataclasses import dataclass

from kith.caseloads.queries.caseload import CoverRow, covering
from kith.caseloads.queries.handover import handovers_of_the_day
from kith.front.today_page.lists import Asked
from kith.kernel.ids import FamilyId, HandoverId
from kith.kernel.listed import Listed
from kith.platform.access.permissions import Permission


@dataclass(frozen=True)
class LeadingRow:
    """A colleague I cover for, or a handover of a family."""

    family_id: FamilyId | None = None
    cover: CoverRow | None = None
    handover_id: HandoverId | None = None
    is_accepted: bool = False


def read(asked: Asked) -> Listed[LeadingRow]:
    """Cover first, then what waits the longest; nothing for those who cannot lead."""
    if Permission.LEAD_FAMILY not in asked.viewer.permissions:
        return Listed(())
    covers = [LeadingRow(cover=row) for row in covering(asked.viewer)]
    waiting = [
        LeadingRow(row.family_id, handover_id=row.id, is_accepted=row.is_accepted)
        for row in handovers_of_the_day(asked.viewer)
    ]
    return Listed((*covers, *waiting))

"""A death in the family, said quietly at the top of its page; and records opened in an emergency."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kith.families.queries.bereavement import BereavementRow, bereavements
from kith.families.rules.bereavement import BEREAVEMENT_LINE
from kith.families.wording.trust import LOSSES
from kith.front.family_page.opened import Opened
from kith.front.timeline import Moment


@dataclass(frozen=True)
class Mourning:
    """The deaths that stand, and the line to call."""

    rows: tuple[BereavementRow, ...]
    line: str = BEREAVEMENT_LINE

    def words(self, row: BereavementRow) -> str:
        """Who has died."""
        return f"{LOSSES[row.loss]}: {row.name}" if row.name else str(LOSSES[row.loss])


def read(opened: Opened) -> Mourning | None:
    """The deaths of this family; nothing where there are none."""
    rows = bereavements(opened.viewer, opened.id)
    return Mourning(rows) if rows else None


def moments(it: Mourning) -> Iterator[Moment]:
    """When each was written down, and who calls."""
    for row in it.rows:
        calls = _("%(name)s calls the family") % {"name": row.caller.name}
        yield Moment(row.recorded_at, _("A death in the family"), (it.words(row), calls))

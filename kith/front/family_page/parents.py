"""Parents and carers, where they live, and how the record began."""

from collections.abc import Iterator

from kith.families.queries import FamilyPage
from kith.families.wording import CAME_BY
from kith.front.family_page.opened import Opened
from kith.front.timeline import Moment


def read(opened: Opened) -> FamilyPage:
    """The page holds them all."""
    return opened.page


def moments(it: FamilyPage) -> Iterator[Moment]:
    """The first moment of all."""
    yield Moment(it.registered_at, str(CAME_BY[it.came_by]))

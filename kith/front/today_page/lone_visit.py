"""Where I am alone at present."""

from dataclasses import dataclass

from kith.front.today_page.lists import Asked
from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.safeguarding.queries.safety import LoneVisitRow, my_lone_visit


@dataclass(frozen=True)
class Out:
    """My visit under way; it names no family."""

    visit: LoneVisitRow
    family_id: FamilyId | None = None


def read(asked: Asked) -> Listed[Out]:
    """The visit from which I have not said that I am back."""
    found = my_lone_visit(asked.viewer)
    return Listed((Out(found),) if found else ())

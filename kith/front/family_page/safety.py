"""What to mind before a visit, for staff."""

from dataclasses import dataclass

from kith.front.family_page.opened import Opened
from kith.safeguarding.queries.safety import Precautions, precautions_of
from kith.safeguarding.wording.safety import PRECAUTIONS, SAFETY_REASONS


@dataclass(frozen=True)
class BeforeVisit:
    """The precautions in words."""

    note: Precautions
    words: tuple[str, ...]
    reason: str


def read(opened: Opened) -> BeforeVisit | None:
    """What is to be minded, if anything is."""
    note = precautions_of(opened.viewer, opened.id)
    if note is None:
        return None
    return BeforeVisit(
        note, tuple(str(PRECAUTIONS[each]) for each in note.precautions), str(SAFETY_REASONS[note.reason])
    )

"""What sessions bring to shared pages: those of the day, and their list."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import DayContext, PageLink
from kith.tasks.diary import DiaryEntry, DiaryPart
from kith.whats_on.queries.desk import sessions_led
from kith.whats_on.queries.sessions import SessionCard


@dataclass(frozen=True)
class Led:
    """A session of the viewer's own organisation; it names no family."""

    session: SessionCard
    family_id: FamilyId | None = None


def _led(context: DayContext, until: date) -> Iterator[DiaryEntry]:
    """The sessions and clinics of the viewer's organisation."""
    if Permission.SEE_REGISTER not in context.viewer.permissions:
        return
    first, last = clock.midnight(context.day), clock.midnight(until)
    for card in sessions_led(context.viewer, first=first, last=last, lang=context.lang):
        yield DiaryEntry.timed(Led(card), card.starts_at)


LED = DiaryPart("whats_on/diary/led.jinja", _led)
SESSIONS_DESK = PageLink(
    _("Groups"), "sessions-desk", (Permission.SEE_REGISTER,), _("What takes place when, and who is expected.")
)

"""A notice as it is read: its sentence, with days as they are written, and where it leads."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext

from kith.kernel.ids import FamilyId, NoticeId
from kith.platform.access.viewer import Viewer
from kith.platform.gate import opens_to
from kith.platform.ui import formats
from kith.tasks.queries.notices import NoticeRow
from kith.tasks.wording.notices import notice_words


@dataclass(frozen=True)
class NoticeLine:
    """One notice as it is read."""

    id: NoticeId
    family_id: FamilyId | None
    sentence: str
    address: str
    raised_at: datetime
    is_for_team: bool
    is_pressing: bool


def notice_line(viewer: Viewer, row: NoticeRow) -> NoticeLine:
    """The words of a notice. It leads to its page where the viewer may open that: a manager may be told of more."""
    words = notice_words(row.kind)
    facts = {**row.facts, "family_id": row.family_id}
    needed = [facts.get(words.fact)] if words.fact else []
    address = reverse(words.url_name, args=needed) if words.url_name and all(needed) else ""
    return NoticeLine(
        id=row.id,
        family_id=row.family_id,
        sentence=str(words.sentence) % {**_days(facts), "who": row.who.name if row.who else gettext("Somebody")},
        address=address if address and opens_to(viewer, address) else "",
        raised_at=row.raised_at,
        is_for_team=row.is_for_team,
        is_pressing=words.is_pressing,
    )


def _days(facts: dict[str, object]) -> dict[str, object]:
    """The facts, with days as they are written."""
    return {
        name: formats.date(date.fromisoformat(str(fact)), "medium") if name.endswith("_on") and fact else fact
        for name, fact in facts.items()
    }

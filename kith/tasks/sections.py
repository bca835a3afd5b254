"""What tasks bring to shared pages: next steps, and notices."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.families.opened import Opened, Section
from kith.kernel.ids import FamilyId, MembershipId, NoticeId
from kith.kernel.listed import Listed
from kith.platform.access.permissions import Permission
from kith.platform.ui import formats
from kith.platform.ui.sections import Asked, DayList, PageLink
from kith.tasks.queries.next_steps import StepRow, my_steps, steps_of
from kith.tasks.queries.notices import NoticeRow, unseen_notices
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


@dataclass(frozen=True)
class Steps:
    """The open steps with their due day in words, and whose eyes read them."""

    rows: tuple[tuple[StepRow, str], ...]
    me: MembershipId | None
    may_record: bool


def _notices(asked: Asked) -> Listed[NoticeLine]:
    """The notices not yet marked as seen."""
    found = unseen_notices(asked.viewer)
    return Listed(tuple(_line(row) for row in found.rows), found.has_more)


def _line(row: NoticeRow) -> NoticeLine:
    words = notice_words(row.kind)
    facts = {**row.facts, "family_id": row.family_id}
    target = facts.get(words.fact) if words.url_name else None
    return NoticeLine(
        id=row.id,
        family_id=row.family_id,
        sentence=str(words.sentence) % {**_days(facts), "who": row.who.name if row.who else gettext("Somebody")},
        address=reverse(words.url_name, args=[target]) if target else "",
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


def _my_steps(asked: Asked) -> Listed[StepRow]:
    """What the viewer is to do, the longest overdue first."""
    return my_steps(asked.viewer)


def _steps(opened: Opened) -> Steps:
    """The family's open steps, the earliest first."""
    return Steps(
        rows=tuple((row, formats.due(row.days_overdue)) for row in steps_of(opened.viewer, opened.id)),
        me=opened.viewer.membership_id,
        may_record=opened.may(Permission.RECORD_CONTACT),
    )


NOTICES = DayList("tasks/today/notices.jinja", _notices, is_kept_beyond_reach=True, is_for_every_desk=True)
MY_STEPS = DayList("tasks/today/next_steps.jinja", _my_steps, is_kept_in_bereavement=True)
STEPS = Section(_steps, "tasks/family/next_steps.jinja")
ADD_STEP = PageLink(_("Add a next step"), "add-next-step", (Permission.RECORD_CONTACT,))
CONFIRMATIONS = {
    "step": _("The next step is written down."),
    "step_done": _("Done. Thank you."),
    "step_handed_on": _("Handed on. She is told on her Today page."),
    "step_dropped": _("Dropped, with the reason."),
}

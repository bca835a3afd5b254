"""What tasks bring to shared pages: next steps, and notices."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kith.families.context import FamilyContext, Section
from kith.kernel.ids import FamilyId, MembershipId, OrganisationId
from kith.kernel.listed import Listed
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.ui import formats
from kith.platform.ui.sections import DayContext, DayList, PageLink
from kith.tasks.actions.next_steps import reopen_step
from kith.tasks.actions.notices import show_notice_again
from kith.tasks.diary import DiaryEntry, DiaryPart
from kith.tasks.queries.next_steps import StepRow, my_steps, steps_of
from kith.tasks.queries.notices import unseen_notices
from kith.tasks.views.lines import NoticeLine, notice_line
from kith.undoing.offering import Undo


@dataclass(frozen=True)
class Steps:
    """The open steps with their due day in words, and whose eyes read them."""

    rows: tuple[tuple[StepRow, str], ...]
    me: MembershipId | None
    may_record: bool


def _notices(context: DayContext) -> Listed[NoticeLine]:
    """The notices not yet marked as seen."""
    found = unseen_notices(context.viewer)
    return Listed(tuple(notice_line(context.viewer, row) for row in found.rows), found.has_more)


def _my_steps(context: DayContext) -> Listed[StepRow]:
    """What the viewer is to do, the longest overdue first; what is due today stands in the diary of the day."""
    found = my_steps(context.viewer)
    return Listed(tuple(row for row in found.rows if row.due_on != context.day), found.has_more)


def _noted(context: DayContext, until: date) -> Iterator[DiaryEntry]:
    """What the viewer is to do on each day to come."""
    if Permission.SEE_TODAY in context.viewer.permissions:
        for row in my_steps(context.viewer).rows:
            if context.day <= row.due_on < until:
                yield DiaryEntry(row.due_on, row)


def _steps(context: FamilyContext) -> Steps:
    """The family's open steps, the earliest first."""
    return Steps(
        rows=tuple((row, formats.due(row.days_overdue)) for row in steps_of(context.viewer, context.id)),
        me=context.viewer.membership_id,
        may_record=context.may(Permission.RECORD_CONTACT),
    )


def ends_without_consent(
    viewer: Viewer, *, family_id: FamilyId, organisation_id: OrganisationId, closes: bool, **_more: object
) -> Iterator[str]:
    """What is open with workers whose organisation may no longer open the record: next steps, and signs."""
    steps = steps_of(viewer, family_id) if closes else ()
    theirs = [row for row in steps if row.owner.organisation.id == organisation_id]
    if count := sum(not row.is_sign for row in theirs):
        yield ngettext("%(count)s next step ends", "%(count)s next steps end", count) % {"count": formats.number(count)}
    if count < len(theirs):
        yield gettext("A question about the baby’s weight or feeding is still open")
        yield gettext("If nobody else may see the record, nobody looks at it any more")


NOTICES = DayList(
    "tasks/today/notices.jinja",
    _notices,
    name=_("To know"),
    anchor="notices",
    is_kept_beyond_reach=True,
    is_for_every_desk=True,
)
MY_STEPS = DayList(
    "tasks/today/next_steps.jinja", _my_steps, _("Next steps"), "next-steps", is_kept_in_bereavement=True
)
NOTED = DiaryPart("tasks/step_row.jinja", _noted, is_kept_in_bereavement=True)
STEPS = Section(_steps, "tasks/family/next_steps.jinja")
ADD_STEP = PageLink(_("Add a next step"), "add-next-step", (Permission.RECORD_CONTACT,))
UNDO = {
    "tasks.step_ended": Undo(_("The next step is ended."), reopen_step),
    "tasks.notice_seen": Undo(_("The notice is off your page."), show_notice_again),
}
CONFIRMATIONS = {
    "step": _("The next step is written down."),
    "step_done": _("Done. Thank you."),
    "step_handed_on": _("Handed on. She is told on her Today page."),
    "step_dropped": _("Dropped, with the reason."),
}

"""What panels bring to the desk, to Today and to a parent's own page."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.families.context import FamilyContext, Section
from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.panels.queries.findings import late_findings_count, my_findings
from kith.panels.queries.money import owed_count
from kith.panels.queries.own import OnMyPage, panels_of_family
from kith.panels.queries.panels import wishes_count
from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import DayContext, DayList, PageLink

_PARTAKES, _KEEPS = (Permission.SEE_THEMES,), (Permission.MANAGE_PANELS,)
PANELS_DESK = PageLink(_("Panels of parents"), "panels", _PARTAKES, _("What was asked, what was said, what changed."))
OWED_DESK = PageLink(
    _("Owed to panel members"), "panel-owed", _KEEPS, _("Expenses to approve, and payments that were accepted.")
)
WORKS_DESK = PageLink(
    _("Made together"), "joint-works", _KEEPS, _("Who helped to make what, and how each wishes to be shown.")
)


@dataclass(frozen=True)
class Waiting:
    """One thing of panels that waits for the viewer; it names no family and no member."""

    words: Promise | str
    address: str
    count: int = 1
    due_on: date | None = None
    days_overdue: int | None = None
    family_id: FamilyId | None = None


def _waiting(context: DayContext) -> Listed[Waiting]:
    """What waits for the viewer: wishes to answer, money to pay, answers to give and answers that are late."""
    viewer = context.viewer
    counted = (
        Waiting(_("People who wish to take part in a panel"), reverse("panels"), wishes_count(viewer)),
        Waiting(_("Expenses and payments of panel members"), reverse("panel-owed"), owed_count(viewer)),
        Waiting(_("Panels wait for an answer that is late"), reverse("panel-answers"), late_findings_count(viewer)),
    )
    asked = [
        Waiting(row.finding, reverse("answer-finding", args=[row.id]), 0, row.due_on, row.days_overdue)
        for row in my_findings(viewer)
    ]
    return Listed(tuple([each for each in counted if each.count] + asked))


def _mine(context: FamilyContext) -> tuple[OnMyPage, ...] | None:
    """The panels that she lets stand on her own page; None where there are none, and in bereavement."""
    if context.bereavements:
        return None
    return panels_of_family(context.viewer, context.id) or None


WAITING = DayList("panels/today.jinja", _waiting, name=_("Panels of parents"), anchor="panels", is_for_every_desk=True)
MY_PANELS = Section(_mine, "panels/my_panels.jinja")

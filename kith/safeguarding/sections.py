"""What safeguarding brings to shared pages: being out alone, what to mind before a visit, and concerns."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from kith.families.context import FamilyContext, Section
from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import DayContext, DayList, PageLink
from kith.safeguarding.actions.safety import go_on_with_visit
from kith.safeguarding.queries.safety import LoneVisitRow, Precautions, my_lone_visit, precautions_of
from kith.safeguarding.wording.safety import PRECAUTIONS, SAFETY_REASONS
from kith.undoing.offering import Undo


@dataclass(frozen=True)
class Out:
    """My visit under way; it names no family."""

    visit: LoneVisitRow
    family_id: FamilyId | None = None


@dataclass(frozen=True)
class BeforeVisit:
    """The precautions in words."""

    note: Precautions
    words: tuple[str, ...]
    reason: str


def _lone_visit(context: DayContext) -> Listed[Out]:
    """The visit from which the viewer has not said that they are back."""
    found = my_lone_visit(context.viewer)
    return Listed((Out(found),) if found else ())


def _before_visit(context: FamilyContext) -> BeforeVisit | None:
    """What is to be minded, if anything is."""
    note = precautions_of(context.viewer, context.id)
    if note is None:
        return None
    return BeforeVisit(
        note, tuple(str(PRECAUTIONS[each]) for each in note.precautions), str(SAFETY_REASONS[note.reason])
    )


LONE_VISIT = DayList("safeguarding/today/lone_visit.jinja", _lone_visit)
BEFORE_VISIT = Section(_before_visit, "safeguarding/family/safety.jinja", alerts=lambda it: it.words)
GO_OUT_ALONE = PageLink(_("I go out alone"), "set-out", (Permission.RECORD_CONTACT,))
CONCERNS = PageLink(_("Safeguarding concerns"), "concerns", (Permission.RECORD_CONTACT, Permission.SEE_CONCERNS))
CONCERNS_DESK = PageLink(
    _("Safeguarding concerns"),
    "concerns",
    (Permission.SEE_CONCERNS,),
    _("Those that wait for you, and those seen to."),
)
RAISE_CONCERN = PageLink(_("Raise a safeguarding concern"), "raise-concern", (Permission.RECORD_CONTACT,))
PRECAUTIONS_PAGE = PageLink(_("Before a visit"), "precautions", (Permission.RECORD_CONTACT,))
UNDO = {"safeguarding.came_back": Undo(_("You are noted as back."), go_on_with_visit)}
CONFIRMATIONS = {
    "set_out": _("You are noted as out. Say when you are back."),
    "back": _("Good. Nobody is alerted."),
    "precautions": _("Written down. Colleagues see it before they visit."),
    "precautions_ended": _("Nothing is to be minded any more."),
}

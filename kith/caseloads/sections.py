"""What caseloads bring to shared pages: who leads a family, cover and handovers, and families without a lead."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.caseloads.queries.births import BirthRow, births_of_the_day
from kith.caseloads.queries.caseload import CoverRow, covering
from kith.caseloads.queries.handover import handovers_of_the_day
from kith.caseloads.queries.leading import LeadRow, PeopleBeside, lead_history, people_beside
from kith.caseloads.queries.unled import UnledRow, unled_families
from kith.caseloads.wording.leading import BIRTH_STEPS
from kith.families.context import FamilyContext, Moment, Section
from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.organisations.rules import Role
from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import DayContext, DayList, PageLink
from kith.tasks.diary import DiaryEntry, DiaryPart

MOST_BIRTHS = 50


@dataclass(frozen=True)
class Covering:
    """A colleague the viewer covers for; it names no family."""

    cover: CoverRow
    family_id: FamilyId | None = None


@dataclass(frozen=True)
class Leading:
    """All staff named for the family today, all its leads, and whether the viewer may lead."""

    beside: PeopleBeside
    leads: tuple[LeadRow, ...]
    may_lead: bool


def _covering(context: DayContext) -> Listed[Covering]:
    """The colleagues the viewer covers for today; nothing for those who cannot lead."""
    if Permission.LEAD_FAMILY not in context.viewer.permissions:
        return Listed(())
    return Listed(tuple(Covering(row) for row in covering(context.viewer)))


def _handed_over(context: DayContext, until: date) -> Iterator[DiaryEntry]:  # noqa: ARG001  # what waits, waits today
    """The handovers that wait for the viewer, the longest first."""
    if Permission.LEAD_FAMILY in context.viewer.permissions:
        for row in handovers_of_the_day(context.viewer):
            yield DiaryEntry(context.day, row)


def _births(context: DayContext) -> Listed[BirthRow]:
    """What is next around the births of a midwife's families; nothing for others."""
    if context.viewer.role != Role.MIDWIFE:
        return Listed(())
    return Listed.cut(births_of_the_day(context.viewer), MOST_BIRTHS)


def _unled(context: DayContext) -> Listed[UnledRow]:
    """The newest families without a lead."""
    return unled_families(context.viewer)


def _lead(context: FamilyContext) -> Leading:
    """The people beside the family, and who has led it."""
    return Leading(
        beside=people_beside(context.viewer, context.id),
        leads=lead_history(context.viewer, context.id),
        may_lead=context.may(Permission.LEAD_FAMILY),
    )


def _moments(it: Leading) -> Iterator[Moment]:
    """When each began to lead, and when each no longer led."""
    for row in it.leads:
        who = {"name": row.person.name}
        where = f"{row.person.role_name}, {row.person.organisation.name}"
        yield Moment(row.from_at, gettext("%(name)s began to lead") % who, (where,))
        if row.until_at:
            yield Moment(row.until_at, gettext("%(name)s no longer leads") % who, (where,))


def _my_people(context: FamilyContext) -> PeopleBeside:
    """The staff named for the parent today."""
    return people_beside(context.viewer, context.id)


COVERING = DayList("caseloads/today/covering.jinja", _covering, _("You cover"), "leading")
HANDED_OVER = DiaryPart("caseloads/diary/handover.jinja", _handed_over)
BIRTHS = DayList("caseloads/today/births.jinja", _births, _("Births"), "births", words=BIRTH_STEPS)
UNLED = DayList("caseloads/today/unled.jinja", _unled, _("Without a lead"), "unled", is_shown_empty=True)
LEAD = Section(_lead, "caseloads/family/lead.jinja", _moments)
MY_PEOPLE = Section(_my_people, "caseloads/my/people.jinja")
COVER_PAGE = PageLink(_("Absence and cover"), "absence", (Permission.LEAD_FAMILY,))
CONFIRMATIONS = {
    "lead": _("You now lead this family."),
    "deputy": _("The deputy is saved."),
    "handover_declined": _("Declined. The family stays with its lead."),
    "handover_withdrawn": _("Taken back. The family stays with its lead."),
    "handover_complete": _("Complete. The new lead leads from now on."),
}

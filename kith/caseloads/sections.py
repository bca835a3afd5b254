"""What caseloads bring to shared pages: who leads a family, cover and handovers, and families without a lead."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.caseloads.queries.caseload import CoverRow, covering
from kith.caseloads.queries.handover import handovers_of_the_day
from kith.caseloads.queries.leading import LeadRow, PeopleBeside, lead_history, people_beside
from kith.caseloads.queries.unled import UnledRow, unled_families
from kith.families.context import FamilyContext, Moment, Section
from kith.kernel.ids import FamilyId, HandoverId
from kith.kernel.listed import Listed
from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import DayContext, DayList


@dataclass(frozen=True)
class LeadingRow:
    """A colleague the viewer covers for, or a handover of a family."""

    family_id: FamilyId | None = None
    cover: CoverRow | None = None
    handover_id: HandoverId | None = None
    is_accepted: bool = False


@dataclass(frozen=True)
class Leading:
    """All staff named for the family today, all its leads, and whether the viewer may lead."""

    beside: PeopleBeside
    leads: tuple[LeadRow, ...]
    may_lead: bool


def _leading(context: DayContext) -> Listed[LeadingRow]:
    """Cover first, then what waits the longest; nothing for those who cannot lead."""
    if Permission.LEAD_FAMILY not in context.viewer.permissions:
        return Listed(())
    covers = [LeadingRow(cover=row) for row in covering(context.viewer)]
    waiting = [
        LeadingRow(row.family_id, handover_id=row.id, is_accepted=row.is_accepted)
        for row in handovers_of_the_day(context.viewer)
    ]
    return Listed((*covers, *waiting))


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


LEADING = DayList("caseloads/today/leading.jinja", _leading, is_shown_empty=True)
UNLED = DayList("caseloads/today/unled.jinja", _unled, is_shown_empty=True)
LEAD = Section(_lead, "caseloads/family/lead.jinja", _moments)
MY_PEOPLE = Section(_my_people, "caseloads/my/people.jinja")
MY_CONFIRMATIONS = {"written": _("Sent. A person reads it on the next working day.")}
CONFIRMATIONS = {
    "lead": _("You now lead this family."),
    "deputy": _("The deputy is saved."),
    "handover_declined": _("Declined. The family stays with its lead."),
    "handover_withdrawn": _("Taken back. The family stays with its lead."),
    "handover_complete": _("Complete. The new lead leads from now on."),
}

"""What caseloads bring to shared pages: who leads a family, cover and handovers, and families without a lead."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.caseloads.actions.leading import give_lead_back
from kith.caseloads.queries.caseload import CoverRow, covering
from kith.caseloads.queries.handover import handovers_of_the_day
from kith.caseloads.queries.leading import LeadRow, PeopleBeside, lead_history, people_beside
from kith.caseloads.queries.unled import UnledRow, unled_families
from kith.families.context import FamilyContext, Moment, Section
from kith.kernel.ids import FamilyId, HandoverId, OrganisationId
from kith.kernel.listed import Listed
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.ui.sections import DayContext, DayList
from kith.undoing.offering import Undo


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


def ends_without_consent(
    viewer: Viewer, *, family_id: FamilyId, organisation_id: OrganisationId, closes: bool, **_more: object
) -> Iterator[str]:
    """Whose part beside the family ends when their organisation may no longer open the record."""
    if not closes:
        return
    beside = people_beside(viewer, family_id)
    if beside.lead and beside.lead.person.organisation.id == organisation_id:
        yield gettext("%(name)s is no longer the named person for this family") % {"name": beside.lead.person.name}
    if beside.deputy and beside.deputy.person.organisation.id == organisation_id:
        yield gettext("%(name)s no longer stands in") % {"name": beside.deputy.person.name}


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
UNDO = {"caseloads.lead_taken": Undo(_("You lead this family now."), give_lead_back)}
CONFIRMATIONS = {
    "lead": _("You now lead this family."),
    "deputy": _("The deputy is saved."),
    "handover_declined": _("Declined. The family stays with its lead."),
    "handover_withdrawn": _("Taken back. The family stays with its lead."),
    "handover_complete": _("Complete. The new lead leads from now on."),
}

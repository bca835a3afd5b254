"""Who leads the family, and who has led it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kith.caseloads.queries.leading import PeopleBeside, people_beside
from kith.contacts.queries.continuity import continuity_of
from kith.contacts.wording.continuity import continuity_words
from kith.feeding.queries.statuses import LeadRow
from kith.front.family_page.opened import Opened
from kith.front.timeline import Moment
from kith.organisations.rules import Role
from kith.platform.access.permissions import Permission
from kith.programmes.queries import ProgrammePerson, enrolled_with


@dataclass(frozen=True)
class Leading:
    """All who are named for the family today, all leads, continuity in words, and what the viewer may do."""

    beside: PeopleBeside
    programmes: tuple[ProgrammePerson, ...]
    leads: tuple[LeadRow, ...]
    continuity: str
    may_lead: bool
    may_enrol: bool


def read(opened: Opened) -> Leading:
    """The people beside the family, and how much of its contact was with one of them."""
    found = continuity_of(opened.viewer, opened.id)
    return Leading(
        beside=people_beside(opened.viewer, opened.id),
        programmes=enrolled_with(opened.viewer, opened.id),
        leads=opened.followed.leads,
        continuity=continuity_words(found.contacts, found.people, found.with_lead) if found else "",
        may_lead=opened.may(Permission.LEAD_FAMILY),
        may_enrol=opened.viewer.role == Role.OUTREACH_WORKER,
    )


def moments(it: Leading) -> Iterator[Moment]:
    """When each began, and when each no longer led."""
    for row in it.leads:
        who = {"name": row.person.name}
        where = f"{row.person.role_name}, {row.person.organisation.name}"
        yield Moment(row.from_at, _("%(name)s began to lead") % who, (where,))
        if row.until_at:
            yield Moment(row.until_at, _("%(name)s no longer leads") % who, (where,))

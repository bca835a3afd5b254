"""Who leads the family, and who has led it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kith.care.queries import LeadRow
from kith.front.family_page.opened import Opened
from kith.front.timeline import Moment
from kith.platform.access import Permission


@dataclass(frozen=True)
class Leading:
    """The lead of today, all leads, and whether the viewer may become it."""

    lead: LeadRow | None
    leads: tuple[LeadRow, ...]
    may_lead: bool


def read(opened: Opened) -> Leading:
    """The leads as they are followed."""
    followed = opened.followed
    return Leading(followed.lead, followed.leads, opened.may(Permission.LEAD_FAMILY))


def moments(it: Leading) -> Iterator[Moment]:
    """When each began, and when each no longer led."""
    for row in it.leads:
        who = {"name": row.person.name}
        where = f"{row.person.role_name}, {row.person.organisation.name}"
        yield Moment(row.from_at, _("%(name)s began to lead") % who, (where,))
        if row.until_at:
            yield Moment(row.until_at, _("%(name)s no longer leads") % who, (where,))

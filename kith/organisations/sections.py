"""What organisations bring to the desk."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.organisations.queries.administering import waiting_counts
from kith.organisations.queries.machinery import machinery_counts
from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import DayContext, DayList, PageLink

PEOPLE_DESK = PageLink(
    _("People"), "people", (Permission.ADMINISTER,), _("Invite, change, keep out, end; who last signed in.")
)
ORGANISATIONS_DESK = PageLink(
    _("Organisations and teams"), "organisations", (Permission.ADMINISTER,), _("Who there is, and what roles may do.")
)
CONDITION_DESK = PageLink(
    _("How the place does"), "condition", (Permission.ADMINISTER_PLACE,), _("Health, storage, backup and failed jobs.")
)
IMPORTS_DESK = PageLink(
    _("Imports"), "imports", (Permission.ADMINISTER,), _("Files that were read, and what was wrong with them.")
)
ALLIANCE_DESK = PageLink(
    _("The alliance"), "alliance", (Permission.MANAGE_ALLIANCE,), _("Who belongs to us, and what we have agreed.")
)
AUDIT_DESK = PageLink(
    _("The audit"), "audit", (Permission.SEE_AUDIT,), _("Who opened or changed what, and whether it is whole.")
)


@dataclass(frozen=True)
class Waits:
    """Something that waits for an administrator; it names no family. Without a count it is one thing."""

    words: Promise
    address: str
    count: int | None = None
    family_id: FamilyId | None = None


def _waiting(context: DayContext) -> Listed[Waits]:
    """What waits for the administrator."""
    if Permission.ADMINISTER not in context.viewer.permissions:
        return Listed(())
    invited, resets = waiting_counts(context.viewer)
    failed, faulty, is_backup_old = machinery_counts(context.viewer)
    counted = (
        Waits(_("Second factors for you to confirm"), reverse("people"), resets),
        Waits(_("Failed jobs"), reverse("failed-jobs"), failed),
        Waits(_("Imports with errors this week"), reverse("imports"), faulty),
        Waits(_("Invitations without an answer"), reverse("invitations"), invited),
    )
    rows = [each for each in counted if each.count]
    if is_backup_old:
        rows.insert(0, Waits(_("No backup was proven in the last 35 days"), reverse("condition")))
    return Listed(tuple(rows))


WAITING = DayList("organisations/waiting.jinja", _waiting, is_for_every_desk=True)

"""What outreach programmes bring to shared pages: the worker who stands beside a family."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from kith.families.context import FamilyContext, Section
from kith.kernel.ids import FamilyId, OrganisationId
from kith.kernel.listed import Listed
from kith.organisations.rules import Role
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.ui.sections import DayContext, DayList, PageLink
from kith.programmes.queries import BesideRow, ProgrammePerson, enrolled_with, families_beside
from kith.programmes.wording.notices import no_longer_beside


@dataclass(frozen=True)
class Beside:
    """The workers of programmes beside the family, and whether the viewer may enrol it."""

    workers: tuple[ProgrammePerson, ...]
    may_enrol: bool


def _beside(context: FamilyContext) -> Beside:
    """The workers beside the family."""
    return Beside(enrolled_with(context.viewer, context.id), context.viewer.role == Role.OUTREACH_WORKER)


def ends_without_consent(
    viewer: Viewer, *, family_id: FamilyId, organisation_id: OrganisationId, closes: bool, **_more: object
) -> Iterator[str]:
    """The workers of programmes who stand beside the family no longer."""
    for each in enrolled_with(viewer, family_id) if closes else ():
        if each.person.organisation.id == organisation_id:
            yield no_longer_beside(each.programme, each.person.name)


def _beside_me(context: DayContext) -> Listed[BesideRow]:
    """The families of an outreach worker; nothing for others."""
    if context.viewer.role != Role.OUTREACH_WORKER:
        return Listed(())
    return Listed(tuple(families_beside(context.viewer)))


BESIDE_ME = DayList("programmes/today/beside_me.jinja", _beside_me, _("My families"), "beside-me")
PROGRAMMES_PAGE = PageLink(_("Outreach programmes"), "programmes", (Permission.LEAD_FAMILY,))
BESIDE_LEAD = Section(_beside, "programmes/family/workers.jinja")
MY_WORKERS = Section(_beside, "programmes/my/workers.jinja")
PROGRAMMES_READ = PageLink(
    _("Outreach programmes"), "programmes", (Permission.SEE_CONTINUITY,), _("Whom they reach, of all births.")
)
PROGRAMMES_KEPT = PageLink(
    _("Outreach programmes"), "programmes", (Permission.MANAGE_PROGRAMMES,), _("Who works there, whom it reaches.")
)
CONFIRMATIONS = {"enrolled": _("The programme now stands beside the family.")}

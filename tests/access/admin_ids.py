"""An invitation that waits and a person at work, for the addresses of administrators."""

from kith.kernel.ids import OrganisationId
from kith.organisations.actions import invitations
from kith.organisations.actions.invitations import NewPerson
from kith.organisations.models import Membership
from kith.organisations.rules import InvitationId, Role
from kith.platform.access.viewer import system_actor
from tests.access.way_ids import letters

BY = system_actor("access table")


def invited(organisation_id: OrganisationId, email: str = "new@example.org") -> tuple[InvitationId, str]:
    """An invitation that waits, and the secret part of its link."""
    person = NewPerson(organisation_id, Role.MIDWIFE, "Maria Ionescu", email)
    with letters() as sent:
        invitation_id = invitations.invite_person(by=BY, person=person)
    return invitation_id, str(sent[-1].facts["link"]).rstrip("/").rpartition("/")[2]


def admin_ids(organisation_id: OrganisationId) -> dict[str, object]:
    """What the addresses of administrators ask for."""
    _, token = invited(organisation_id, "invited@example.org")
    midwife = Membership.objects.get(organisation_id=organisation_id, role=Role.MIDWIFE)
    return {"invitation_token": token, "membership_id": midwife.pk}

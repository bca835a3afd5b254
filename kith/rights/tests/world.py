"""Parents with a record, and the people who answer for data."""

from typing import Any

from kith.families.actions.people import add_parent
from kith.families.rules.entries import NewParent
from kith.kernel.ids import FamilyId, OrganisationId, new_uuid
from kith.organisations.rules import OrganisationKind, Role
from kith.platform.access.viewer import ANONYMOUS, Viewer
from kith.rights.actions.requests import ask_about_data, complain_about_data
from kith.rights.rules.codes import Asker, Complaint, DataRequestId, RequestKind
from testing.people import KITH, a_family, organisation, parent_of, worker

PHONE = "+447700900321"


def a_council() -> tuple[OrganisationId, Viewer]:
    """The council, and its administrator, who answers for data."""
    council = organisation(OrganisationKind.COUNCIL)
    return council, worker(Role.ADMIN, at=council, name="Vera Lake")


def a_parent(*letting_in: OrganisationId, phone: str = PHONE, **more: Any) -> tuple[FamilyId, Viewer]:
    """A family, and its parent signed in."""
    family_id = a_family(*letting_in, phone=phone, **more)
    return family_id, parent_of(family_id)[1]


def asked(by: Viewer, of: OrganisationId, kind: RequestKind = RequestKind.CORRECTION) -> DataRequestId:
    """What a parent asks of this organisation."""
    said: dict[str, Any] = {"words": "My street is wrong", "language": "ro", "request_key": new_uuid()}
    return ask_about_data(by=by, kind=kind, organisation_id=of, **said)


def complained(of: OrganisationId | None = None, *, by: Viewer = ANONYMOUS, email: str = "") -> str:
    """A complaint by an unknown person; the secret of its page."""
    complaint = Complaint("Another mother saw my letter", "ro", of, Asker("Maria", email))
    return complain_about_data(by=by, complaint=complaint, request_key=new_uuid())


def a_second_parent(family_id: FamilyId, name: str = "Radu", phone: str = "+447700900322") -> None:
    """Another parent of the same record."""
    add_parent(by=KITH, family_id=family_id, parent=NewParent(name, "Pop", phone=phone, is_main=False))

"""A change of an interpreter's number that waits, for the addresses that name one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kith.interpreting.actions.ways import INTERPRETER_WAYS
from kith.interpreting.models.interpreters import Interpreter
from kith.kernel.ids import InterpreterId, MembershipId, OrganisationId, WayProposalId
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.sign_in import sending
from kith.platform.sign_in.demonstration import DOMAIN
from kith.platform.sign_in.models import Account
from kith.platform.sign_in.sending import Letter
from kith.ways.actions.proposing import change_ways

NEW = "+447700900888"


@contextmanager
def letters() -> Iterator[list[Letter]]:
    """What is sent meanwhile."""
    sent: list[Letter] = []
    before = list(sending._senders)
    sending.register_sender(sent.append)
    try:
        yield sent
    finally:
        sending._senders[:] = before


def keeper(organisation_id: OrganisationId, membership_id: MembershipId) -> Viewer:
    """A worker of this organisation who keeps interpreters."""
    return Viewer(
        ViewerKind.STAFF,
        membership_id=membership_id,
        organisation_ids=frozenset({organisation_id}),
        permissions=frozenset({Permission.MANAGE_INTERPRETING}),
    )


def proposed(by: Viewer, interpreter_id: InterpreterId) -> tuple[WayProposalId, str, str]:
    """A change that waits: its id, the secret part of the old way's link, and the code that the new way was sent."""
    row = Interpreter.objects.get(pk=interpreter_id)
    with letters() as sent:
        (proposal_id,) = change_ways(
            by=by, kind=INTERPRETER_WAYS.code, key=str(interpreter_id), phone=NEW, email=row.email
        )
    (asked,), (code,) = ([each for each in sent if each.kind == kind] for kind in ("way_asked", "way_code"))
    return proposal_id, str(asked.facts["link"]).rstrip("/").rpartition("/")[2], code.code


def way_ids(
    organisation_id: OrganisationId, membership_id: MembershipId, interpreter_id: InterpreterId
) -> dict[str, Any]:
    """What the addresses of ways ask for."""
    proposal_id, token, _ = proposed(keeper(organisation_id, membership_id), interpreter_id)
    account_id = Account.objects.get(email=f"midwife@{DOMAIN}").pk
    return {"proposal_id": proposal_id, "way_token": token, "way_kind": "account", "way_key": f"{account_id}"}

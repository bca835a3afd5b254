"""Requests about data, for the addresses that name one."""

from typing import Any

from kith.kernel.ids import OrganisationId, new_uuid
from kith.platform.access.viewer import ANONYMOUS
from kith.rights.actions.requests import complain_about_data
from kith.rights.models import DataRequest
from kith.rights.rules.codes import Complaint, DataRequestId


def a_complaint(of: OrganisationId) -> tuple[DataRequestId, str]:
    """A complaint to this organisation by an unknown person: its id, and the secret of its page."""
    complaint = Complaint("A letter came to my neighbour", "en", of)
    token = complain_about_data(by=ANONYMOUS, complaint=complaint, request_key=new_uuid())
    return DataRequestId(DataRequest.objects.get(token=token).pk), token


def rights_ids(of: OrganisationId) -> dict[str, Any]:
    """What the addresses of rights ask for."""
    request_id, token = a_complaint(of)
    return {"data_request_id": request_id, "request_token": token, "data_kind": "correction"}

"""Rights, invented: what the demonstration's parent has asked of her data, and a complaint by an unknown person."""

from kith.demonstration.people import Partners, Staff
from kith.families.queries.reach import viewer_for
from kith.kernel import ids
from kith.platform.access.viewer import ANONYMOUS, Actor
from kith.platform.sign_in.models import Account
from kith.rights.actions.requests import answer_data_request, ask_about_data, complain_about_data
from kith.rights.rules.codes import Complaint, RequestKind, RequestState

WRONG = "My old street still stands in the letters."
COMPLAINT = "A letter for another family was in my envelope. Please find out how that could happen."


def ask(partners: Partners, staff: Staff, *, by: Actor) -> str:
    """Let the parent have asked for a correction, which is read, and a visitor have complained."""
    parent = viewer_for(Account.objects.get(pk=staff.accounts["parent"]))
    if parent is None:
        return "no request about data"
    request_id = ask_about_data(
        by=parent,
        kind=RequestKind.CORRECTION,
        organisation_id=partners.health_visiting,
        words=WRONG,
        language="ro",
        request_key=ids.new_uuid(),
    )
    answer_data_request(by=by, request_id=request_id, state=RequestState.ACKNOWLEDGED, words="")
    complain_about_data(by=ANONYMOUS, complaint=Complaint(COMPLAINT, "en"), request_key=ids.new_uuid())
    return "1 request about data, 1 complaint"

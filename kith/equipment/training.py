"""Who may hand a pump over, and sign that it is clean and checked: asked of education."""

from kith.education.queries.trained import may_do
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.refusal import Refusal
from kith.kernel.training import Training
from kith.platform.access import Forbidden
from kith.platform.access.viewer import Actor


def is_trained(membership_id: MembershipId | None) -> bool:
    """Whether this worker's training lets them hand over and check pumps today."""
    return membership_id is not None and may_do(membership_id, Training.PUMP_ISSUING, on=clock.today())


def trained_worker(by: Actor) -> MembershipId:
    """The worker who acts, whose training allows it today; a Refusal where it does not. The database asks once more."""
    if by.membership_id is None:
        raise Forbidden("pump issuing")
    if not is_trained(by.membership_id):
        raise Refusal("not_trained_for_pumps")
    return by.membership_id

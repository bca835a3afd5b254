"""What stores do in the background."""

from kith.platform.access.viewer import system_actor
from kith.platform.jobs import job
from kith.stores.actions.recalls import tell_holders
from kith.stores.rules.codes import RecallId


@job("stores.tell_holders")
def tell(recall_id: int) -> None:
    """Tell every family that has or had what is called back; safe to run twice."""
    tell_holders(by=system_actor("stores.recalls"), recall_id=RecallId(recall_id))

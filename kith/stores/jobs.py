"""What stores do in the background."""

from kith.platform.access.viewer import system_actor
from kith.platform.jobs import job, periodic
from kith.stores.actions.recalls import tell_holders, watch_recalls
from kith.stores.rules.codes import RecallId


@job("stores.tell_holders")
def tell(recall_id: int) -> None:
    """Tell every family that has or had what is called back; safe to run twice."""
    tell_holders(by=system_actor("stores.recalls"), recall_id=RecallId(recall_id))


@periodic("stores.watch_recalls", cron="*/5 * * * *")
def watch() -> None:
    """Note which messages of recalls were sent, and which families a person must tell; safe to run twice."""
    watch_recalls(by=system_actor("stores.recalls"))

"""The platform's own background jobs."""

from kith.platform.access.viewer import system_actor
from kith.platform.audit.seal import seal
from kith.platform.jobs import job, periodic
from kith.platform.outbox.delivery import deliver
from kith.platform.ways.actions.answering import lapse_ways


@job("platform.deliver_event", queue="events")
def deliver_event(event_id: int) -> None:
    """Deliver one event of the outbox to its listeners."""
    deliver(event_id)


@periodic("platform.seal_audit", cron="* * * * *")
def seal_audit() -> None:
    """Chain the audit's newest entries."""
    seal()


@periodic("platform.lapse_ways", cron="50 4 * * *")
def lapse_old_ways() -> None:
    """Let changes of ways lapse that waited too long."""
    lapse_ways(by=system_actor("platform"))

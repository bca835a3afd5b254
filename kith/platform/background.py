"""The platform's own background jobs."""

from kith.platform.audit.seal import seal
from kith.platform.jobs import job, periodic
from kith.platform.outbox.delivery import deliver


@job("platform.deliver_event", queue="events")
def deliver_event(event_id: int) -> None:
    """Deliver one event of the outbox to its listeners."""
    deliver(event_id)


@periodic("platform.seal_audit", cron="* * * * *")
def seal_audit() -> None:
    """Chain the audit's newest entries."""
    seal()

"""The platform's own background jobs."""

from kith.platform import audit, outbox
from kith.platform.jobs import job, periodic


@job("platform.deliver_event", queue="events")
def deliver_event(event_id: int) -> None:
    """Deliver one event of the outbox to its listeners."""
    outbox.deliver(event_id)


@periodic("platform.seal_audit", cron="* * * * *")
def seal_audit() -> None:
    """Chain the audit's newest entries."""
    audit.seal()

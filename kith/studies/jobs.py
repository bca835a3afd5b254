"""What studies do by the clock."""

from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic
from kith.studies.actions.asking import forget_past_links


@periodic("studies.forget", cron="58 5 * * *")
def forget() -> None:
    """Forget who was asked by past studies; safe to run twice."""
    forget_past_links(by=system_actor("studies"))

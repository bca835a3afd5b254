"""What bundles do by the clock."""

from kith.bundles.actions.telling import tell_families
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic


@periodic("bundles.tell_families", cron="*/10 * * * *")
def tell() -> None:
    """Tell families by day what became of their bundles; safe to run twice."""
    tell_families(by=system_actor("bundles.telling"))

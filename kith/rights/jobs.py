"""What happens to requests about data by itself."""

from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic
from kith.rights.actions.requests import forget_data_requests, warn_of_data_requests


@periodic("rights.warn", cron="20 6 * * *")
def warn() -> None:
    """Notify those who answer of what is due."""
    warn_of_data_requests(by=system_actor("rights"))


@periodic("rights.forget", cron="40 4 * * *")
def forget() -> None:
    """Empty what was answered long ago."""
    forget_data_requests(by=system_actor("rights"))

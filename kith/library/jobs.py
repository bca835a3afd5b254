"""What the library does by the clock."""

from kith.library.actions.telling import look_through_library
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic


@periodic("library.look_through", cron="10 6 * * *")
def look_through() -> None:
    """Tell owners of answers that are past their day or contradict another; safe to run twice."""
    look_through_library(by=system_actor("library.look_through"))

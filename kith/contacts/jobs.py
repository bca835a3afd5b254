"""The background job of contacts: noticing new faces."""

from kith.contacts.actions import watching
from kith.platform.access.viewer import system_actor
from kith.platform.jobs import periodic


@periodic("contacts.watch_new_faces", cron="25 5 * * *")
def watch_new_faces() -> None:
    """Tell leads and managers of families who meet many different people; safe to run twice."""
    watching.watch_new_faces(by=system_actor("contacts.watching"))

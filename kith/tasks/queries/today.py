"""Noting that a worker reads the lists of Today, or the diary."""

from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


def look_at_today(viewer: Viewer) -> None:
    """Note that the viewer reads the lists of her day.

    One entry in the audit says that the lists were read: a row of them shows a name, languages and a due day but opens
    no record, and an entry for each row at each glance would bury the real openings that a family is shown
    (docs/decisions/0010-who-looked.md).
    """
    access.require(viewer, Permission.SEE_TODAY)
    audit.read(viewer, "tasks.today_listed", "organisations.Membership", viewer.membership_id)


def look_at_diary(viewer: Viewer) -> None:
    """Note that the viewer reads her diary: one entry, for the same reason."""
    audit.read(viewer, "tasks.diary_listed", "organisations.Membership", viewer.membership_id)

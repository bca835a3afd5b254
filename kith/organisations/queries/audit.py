"""Whether the audit is as it was sealed, for those who look after it."""

from kith.organisations.checking import Checked, last_check
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


def audit_checked(viewer: Viewer) -> Checked | None:
    """What the last look through the audit has found; None before the first. A logged read."""
    access.require(viewer, Permission.SEE_AUDIT)
    audit.read(viewer, "organisations.audit_checked", "organisations.Membership", viewer.membership_id)
    return last_check()

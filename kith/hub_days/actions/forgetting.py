"""What devices noted is erased here once it stands in the register."""

from datetime import timedelta

from django.db.models import Exists, OuterRef

from kith.hub_days.models import DayEntry, Device
from kith.hub_days.settings import FORGOTTEN_AFTER_DAYS, LATE_AFTER_DAYS
from kith.kernel import clock
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def forget_days(*, by: Actor) -> int:
    """Erase devices of long ago with what they noted, unless something of it still waits for a person; say how many."""
    access.require(by, Permission.ADMINISTER)
    days = max(FORGOTTEN_AFTER_DAYS.now, LATE_AFTER_DAYS.now)
    waiting = DayEntry.objects.to_look_at().filter(device=OuterRef("pk"))
    old = Device.objects.filter(~Exists(waiting.order_by()), on__lt=clock.today() - timedelta(days=days))
    rows = list(old)
    for row in rows:
        audit.record(by, "hub_days.device_forgotten", row)
    old.delete()
    return len(rows)

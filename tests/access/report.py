"""The table compared with the house, as a figure."""

import json
import logging
from datetime import UTC, datetime

from django.conf import settings
from django.db import transaction

from kith.kernel import clock
from kith.platform import gate
from tests.access.cells import broken, cells, undeclared
from tests.access.world import World

NOW = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)  # the tests' own Tuesday, before the world's Saturday session


def main() -> None:
    """Ask everything; then take the gate's refusals away, which must be noticed."""
    logging.disable(logging.ERROR)
    settings.ALLOWED_HOSTS = ["localhost"]
    with clock.use(clock.FixedClock(NOW)), transaction.atomic():
        world = World.build()
        count, wrong = broken(world, cells())
        missing = undeclared()
        gate._refusal = lambda *_: None
        _, noticed = broken(world, (cell for cell in cells() if cell.address.name == "helplines"))
        transaction.set_rollback(True)
    for line in [*wrong, *missing]:
        print(line)
    failed = len(wrong) + len(missing)
    print(json.dumps({"n": count + len(missing), "failed": failed, "control": bool(noticed)}))

"""F13 as a figure: every table read whole and every page crawled, by every role, with the application's scoping off."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

from django.conf import settings
from django.db import transaction

from kith.demonstration.build import build
from kith.kernel import clock
from kith.organisations.rules import Role
from kith.platform.access.viewer import Viewer, viewer_of_account
from kith.platform.sign_in.demonstration import DOMAIN
from kith.platform.sign_in.models import Account
from kith.walls.roles import WEB
from kith.walls.saying import in_role
from tests.access.report import NOW
from tests.canary.counting import first_leak_of, leaks_of
from tests.canary.filling import fill
from tests.canary.known import everybody
from tests.canary.planting import plant
from tests.second_wall import foreign

FAMILIES, SEED = 60, 5
CRAWLED = ("parent", "health-visitor", "peer-supporter", "coordinator", "analyst", "admin", "place-admin")


def main() -> None:
    """Print each row and each sign that a viewer was shown and should not have been, and last what was counted."""
    logging.disable(logging.CRITICAL)
    settings.ALLOWED_HOSTS = ["localhost"]
    with clock.use(clock.FixedClock(NOW)), transaction.atomic():
        build(families_wanted=FAMILIES, seed=SEED, say=lambda _words: None)
        fill(everybody()[:10])
        planted = plant()
        tables, known = foreign.walled_tables(), {each.role: each for each in _people()}
        with in_role(WEB), foreign.scopes_switched_off():
            looks = [foreign.looked(viewer, [*tables, *foreign.views()]) for viewer in foreign.viewers(known)]
            crawls = [leaks_of(role, planted, 2) for role in CRAWLED]
            silent = [*_silent_controls(known, tables)]
        with in_role(""), foreign.scopes_switched_off():
            leaks_without = first_leak_of("health-visitor", planted)
        transaction.set_rollback(True)
    wrong = [*(line for look in looks for line in look.foreign), *(leak for _, leaks in crawls for leak in leaks)]
    for line in [*wrong, *(f"{table}: leaks nothing without its wall" for table in silent)]:
        print(line)
    rows, answers = sum(look.row_count for look in looks), sum(count for count, _ in crawls)
    print(f"{len(looks)} viewers, {len(tables)} tables, {rows:,} rows that are theirs, {answers} answers of pages")
    n = len(looks) * (len(tables) + len(foreign.views())) + answers
    print(json.dumps({"n": n, "failed": len(wrong), "control": bool(leaks_without) and not silent}))


def _people() -> Iterator[Viewer]:
    for who in ("parent", *(role.value for role in Role)):
        viewer = viewer_of_account(Account.objects.get(email=f"{who}@{DOMAIN}"))
        assert viewer is not None
        yield viewer


def _silent_controls(known: dict[str, Viewer], tables: list[str]) -> Iterator[str]:
    """The tables that show a parent nothing new without their wall, although they hold rows of others."""
    for table in tables:
        with foreign.without_wall(table):
            if not foreign.looked(known["parent"], [table]).foreign and foreign.holds_rows_of_others(
                known["parent"], table
            ):
                yield table

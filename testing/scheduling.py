"""Which tests stay together when a run is shared out between processes."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from xdist.scheduler import LoadScopeScheduling

JOURNEYS = "tests/journeys/"
# These compare numbers or messages of the one running place before and after: two at once would disturb each other.
IN_A_ROW = {
    f"{JOURNEYS}test_golden_thread.py": "counting",
    f"{JOURNEYS}test_trust.py": "counting",
    "local/up/tests/test_up.py": "up",
}
# Each of these builds for all its tests what takes seconds to build.
BUILT_ONCE = (
    "kith/library/tests/guard/test_guard.py",
    "kith/platform/i18n/tests/test_catalogues.py",
    "local/postgres/tests/test_rebuild.py",
    "tests/test_add_a_room.py",
    "tests/test_architecture.py",
    "tests/test_canary.py",
    "tests/test_every_page.py",
    "tests/test_mutants.py",
    "tests/test_reached.py",
    "tests/test_refusal_words.py",
)
# What takes longest begins. The first starts the running place; the second needs none while that is built.
FIRST = (f"{JOURNEYS}test_referrals.py", "tests/test_every_page.py", "tests/test_canary.py", "up")


class SharedOut(LoadScopeScheduling):  # type: ignore[misc]  # the library has no types
    """Each test by itself, but for those of a file that drives the running place or builds much; these come first.

    Not by the library's own mark for groups: what it adds to a test's name, this release of pytest does not keep.
    """

    _is_in_order = False

    def _split_scope(self, nodeid: str) -> str:
        return scope_of(nodeid)

    def _assign_work_unit(self, node: Any) -> None:
        if not self._is_in_order:
            units: list[tuple[str, Any]] = [*self.workqueue.items()]  # type: ignore[has-type]
            self.workqueue = OrderedDict(sorted(units, key=lambda unit: place_in_line(unit[0])))
            self._is_in_order = True
        super()._assign_work_unit(node)


def place_in_line(scope: str) -> int:
    """Which units are given out before which."""
    if scope in FIRST:
        return FIRST.index(scope)
    return len(FIRST) + ("::" in scope)


def scope_of(nodeid: str) -> str:
    """The tests with the same answer run one after the other in one process."""
    file = nodeid.partition("::")[0]
    if file in IN_A_ROW:
        return IN_A_ROW[file]
    return file if file.startswith(JOURNEYS) or file in BUILT_ONCE else nodeid

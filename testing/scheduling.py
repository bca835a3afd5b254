"""Which tests stay together when a run is shared out between processes."""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling

JOURNEYS = "tests/journeys/"
# These compare numbers or messages of the one running place before and after: two at once would disturb each other.
# The pages of work are looked at apart from those outside, so that both processes have a part of the looking.
IN_A_ROW = {
    f"{JOURNEYS}test_golden_thread.py": "counting",
    f"{JOURNEYS}test_trust.py": "counting",
    "local/up/tests/test_up.py": "up",
}


class SharedOut(LoadScopeScheduling):  # type: ignore[misc]  # the library has no types
    """Each test by itself, but for those of a file that drives the running place.

    Not by the library's own mark for groups: what it adds to a test's name, this release of pytest does not keep.
    """

    def _split_scope(self, nodeid: str) -> str:
        return scope_of(nodeid)


def scope_of(nodeid: str) -> str:
    """The tests with the same answer run one after the other in one process."""
    file, _, test = nodeid.partition("::")
    if file in IN_A_ROW:
        return IN_A_ROW[file]
    if file == f"{JOURNEYS}test_accessibility.py":
        return "axe at work" if "at_work" in test else "axe outside"
    return file if file.startswith(JOURNEYS) else nodeid

"""F34: the share of branches that the tests take, of Kith and of its rules, access gate and disclosure control."""

from __future__ import annotations

import math

from proof.covered import branches, covered_by
from proof.figures import DEFAULT_SEED, Outcome, figure
from proof.floors import floors
from proof.measured import GROUPS, files, whole

ALONE = "kith/groups/tests/test_rules.py"
Counted = dict[str, tuple[int, int]]


@figure(
    "F34", claim="the tests take no smaller share of branches than before: of Kith, rules, access, disclosure control"
)
def run() -> Outcome:
    """Run the tests beside the code and those of the whole, without a browser; hold each share against its floor."""
    groups = {"kith": whole()} | {group: files(*patterns) for group, patterns in GROUPS.items()}
    with covered_by("kith", "tests") as covered:
        counted = {group: branches(covered, found) for group, found in groups.items()}
    for group, (there, taken) in counted.items():
        print(
            f"  {group}: {there:,} branches, {taken:,} taken ({100 * taken / there:.2f} %; "
            f"floor {floors().branches[group]:g} %), seed {DEFAULT_SEED}"
        )
    return Outcome(n=counted["kith"][0], failed=missing(counted), control=_notices_tests_left_out(groups))


def _notices_tests_left_out(groups: dict[str, list[str]]) -> bool:
    """With one room's rule tests alone, every group is below its floor."""
    with covered_by(ALONE) as covered:
        return all(missing({group: branches(covered, found)}) for group, found in groups.items())


def missing(counted: Counted) -> int:
    """How many branches are missing up to the floors, all groups together."""
    return sum(
        max(0, math.ceil(there * floors().branches[group] / 100) - taken) for group, (there, taken) in counted.items()
    )

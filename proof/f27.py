"""F27: of hidden counts, an attacker who knows every sum and has every earlier release learns none from 1 to 7."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from proof.figures import Outcome, figure
from testing import differencing
from testing.differencing import without_memory
from testing.pinning import faults, is_broken_without_company

TABLES, SEQUENCES = 500, 500
CONTROLS = 100


@figure(
    "F27",
    claim="500 random tables: linear programming pins no hidden count, and each is as free as it could be; "
    "500 sequences of releases and corrections: no difference of two pins a small count",
)
def run() -> Outcome:
    """Attack each table and sequence; hiding small counts alone, or forgetting earlier releases, must be broken."""
    with ProcessPoolExecutor(os.cpu_count()) as side_by_side:
        found = list(side_by_side.map(faults, range(TABLES), chunksize=10))
        control = sum(side_by_side.map(is_broken_without_company, range(CONTROLS), chunksize=10))
        learned = list(side_by_side.map(differencing.faults, range(SEQUENCES), chunksize=10))
        forgetful = partial(differencing.faults, decide=without_memory)
        broken = sum(bool(each) for each in side_by_side.map(forgetful, range(CONTROLS), chunksize=10))
    for each in [*found, *learned]:
        for fault in each or ():
            print(f"  {fault}")
    print(f"  {found.count(None)} of {TABLES} tables are given away by their own sums, and refused")
    print(f"  {broken} of {CONTROLS} sequences are broken where earlier releases are forgotten")
    return Outcome(
        n=TABLES + SEQUENCES,
        failed=sum(bool(each) for each in [*found, *learned]),
        control=control > CONTROLS * 0.3 and broken > CONTROLS * 0.3,
    )

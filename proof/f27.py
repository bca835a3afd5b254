"""F27: of a table with hidden counts, an attacker who knows every sum learns no count from 1 to 7."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor

from proof.figures import Outcome, figure
from testing.pinning import faults, is_broken_without_company

TABLES = 500
CONTROLS = 100


@figure("F27", claim="500 random tables: linear programming pins no hidden count, and each is as free as it could be")
def run() -> Outcome:
    """Attack each table; hiding only the small counts, without company, must be broken by the same attacker."""
    with ProcessPoolExecutor(os.cpu_count()) as side_by_side:
        found = list(side_by_side.map(faults, range(TABLES), chunksize=10))
        control = sum(side_by_side.map(is_broken_without_company, range(CONTROLS), chunksize=10))
    for each in found:
        for fault in each or ():
            print(f"  {fault}")
    print(f"  {found.count(None)} of {TABLES} tables are given away by their own sums, and refused")
    return Outcome(n=TABLES, failed=sum(bool(each) for each in found), control=control > CONTROLS * 0.3)

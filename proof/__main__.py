"""`make proof`: run the promises and write what was counted. Ends badly when one, or its control, fails."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

from proof.figures import Figure, Result, chosen, measured, write
from testing.machine import commit, machine

RESULTS = Path(__file__).parent / "results.json"


def main() -> int:
    """Run the figures that ONLY names, or all; 0 when every promise is kept."""
    figures = chosen(os.environ.get("ONLY", ""))
    print(f"Machine: {machine()}\nCommit:  {commit()}\n")
    print(
        f"{'figure':7} {'n':>8} {'passed':>8} {'failed':>7}  {'control':9} {'seconds':>8} {'seed':>9}  claim",
        flush=True,
    )
    results = []
    for one in figures:
        results.append(_result(one))
        write(results, RESULTS)
        print(_row(results[-1]), flush=True)
    broken = [result.figure for result in results if not result.is_kept]
    print(
        f"\n{len(results) - len(broken)} of {len(results)} promises kept",
        f"; broken: {', '.join(broken)}" * bool(broken),
    )
    return 1 if broken or not results else 0


def _result(one: Figure) -> Result:
    try:
        return measured(one)
    except Exception:  # noqa: BLE001  # a figure that falls over is a broken promise, and the others still run
        traceback.print_exc()
        return Result(one.number, one.claim, n=0, passed=0, failed=1, control=False, seconds=0.0, seed=0)


def _row(result: Result) -> str:
    control = "alarm" if result.control else "SILENT"
    counts = f"{result.n:8,} {result.passed:8,} {result.failed:7,}"
    return f"{result.figure:7} {counts}  {control:9} {result.seconds:8.1f} {result.seed:9}  {result.claim}"


if __name__ == "__main__":
    sys.exit(main())

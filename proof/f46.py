"""F46: what is said of all input holds in 400 inventions for each rule; `make test` asks 25, others at each run.

The alarm: a rule that fails for about one invention in a hundred, put beside them, is counted as failed.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from proof.figures import Outcome, figure
from proof.tested import tested
from testing.database import ROOT

INVENTING = ("-m", "hypothesis", "--hypothesis-profile=thorough")
PLANTED = """from hypothesis import given, strategies

@given(strategies.integers(0, 99))
def test_a_rule_with_one_exception_in_a_hundred(number):
    assert number != 61
"""


@figure("F46", claim="what is said of all input holds in 400 inventions for each rule")
def run() -> Outcome:
    """Try every rule, and one that is wrong for a single number."""
    tried, failed = tested(ROOT / "kith", *INVENTING)
    with TemporaryDirectory() as folder:
        planted = Path(folder) / "test_planted.py"
        planted.write_text(PLANTED)
        control = tested(planted, *INVENTING) == (1, 1)
    return Outcome(n=tried, failed=failed, control=control)

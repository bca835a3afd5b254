"""F11: every address × method × role × relation answers as the declared table (tests/access/table.py) says."""

from proof.elsewhere import counted_by
from proof.figures import Outcome, figure


@figure("F11", claim="every address, method, role and relation to a record answers as the declared table says")
def run() -> Outcome:
    """Ask every cell; the control takes the gate's refusals away and must be noticed."""
    return counted_by("tests.access", "report")

"""F12: a sign of its own in every text about every family, and no reader meets one of a family not theirs."""

from proof.elsewhere import counted_by
from proof.figures import Outcome, figure


@figure("F12", claim="no page, export, letter, error, header or log line carries a text of a family that is not hers")
def run() -> Outcome:
    """Every role reads all it can reach and asks for what it cannot; a scope taken away must be noticed."""
    return counted_by("tests.canary")

"""F14: reading never writes, every action is written down, and falsifying the audit is found."""

from proof.elsewhere import counted_by
from proof.figures import Outcome, figure


@figure("F14", claim="no GET writes, every action is audited, and 600 of 600 falsifications of the audit are found")
def run() -> Outcome:
    """Every page read in every role, every action run, every falsification sought; a GET made to write is refused."""
    return counted_by("tests.access", "reading")

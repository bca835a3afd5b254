"""F42: a parent who asks for a code to sign in by is answered in the same time, known or not."""

from proof.elsewhere import counted_by
from proof.figures import DEFAULT_SEED, Outcome, figure

PAIRS = 1000


@figure("F42", claim="no threshold on the time of asking for a sign-in code tells known from unknown in 55 % or more")
def run() -> Outcome:
    """Time strangers and parents on record in turns; the control answers as soon as the work is done."""
    return counted_by("tests.equal_times", "sign-in", str(PAIRS), str(DEFAULT_SEED))

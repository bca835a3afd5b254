"""F41: a booking is answered in the same time whether the person is known, has booked or has asked before."""

from proof.elsewhere import counted_by
from proof.figures import DEFAULT_SEED, Outcome, figure

PAIRS = 400
"""For each kind of person on record: known, booked, asked before."""


@figure("F41", claim="no threshold on the time of a booking's answer tells known from unknown in 55 % or more")
def run() -> Outcome:
    """Time strangers and people on record in turns; the control adds ten milliseconds for those on record."""
    return counted_by("tests.equal_times", "booking", str(PAIRS), str(DEFAULT_SEED))

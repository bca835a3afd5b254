"""F21: a hundred invented families take their copies: all of theirs is in, nothing of another, in under a minute."""

from proof.elsewhere import counted_by
from proof.figures import Outcome, figure


@figure(
    "F21", claim="a parent's copy holds every field that the privacy table calls hers, and nothing of a third party"
)
def run() -> Outcome:
    """Each value is looked for by the keys of the database; a field hidden from the copy must be found missing."""
    return counted_by("tests.own_copy")

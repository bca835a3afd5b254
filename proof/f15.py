"""F15: whatever a client asks the public feed, it answers as it is described, and never falls over."""

from proof.elsewhere import counted_by
from proof.figures import Outcome, figure

EXAMPLES = 1_000


@figure("F15", claim="1,000 questions to every operation of the feed: no 5xx, no answer that breaks its description")
def run() -> Outcome:
    """Questions made from the feed's own description, good and bad; a planted 500 and a planted lie must be found."""
    return counted_by("tests.feed_tries", str(EXAMPLES))

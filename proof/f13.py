"""F13: with the application's scoping switched off, the database itself shows no viewer a row that is not theirs."""

from proof.elsewhere import counted_by
from proof.figures import Outcome, figure


@figure("F13", claim="with every scope of the application switched off, no viewer reads a row or a page of others")
def run() -> Outcome:
    """Every table read whole and pages crawled, by every role; a table whose wall is taken down must leak."""
    return counted_by("tests.second_wall")

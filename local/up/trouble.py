"""Why a place is not up."""

# How the preparation ends where the database is another release's.
LAID_OUT_BY_ANOTHER = 3


class Trouble(Exception):
    """Something the person at the keyboard can mend; the message says what and how."""


class Stopped(Exception):
    """The place was asked to stop."""

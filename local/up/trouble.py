"""Why a place is not up."""


class Trouble(Exception):
    """Something the person at the keyboard can mend; the message says what and how."""


class Stopped(Exception):
    """Somebody asked the place to stop."""

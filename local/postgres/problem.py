"""What went wrong with the embedded server, in words for the person at the keyboard."""


class PostgresProblem(Exception):
    """The embedded PostgreSQL cannot be used; the message says what, where and what to do."""

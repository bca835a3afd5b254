"""The one table of who listens to whom, and of who decides for whom."""


def connect() -> None:
    """Register listeners, scopes and viewers; safe to run twice."""

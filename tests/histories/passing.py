"""A clock that goes on by a second whenever it is asked, from the tests' own Tuesday."""

from datetime import UTC, datetime, timedelta
from threading import Lock


class PassingClock:
    """Two acts never happen in the same instant."""

    def __init__(self) -> None:
        self.instant = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)
        self._one_at_a_time = Lock()

    def now(self) -> datetime:
        """The next second."""
        with self._one_at_a_time:
            self.instant += timedelta(seconds=1)
            return self.instant

    def advance(self, **by: float) -> None:
        """Move it on: ``advance(days=2)``."""
        self.instant += timedelta(**by)

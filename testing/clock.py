"""The clock of the tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

TEST_NOW = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)


class TestClock:
    """The clock of a test: stands still until it is told to move."""

    __test__ = False

    def __init__(self, instant: datetime) -> None:
        self.instant = instant

    def now(self) -> datetime:
        """The instant it stands at."""
        return self.instant

    def set(self, instant: datetime) -> None:
        """Put it to another instant."""
        self.instant = instant.astimezone(UTC)

    def advance(self, **by: float) -> None:
        """Move it on: ``clock.advance(days=2)``."""
        self.instant += timedelta(**by)

"""What others may hear of sessions."""

from dataclasses import dataclass
from datetime import datetime

from kith.kernel.ids import SessionId
from kith.platform.outbox import Event


@dataclass(frozen=True)
class SessionMoved(Event):
    """A session takes place at another time, elsewhere or in another language than it was announced."""

    session_id: SessionId
    revision: int
    was_start: datetime


@dataclass(frozen=True)
class SessionCalledOff(Event):
    """A session will not take place."""

    session_id: SessionId

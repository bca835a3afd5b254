"""The web application with the lock of a session taken out, for the control of F01: all families look, then book."""

import time

from kith.config.wsgi import application
from kith.kernel.ids import SessionId
from kith.whats_on.models.sessions import Session, SessionQuerySet

__all__ = ["application"]

TIME_TO_LOOK = 0.05


def _unlocked(rows: SessionQuerySet, *session_ids: SessionId) -> list[Session]:
    found = list(rows.select_related("series").filter(pk__in=session_ids))
    time.sleep(TIME_TO_LOOK)
    return found


SessionQuerySet.locked = _unlocked  # type: ignore[method-assign, assignment]  # that is the control

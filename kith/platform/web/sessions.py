"""Sessions in the database, behind the wall: a request sees the one whose key it holds."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session

from kith.walls.saying import holding


class SessionStore(db.SessionStore):
    """Django's own, each question of which says the key it is about."""

    def _get_session_from_db(self) -> Session | None:
        with holding(self.session_key or ""):
            return super()._get_session_from_db()  # type: ignore[no-any-return, misc]  # not in the stubs

    def save(self, must_create: bool = False) -> None:  # as Django calls it
        """Keep what is in it; a new one gets a key first."""
        if self.session_key is None:
            self.create()
            return
        with holding(self.session_key):
            super().save(must_create)

    def delete(self, session_key: str | None = None) -> None:
        """Forget the session of this key, or this one."""
        with holding(session_key or self.session_key or ""):
            super().delete(session_key)

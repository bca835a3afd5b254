"""The room's pages."""

from kith.groups.views.booking import book, booking, booking_calendar
from kith.groups.views.codes import go
from kith.groups.views.desk import register, sessions_desk
from kith.groups.views.session import session

__all__ = ["book", "booking", "booking_calendar", "go", "register", "session", "sessions_desk"]

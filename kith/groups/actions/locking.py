"""What every action holds while it decides: the session, behind whose lock its places are given out."""

from kith.groups.models.bookings import Booking
from kith.kernel.ids import SessionId
from kith.platform.access import NotFound
from kith.whats_on.actions.places import LockedSession, locked_session


def locked_booking(token: str) -> tuple[Booking, LockedSession]:
    """The booking of this link and its session, behind the lock that booking takes: no two can wait for each other."""
    session_id = Booking.objects.filter(token=token).values_list("session_id", flat=True).first()
    if session_id is None:
        raise NotFound("booking")
    session = locked_session(SessionId(session_id))
    return Booking.objects.get(token=token), session

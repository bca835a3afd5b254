"""What a visitor asked for, behind the link that was sent to her, and behind the page that waits for her proof."""

from dataclasses import replace

from kith.groups.models.bookings import Booking
from kith.groups.models.held import HeldBooking
from kith.groups.rules.codes import HeldState
from kith.groups.wishes import HeldPage
from kith.kernel import clock
from kith.kernel.ids import SessionId
from kith.platform.access.viewer import Viewer
from kith.walls.saying import beyond
from kith.whats_on.queries.sessions import SessionCard, card_of


def held_page(_viewer: Viewer, session_id: SessionId, token: str, *, lang: str) -> HeldPage[SessionCard] | None:
    """The wish as the visitor who typed it sees it. What it became she learns from the message alone."""
    return _page(session_id, lang, token=token)


def page_to_confirm(_viewer: Viewer, session_id: SessionId, link: str, *, lang: str) -> HeldPage[SessionCard] | None:
    """The wish as the reader of the message sees it, with the booking that it became."""
    page = _page(session_id, lang, link=link)
    if page is None or page.state is not HeldState.BOOKED:
        return page
    return replace(page, became_token=_became(session_id, link))


@beyond("the booking that the wish of this private link became")
def _became(session_id: SessionId, link: str) -> str:
    became = HeldBooking.objects.filter(session_id=session_id, link=link).values("became")
    return Booking.objects.values_list("token", flat=True).get(pk__in=became)


@beyond("the one wish of this private link")
def _page(session_id: SessionId, lang: str, **secret: str) -> HeldPage[SessionCard] | None:
    row = HeldBooking.objects.select_related("session__series").filter(session_id=session_id, **secret).first()
    if row is None:
        return None
    in_time = bool(row.said) and clock.now() < row.words_until
    return HeldPage(
        state=row.state,
        of=card_of(row.session, lang),
        is_kept=row.places_kept > 0,
        held_until=row.held_until,
        wish=row.wish if in_time else None,
    )

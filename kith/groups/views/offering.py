"""An offered place: the page behind the link that says no."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kith.groups.actions.offering import decline_offer
from kith.groups.queries.bookings import booking_page
from kith.groups.rules.codes import BookingState
from kith.groups.views.booking import see_other
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.private_links import unkept
from kith.undoing.confirming import Sure, asks_first, confirmed


@unkept
@asks_first()
def decline(request: Request, offer_token: str) -> HttpResponse:
    """Say no to places that are offered: the next family is asked at once, so the page asks first."""
    back = reverse("booking", args=[offer_token])
    found = booking_page(request.viewer, offer_token, lang=get_language() or "en")
    if found is None:
        raise NotFound("booking")
    if found.state is not BookingState.OFFERED:
        return see_other(back)

    def act(_said: object) -> HttpResponse:
        decline_offer(by=request.viewer, token=offer_token)
        return see_other(back)

    happens = (_("The next family on the list is asked at once."), _("You may go on the list again, at the end of it."))
    sure = Sure(
        _("Let the next family have it?"),
        found.session.title.text,
        happens,
        _("Yes, let the next family have it"),
        back,
        "layouts/public.jinja",
    )
    return confirmed(request, sure, act)

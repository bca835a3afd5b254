"""Places that visitors ask for until it is shown that the e-mail or phone is theirs."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from kith.groups.rules.codes import MOST_PLACES, HeldState
from kith.groups.wishes import Wish, WishQuerySet
from kith.platform.access.viewer import Viewer, ViewerKind


class HeldBookingQuerySet(WishQuerySet):
    """Wishes for places on one session."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Those on sessions of the viewer's own organisation."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        return self.filter(session__series__organisation_id__in=viewer.organisation_ids)


class HeldBooking(Wish):
    """What a visitor asked for on one session, and the places kept for her meanwhile."""

    session = models.ForeignKey("whats_on.Session", on_delete=models.PROTECT, related_name="held_bookings")
    places = models.PositiveSmallIntegerField()
    places_kept = models.PositiveSmallIntegerField()

    objects = HeldBookingQuerySet.as_manager()

    class Meta(Wish.Meta):
        constraints: ClassVar = [
            *Wish.Meta.constraints,
            models.CheckConstraint(condition=Q(places__range=(1, MOST_PLACES)), name="heldbooking_places_are_few"),
            models.CheckConstraint(
                condition=Q(places_kept=0) | Q(state=HeldState.HELD, places_kept=F("places")),
                name="heldbooking_keeps_all_or_nothing",
            ),
        ]

    def __str__(self) -> str:
        return f"held booking {self.pk}"

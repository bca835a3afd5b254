"""What visitors ask for until it is shown that the e-mail or phone is theirs."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from kith.groups.rules.codes import MOST_PLACES, WAITS_FOR_PROOF, HeldState
from kith.groups.rules.places import BookingWish
from kith.kernel import ids
from kith.kernel.ids import OrganisationId
from kith.kernel.private_links import CodeFacts
from kith.organisations.queries.people import id_of_kind
from kith.organisations.rules import OrganisationKind
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.codes import CodeField
from kith.platform.private_links import new_token


class HeldBookingQuerySet(models.QuerySet["HeldBooking"]):
    """Visitors' wishes by how they stand. There is no list of them: nothing here is searched by what was typed."""

    def waiting_for_proof(self) -> Self:
        """Those that can still become bookings."""
        return self.filter(state__in=WAITS_FOR_PROOF)

    def to_book(self) -> Self:
        """Each with the organisation that a consent given in it is for, in the same statement."""
        return self.annotate(health_visiting_id=id_of_kind(OrganisationKind.HEALTH_VISITING))

    def visible_to(self, viewer: Viewer) -> Self:
        """Those on sessions of the viewer's own organisation."""
        if viewer.kind is ViewerKind.SYSTEM:
            return self
        return self.filter(session__series__organisation_id__in=viewer.organisation_ids)


class HeldBooking(models.Model):
    """What a visitor asked for, apart from all else until it is shown that the e-mail or phone is hers, and her places.

    ``said`` is personal, and may tell of needs: only the action that books reads it, and the page behind the link that
    was sent there. It is emptied as soon as it is booked or over, by a day after it was typed at the latest. The digest
    of the contact goes then too, and the row, which says nothing of a person any more, a week later.
    """

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    session = models.ForeignKey("whats_on.Session", on_delete=models.PROTECT, related_name="held_bookings")
    state = CodeField(HeldState, default=HeldState.HELD)
    places = models.PositiveSmallIntegerField()
    places_kept = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=10)
    said = models.JSONField()
    contact_digest = models.CharField(max_length=64, blank=True)
    request_key = models.CharField(max_length=64, unique=True)
    # The page that the visitor is led to has the token; only the message has the link, and the code follows from it.
    token = models.CharField(max_length=43, unique=True, default=new_token)
    link = models.CharField(max_length=43, unique=True, default=new_token)
    wrong_count = models.PositiveSmallIntegerField(default=0)
    # The booking it became. No foreign key: nothing here leads to a family.
    became = models.UUIDField(null=True)
    asked_at = models.DateTimeField()
    # When the code went out; where none did, because too many had, none opens anything.
    sent_at = models.DateTimeField(null=True)
    held_until = models.DateTimeField()
    words_until = models.DateTimeField()

    objects = HeldBookingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(places__range=(1, MOST_PLACES)), name="held_booking_places_are_few"),
            models.CheckConstraint(
                condition=Q(places_kept=0) | Q(state=HeldState.HELD, places_kept=F("places")),
                name="held_booking_keeps_all_or_nothing",
            ),
            models.CheckConstraint(
                condition=Q(state__in=WAITS_FOR_PROOF) | Q(said={}), name="held_booking_forgets_when_over"
            ),
            models.CheckConstraint(
                condition=Q(state=HeldState.BOOKED, became__isnull=False)
                | (~Q(state=HeldState.BOOKED) & Q(became__isnull=True)),
                name="held_booking_became_one",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["contact_digest", "asked_at"], name="held_booking_of_a_contact"),
            models.Index(fields=["words_until"], name="held_booking_ends"),
        ]

    def __str__(self) -> str:
        return f"held booking {self.pk}"

    @property
    def code_facts(self) -> CodeFacts:
        """What decides whether a code can be tried."""
        return CodeFacts(self.words_until, self.wrong_count, is_ended=self.state is HeldState.OVER)

    @property
    def health_visiting(self) -> OrganisationId | None:
        """The organisation that a consent is for; of a row that was read to be booked."""
        found: int | None = self.__dict__["health_visiting_id"]
        return OrganisationId(found) if found else None

    @property
    def wish(self) -> BookingWish:
        """What was asked for and said; not there any more once it is booked or over."""
        return BookingWish.of_said(self.said)

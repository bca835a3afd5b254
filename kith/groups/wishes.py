"""What a visitor asks for waits apart until it is shown that the e-mail or phone is hers: for dates and for courses.

A room makes a table of it by what is asked for (``HeldBooking``, ``CourseHold``).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Generic, Protocol, Self, TypeVar

from django.db import models
from django.db.models import Q

from kith.groups.rules.codes import WAITS_FOR_PROOF, HeldState
from kith.groups.rules.places import BookingContact, BookingWish
from kith.kernel import ids
from kith.kernel.ids import OrganisationId
from kith.kernel.private_links import CodeFacts
from kith.organisations.queries.people import id_of_kind
from kith.organisations.rules import OrganisationKind
from kith.platform.codes import CodeField
from kith.platform.private_links import new_token


class WishQuerySet(models.QuerySet[Any]):
    """Visitors' wishes by how they stand. There is no list of them: nothing here is searched by what was typed."""

    def waiting_for_proof(self) -> Self:
        """Those that can still become bookings."""
        return self.filter(state__in=WAITS_FOR_PROOF)

    def to_book(self) -> Self:
        """Each with the organisation that a consent given in it is for, in the same statement."""
        return self.annotate(health_visiting_id=id_of_kind(OrganisationKind.HEALTH_VISITING))


class Wish(models.Model):
    """What a visitor asked for, apart from all else until it is shown that the e-mail or phone is hers.

    ``said`` is personal, and may tell of needs: only the action that books reads it, and the page behind the link that
    was sent there. It is emptied as soon as it is booked or over, by a day after it was typed at the latest. The digest
    of the contact goes then too, and the row, which says nothing of a person any more, a week later.
    """

    id = models.UUIDField(primary_key=True, default=ids.new_uuid, editable=False)
    state = CodeField(HeldState, default=HeldState.HELD)
    language = models.CharField(max_length=10)
    said = models.JSONField()
    contact_digest = models.CharField(max_length=64, blank=True)
    request_key = models.CharField(max_length=64, unique=True)
    # The page that the visitor is led to has the token; only the message has the link, and the code follows from it.
    token = models.CharField(max_length=43, unique=True, default=new_token)
    link = models.CharField(max_length=43, unique=True, default=new_token)
    wrong_count = models.PositiveSmallIntegerField(default=0)
    # What it became. No foreign key: nothing here leads to a family.
    became = models.UUIDField(null=True)
    asked_at = models.DateTimeField()
    # When the code went out; where none did, because too many had, none opens anything.
    sent_at = models.DateTimeField(null=True)
    held_until = models.DateTimeField()
    words_until = models.DateTimeField()

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=WAITS_FOR_PROOF) | Q(said={}), name="%(class)s_forgets_when_over"
            ),
            models.CheckConstraint(
                condition=Q(state=HeldState.BOOKED, became__isnull=False)
                | (~Q(state=HeldState.BOOKED) & Q(became__isnull=True)),
                name="%(class)s_became_one",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["contact_digest", "asked_at"], name="%(class)s_of_a_contact"),
            models.Index(fields=["words_until"], name="%(class)s_ends"),
        ]

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


class AskedFor(Protocol):
    """The date or the course, as far as the page of a wish depends on it."""

    @property
    def is_open(self) -> bool:
        """Whether one can still book."""

    @property
    def places_left(self) -> int:
        """How many places are free."""


Asked = TypeVar("Asked", bound=AskedFor)


@dataclass(frozen=True)
class HeldPage(Generic[Asked]):
    """How a wish stands. What was asked and said is kept only until it is booked or over; then it is None."""

    state: HeldState
    of: Asked
    is_kept: bool
    held_until: datetime
    wish: BookingWish | None
    became_token: str = ""
    """Of the page of what it became: only who reads the message is led there."""

    @property
    def waits(self) -> bool:
        """Whether it can still become a booking."""
        return self.wish is not None and self.of.is_open

    @property
    def contact(self) -> BookingContact | None:
        """Where the message went."""
        return self.wish.order.contact if self.wish else None

    @property
    def fits(self) -> bool:
        """Whether the places are there, kept or still free."""
        return self.is_kept or (self.wish is not None and self.of.places_left >= self.wish.order.places)

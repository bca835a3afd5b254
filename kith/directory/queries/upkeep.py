"""Which listings must be looked at again, for those who keep them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kith.directory.models.listings import Service, Venue
from kith.directory.rules.listing import HIDDEN_AFTER, REMIND_BEFORE, is_confirmed
from kith.kernel import clock
from kith.kernel.ids import OrganisationId
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.i18n.texts import LocalText, in_language


class ListingKind(StrEnum):
    """What is listed."""

    SERVICE = "service"
    VENUE = "venue"


@dataclass(frozen=True)
class KeptListing:
    """A service or venue as its editor sees it."""

    kind: ListingKind
    id: int
    organisation_id: OrganisationId
    name: LocalText
    checked_on: date
    review_due_on: date

    @property
    def is_confirmed(self) -> bool:
        """Whether it was looked at in time."""
        return is_confirmed(self.review_due_on, today=clock.today())

    @property
    def is_due(self) -> bool:
        """Whether it is time to look at it again."""
        return self.review_due_on <= clock.today() + REMIND_BEFORE

    @property
    def is_hidden(self) -> bool:
        """Whether it can no longer be found, because no editor has looked for so long."""
        return self.kind is ListingKind.SERVICE and self.review_due_on < clock.today() - HIDDEN_AFTER

    @property
    def hidden_from(self) -> date:
        """The day from which it cannot be found, if no editor looks at it before."""
        return self.review_due_on + HIDDEN_AFTER


def listings_kept(viewer: Viewer, *, lang: str) -> list[KeptListing]:
    """The services and venues of the viewer's own organisations, the longest overdue first."""
    access.require(viewer, Permission.MANAGE_DIRECTORY)
    return _listings(viewer.organisation_ids, None, lang)


def withdrawn_listings(viewer: Viewer, *, lang: str) -> list[KeptListing]:
    """The services that the viewer's own organisations have taken out, the latest first."""
    access.require(viewer, Permission.MANAGE_DIRECTORY)
    rows = Service.objects.filter(organisation_id__in=viewer.organisation_ids, withdrawn_on__isnull=False)
    return [
        _kept(ListingKind.SERVICE, row, in_language(row.name, lang)) for row in rows.order_by("-withdrawn_on", "-pk")
    ]


def listings_due(viewer: Viewer, *, lang: str) -> list[KeptListing]:
    """All listings whose review is due soon or overdue, for those who remind their editors."""
    access.require(viewer, Permission.MANAGE_DIRECTORY)
    everybody = None if viewer.kind is ViewerKind.SYSTEM else viewer.organisation_ids
    return _listings(everybody, clock.today() + REMIND_BEFORE, lang)


def _listings(organisation_ids: Iterable[OrganisationId] | None, until: date | None, lang: str) -> list[KeptListing]:
    services, venues = Service.objects.open(), Venue.objects.all()
    if organisation_ids is not None:
        kept = set(organisation_ids)
        services, venues = services.filter(organisation_id__in=kept), venues.filter(organisation_id__in=kept)
    if until is not None:
        services, venues = services.filter(review_due_on__lte=until), venues.filter(review_due_on__lte=until)
    found = [_kept(ListingKind.SERVICE, row, in_language(row.name, lang)) for row in services]
    found += [_kept(ListingKind.VENUE, row, LocalText(row.name, "en")) for row in venues]
    return sorted(found, key=lambda each: (each.review_due_on, each.kind, each.id))


def _kept(kind: ListingKind, row: Service | Venue, name: LocalText) -> KeptListing:
    return KeptListing(kind, row.pk, OrganisationId(row.organisation_id), name, row.checked_on, row.review_due_on)

"""Requests for bundles at the desk, of a family, and on her own page."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kith.bundles.models.requests import OPEN, BundleRequest
from kith.bundles.rules.codes import (
    Arrives,
    BundleRequestId,
    BundleState,
    Criterion,
    Landlord,
    NoRoom,
    SleepingPlace,
    TakenBack,
    Told,
    WhyNot,
)
from kith.bundles.rules.places import Advice, advice_for
from kith.bundles.settings import SUPPLY_DAYS
from kith.families.queries.cards import family_cards
from kith.kernel import clock
from kith.kernel.ids import BabyId, FamilyId, OrganisationId
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.stores.rules.codes import StoreId


@dataclass(frozen=True)
class BundleRow:
    """A request: the family, which bundle, why, where it stands, how it comes, and whether it is late."""

    id: BundleRequestId
    organisation_id: OrganisationId
    family_id: FamilyId
    baby_id: BabyId | None
    bundle: str
    name: str
    phone: str
    language: str
    criteria: tuple[Criterion, ...]
    place: SleepingPlace
    no_room: NoRoom | None
    state: BundleState
    why: WhyNot | None
    landlord: Landlord
    asked_at: datetime
    packed_at: datetime | None
    packed_in: StoreId | None
    told: Told | None
    given_at: datetime | None
    arrives: Arrives
    collector: str
    taken_by: str
    taken_back: TakenBack | None

    @property
    def is_open(self) -> bool:
        """Whether it waits to be decided, or to be given."""
        return self.state in OPEN

    @property
    def is_late(self) -> bool:
        """Whether the family has waited longer than the place promises."""
        return self.is_open and clock.now() - self.asked_at > timedelta(days=SUPPLY_DAYS.now)

    @property
    def advice(self) -> tuple[Advice, ...]:
        """The advice for this place."""
        return advice_for(self.place)


def requests_page(viewer: Viewer, asked: ListAsked, *, only_open: bool = True) -> Paged[BundleRow]:
    """The requests to the viewer's organisation, the longest wait first; of those that are over, the latest first."""
    access.require(viewer, Permission.LEND_PUMP)
    rows = access.visible(viewer, BundleRequest.objects.select_related("bundle"))
    rows = rows.open().order_by("asked_at", "pk") if only_open else rows.order_by("-asked_at", "-pk")
    found = paged(rows.filter(contact_name__icontains=asked.words) if asked.words else rows, asked)
    return found.with_rows(map(_row, found.rows))


def bundle_request(viewer: Viewer, request_id: BundleRequestId) -> BundleRow:
    """One request to the viewer's organisation; NotFound for any other. A logged read."""
    access.require(viewer, Permission.LEND_PUMP)
    row = BundleRequest.objects.select_related("bundle").filter(pk=request_id)
    found = row.filter(organisation_id__in=viewer.organisation_ids).first()
    if found is None:
        raise NotFound("request")
    what, family_id = BundleRequest._meta.label, FamilyId(found.family_id)
    audit.read(viewer, "bundles.request_opened", what, found.pk, family_id=family_id)
    return _row(found)


def may_open(viewer: Viewer, row: BundleRow) -> bool:
    """Whether the viewer may open the family's page."""
    return row.family_id in family_cards(viewer, [row.family_id])


def bundles_of_family(family_id: FamilyId) -> list[BundleRow]:
    """The requests of one family, the latest first; the page asks whether the viewer may open its record."""
    rows = BundleRequest.objects.select_related("bundle").filter(family_id=family_id)
    return [_row(each) for each in rows.order_by("-asked_at", "-pk")]


def my_bundles(viewer: Viewer, family_id: FamilyId) -> list[BundleRow]:
    """What a parent's own family was given, and what is on its way."""
    access.require(viewer, Permission.SEE_OWN_RECORD, family_id=family_id)
    return [each for each in bundles_of_family(family_id) if each.is_open or each.state is BundleState.GIVEN]


def my_bundle(viewer: Viewer, request_id: BundleRequestId) -> BundleRow:
    """One of them; NotFound for another family's."""
    for family_id in viewer.family_ids:
        for each in my_bundles(viewer, family_id):
            if each.id == request_id:
                return each
    raise NotFound("request")


def _row(row: BundleRequest) -> BundleRow:
    return BundleRow(
        id=BundleRequestId(row.pk),
        organisation_id=OrganisationId(row.organisation_id),
        family_id=FamilyId(row.family_id),
        baby_id=BabyId(row.baby_id) if row.baby_id else None,
        bundle=row.bundle.name,
        name=row.contact_name,
        phone=row.contact_phone,
        language=row.language,
        criteria=tuple(map(Criterion, row.criteria)),
        place=row.place,
        no_room=NoRoom(row.no_room) if row.no_room else None,
        state=row.state,
        why=WhyNot(row.why) if row.why else None,
        landlord=row.landlord,
        asked_at=row.asked_at,
        packed_at=row.packed_at,
        packed_in=StoreId(row.packed_in_id) if row.packed_in_id else None,
        told=Told(row.told) if row.told else None,
        given_at=row.given_at,
        arrives=row.arrives,
        collector=row.collector,
        taken_by=row.taken_by,
        taken_back=TakenBack(row.taken_back) if row.taken_back else None,
    )

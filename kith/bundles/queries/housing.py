"""The inbox of what housing writes, and the families whose new place is to be looked at."""

from dataclasses import dataclass
from datetime import date

from kith.bundles.models.housing import HousingNotice
from kith.bundles.models.requests import SleepingRecheck
from kith.bundles.rules.codes import BundleRequestId, HousingNoticeId, Landlord, RecheckId, SleepingPlace
from kith.families.queries.cards import family_cards
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer

MOST = 500


@dataclass(frozen=True)
class NoticeRow:
    """A notice of the inbox."""

    id: HousingNoticeId
    name: str
    phone: str
    placed_on: date
    due_on: date
    agreed_by: str
    authority: str
    address: str
    place: SleepingPlace
    landlord: Landlord
    baby_born_on: date
    family_id: FamilyId | None
    request_id: BundleRequestId | None

    @property
    def is_late(self) -> bool:
        """Whether the 14 days are over."""
        return self.due_on < clock.today()


@dataclass(frozen=True)
class RecheckRow:
    """A family that has moved to a temporary address."""

    id: RecheckId
    family_id: FamilyId
    name: str
    moved_on: date
    due_on: date

    @property
    def is_overdue(self) -> bool:
        """Whether its day has passed."""
        return self.due_on < clock.today()


def inbox(viewer: Viewer) -> list[NoticeRow]:
    """The notices that are not taken yet, the first due first."""
    access.require(viewer, Permission.LEND_PUMP)
    rows = access.visible(viewer, HousingNotice.objects.filter(taken_at__isnull=True)).order_by("due_on", "pk")
    return [_notice(row) for row in rows[:MOST]]


def notice_of(viewer: Viewer, notice_id: HousingNoticeId) -> NoticeRow:
    """One notice of the viewer's organisation; NotFound for any other. A logged read.

    Once it is taken it belongs to the record of its family, and is read by those who may open that.
    """
    access.require(viewer, Permission.LEND_PUMP)
    row = access.visible(viewer, HousingNotice.objects.filter(pk=notice_id)).first()
    if row is None or (row.family_id and not family_cards(viewer, [FamilyId(row.family_id)])):
        raise NotFound("notice")
    audit.read(viewer, "bundles.notice_opened", HousingNotice._meta.label, row.pk)
    return _notice(row)


def rechecks_due(viewer: Viewer) -> list[RecheckRow]:
    """The families the viewer may see whose new place is to be looked at, the first due first."""
    access.require(viewer, Permission.LEND_PUMP)
    rows = list(SleepingRecheck.objects.filter(ended_at__isnull=True).order_by("due_on", "pk")[:MOST])
    cards = family_cards(viewer, [FamilyId(row.family_id) for row in rows])
    return [
        RecheckRow(RecheckId(row.pk), FamilyId(row.family_id), card.name, row.moved_on, row.due_on)
        for row in rows
        if (card := cards.get(FamilyId(row.family_id))) and not card.is_bereaved
    ]


def recheck_of(viewer: Viewer, recheck_id: RecheckId) -> RecheckRow:
    """One of them; NotFound beyond the viewer's reach."""
    for each in rechecks_due(viewer):
        if each.id == recheck_id:
            return each
    raise NotFound("recheck")


def _notice(row: HousingNotice) -> NoticeRow:
    return NoticeRow(
        id=HousingNoticeId(row.pk),
        name=f"{row.given_name} {row.family_name}",
        phone=row.phone,
        placed_on=row.placed_on,
        due_on=row.due_on,
        agreed_by=row.agreed_by,
        authority=row.authority,
        address=", ".join(each for each in (row.street, row.postcode) if each),
        place=row.place,
        landlord=row.landlord,
        baby_born_on=row.baby_born_on,
        family_id=FamilyId(row.family_id) if row.family_id else None,
        request_id=BundleRequestId(row.request_id) if row.request_id else None,
    )

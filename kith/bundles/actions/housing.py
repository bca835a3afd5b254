"""What housing writes comes into an inbox, and one click makes a family's request and names a lead of it."""

from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from uuid import UUID, uuid5

from django.db import transaction

from kith.bundles.actions.rechecking import start_recheck
from kith.bundles.actions.requesting import BundleWish, take_request
from kith.bundles.models.bundles import Bundle
from kith.bundles.models.housing import HousingNotice
from kith.bundles.rules.codes import BundleId, Criterion, HousingNoticeId, Landlord, SleepingPlace
from kith.bundles.rules.criteria import best_fit
from kith.caseloads.actions.leading import take_lead
from kith.caseloads.queries.leading import leads_of
from kith.families.actions.registering import family_for_booking
from kith.families.events import HomeMoved
from kith.families.queries.cards import family_cards
from kith.families.queries.homes import home_at
from kith.families.queries.reach import may_organisation_open
from kith.families.rules.codes import Purpose
from kith.families.rules.entries import NewConsent, NewParent
from kith.kernel import clock
from kith.kernel.ids import FamilyId, OrganisationId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.stores.actions.keeping import require_own

BY = system_actor("bundles.housing")
NOTICE_DAYS = timedelta(days=14)
"""Housing Act 1996, section 213AA: reasonable steps to notify within 14 days of the placing."""
OF_NOTICE = UUID("6f1f4e8a-64c2-4a8e-8f4f-0b6a5a0f2f11")


@dataclass(frozen=True)
class NewNotice:
    """A notice as housing wrote it: who was placed where and when, and whose word that they may be named it has."""

    placed_on: date
    agreed_by: str
    authority: str
    given_name: str
    family_name: str
    phone: str
    language: str
    baby_born_on: date
    landlord: Landlord
    place: SleepingPlace
    street: str = ""
    postcode: str = ""


@action
def note_housing_notice(
    *, by: Actor, organisation_id: OrganisationId, notice: NewNotice, request_key: UUID
) -> HousingNoticeId:
    """Put a notice into the inbox; the same request key never makes two. Nothing is known of a family by it yet."""
    require_own(by, organisation_id, Permission.LEND_PUMP)
    today = clock.today()
    if notice.placed_on > today or notice.baby_born_on > today:
        raise Refusal("notice_day_to_come")
    row, is_new = HousingNotice.objects.get_or_create(
        request_key=request_key,
        organisation_id=organisation_id,
        defaults={
            **asdict(notice),
            "came_on": today,
            "due_on": notice.placed_on + NOTICE_DAYS,
            "noted_by_id": by.membership_id,
        },
    )
    if is_new:
        audit.record(by, "bundles.housing_notice_noted", row)
    return HousingNoticeId(row.pk)


@action
def take_notice(*, by: Actor, notice_id: HousingNoticeId) -> FamilyId:
    """Write the family down or find it, ask for the bundle that fits, and lead it; taken twice it is taken once.

    The parent agreed at housing that health visiting is told: that is the consent by which the record is opened.
    """
    access.require(by, Permission.LEND_PUMP)
    rows = access.visible(by, HousingNotice.objects.select_for_update(of=("self",)))
    row = rows.filter(pk=notice_id).first()
    if row is None:
        raise NotFound("notice")
    if row.family_id:
        return FamilyId(row.family_id)
    with transaction.atomic():  # so that the family is there when its row is locked
        family_id = family_for_booking(
            by=BY,
            parent=_parent(row),
            due_on=None,
            born_on=row.baby_born_on,
            address=replace(home_at(row.postcode), from_on=row.placed_on, street=row.street, is_temporary=True),
            consents=(NewConsent(OrganisationId(row.organisation_id), Purpose.CARE, row.language),),
        ).id
    row.family_id, row.taken_at, row.taken_by_id = family_id, clock.now(), by.membership_id
    row.request_id = _request(by, row, family_id)
    row.save(update_fields=["family", "taken_at", "taken_by", "request"])
    start_recheck(HomeMoved(family_id, row.placed_on.isoformat(), is_temporary=True))
    may_open = may_organisation_open(OrganisationId(row.organisation_id), family_id)
    if may_open and Permission.LEAD_FAMILY in by.permissions and not leads_of([family_id]):
        take_lead(by=by, family_id=family_id)
    audit.record(by, "bundles.housing_notice_taken", row, family_id=family_id)
    return family_id


def _request(by: Actor, row: HousingNotice, family_id: FamilyId) -> int | None:
    """The request for the baby of the notice; None where no bundle of the place fits, which the page then says."""
    offered = Bundle.objects.filter(organisation_id=row.organisation_id)
    sizes = [(each.pk, each.wanted()) for each in offered]
    bundle_id = best_fit(sizes, born_on=row.baby_born_on, today=clock.today())
    if bundle_id is None:
        return None
    babies = family_cards(BY, [family_id])[family_id].babies
    baby = next((each for each in babies if each.born_on == row.baby_born_on), None)
    wish = BundleWish(
        bundle_id=BundleId(bundle_id),
        baby_id=baby.id if baby else None,
        criteria=[Criterion.TEMPORARY],
        place=row.place,
        landlord=row.landlord,
        request_key=uuid5(OF_NOTICE, str(row.pk)),
    )
    return take_request(by, OrganisationId(row.organisation_id), family_id, wish)


def _parent(row: HousingNotice) -> NewParent:
    return NewParent(
        given_name=row.given_name,
        family_name=row.family_name,
        phone=row.phone,
        speaks=row.language,
        reads=row.language,
    )

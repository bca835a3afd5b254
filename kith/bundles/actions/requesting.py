"""Asking for a bundle, and deciding; what the place's criteria name is approved at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.bundles.models.bundles import Bundle
from kith.bundles.models.requests import OPEN, STANDS, BundleRequest, BundleRequestStep
from kith.bundles.rules.codes import (
    REFUSALS,
    Arrives,
    BundleId,
    BundleRequestId,
    BundleState,
    Criterion,
    Landlord,
    NoRoom,
    SleepingPlace,
    WhyNot,
)
from kith.bundles.rules.criteria import approved_at_once, may_ask
from kith.bundles.settings import accepted_criteria
from kith.families.actions.locking import lock_family
from kith.families.queries.bereavement import is_bereaved
from kith.families.queries.cards import contact_of, family_cards
from kith.families.queries.homes import decile_of_home
from kith.kernel import clock
from kith.kernel.ids import BabyId, FamilyId, OrganisationId
from kith.kernel.refusal import Refusal
from kith.platform import access, steps
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.stores.actions.keeping import require_own

READER = system_actor("bundles.requesting")
S = BundleState


@dataclass(frozen=True)
class BundleWish:
    """Which bundle for which baby (none: the one to come), by which criteria, and where it is to stand."""

    bundle_id: BundleId
    baby_id: BabyId | None
    criteria: Collection[Criterion]
    place: SleepingPlace
    landlord: Landlord
    request_key: UUID
    no_room: NoRoom | None = None
    """Why there is no room for one cot for each child under two; None where there is."""
    arrives: Arrives = Arrives.COLLECTS
    collector: str = ""


@action
def request_bundle(
    *, by: Actor, organisation_id: OrganisationId, family_id: FamilyId, wish: BundleWish
) -> BundleRequestId:
    """Take a practitioner's request down; the same request key never makes two."""
    access.require(by, Permission.LEND_PUMP, family_id=family_id)
    require_own(by, organisation_id, Permission.LEND_PUMP)
    return take_request(by, organisation_id, family_id, wish)


def take_request(by: Actor, organisation_id: OrganisationId, family_id: FamilyId, wish: BundleWish) -> BundleRequestId:
    """Take the request down, for callers who have asked whether the actor may."""
    lock_family(family_id)
    if earlier := BundleRequest.objects.filter(request_key=wish.request_key, family_id=family_id).first():
        return BundleRequestId(earlier.pk)
    if is_bereaved(family_id):
        raise Refusal("bundle_in_bereavement")
    if not wish.criteria:
        raise Refusal("bundle_without_criterion")
    if wish.arrives is Arrives.OTHER_PERSON and not wish.collector.strip():
        raise Refusal("bundle_collector_missing")
    bundle = Bundle.objects.filter(pk=wish.bundle_id, organisation_id=organisation_id).first()
    if bundle is None:
        raise NotFound("bundle")
    refusal = may_ask(
        bundle.wanted(),
        born_on=_born_on(family_id, wish.baby_id),
        has_this=_has(family_id, wish),
        today=clock.today(),
    )
    if refusal:
        raise refusal
    row = _written(by, bundle, family_id, wish)
    if approved_at_once(wish.criteria, accepted_criteria(), has_room=wish.no_room is None):
        decided(by, row, S.APPROVED)
    return BundleRequestId(row.pk)


@action
def approve_bundle(*, by: Actor, request_id: BundleRequestId) -> None:
    """Let the family have the bundle; approved twice it is approved once."""
    row = locked_request(by, request_id)
    if row.state is S.APPROVED:
        return
    if row.state is not S.ASKED:
        raise Refusal("bundle_decided")
    decided(by, row, S.APPROVED)


@action
def refuse_bundle(*, by: Actor, request_id: BundleRequestId, why: WhyNot) -> None:
    """Refuse it, with the reason, which is counted."""
    row = locked_request(by, request_id)
    if row.state not in OPEN:
        raise Refusal("bundle_decided")
    if why not in REFUSALS:
        raise ValueError(f"{why}: no person refuses for this")
    decided(by, row, S.REFUSED, why)


def locked_request(by: Actor, request_id: BundleRequestId) -> BundleRequest:
    """A request to the actor's own organisation, held; NotFound for any other."""
    access.require(by, Permission.LEND_PUMP)
    found = access.visible(by, BundleRequest.objects.filter(pk=request_id)).exists()
    row = BundleRequest.objects.locked(request_id) if found else None
    if row is None:
        raise NotFound("request")
    return row


def decided(by: Actor, row: BundleRequest, state: BundleState, why: WhyNot | None = None) -> None:
    """Move the request on, with its step and its entry in the audit."""
    before, row.state, row.why = row.state, state, why or ""
    step = BundleRequestStep(request=row, state=state, why=row.why, membership_id=by.membership_id)
    entry = f"bundles.bundle_{state}"
    steps.move(by, row, step, after=before, entry=entry, family_id=FamilyId(row.family_id), why=row.why)
    row.decided_at = row.decided_at or clock.now()
    row.save()


def _written(by: Actor, bundle: Bundle, family_id: FamilyId, wish: BundleWish) -> BundleRequest:
    contact = contact_of(READER, family_id)
    row = BundleRequest.objects.create(
        organisation_id=bundle.organisation_id,
        family_id=family_id,
        baby_id=wish.baby_id,
        bundle=bundle,
        membership_id=by.membership_id,
        criteria=sorted(each.value for each in wish.criteria),
        place=wish.place,
        landlord=wish.landlord,
        has_room=wish.no_room is None,
        no_room=wish.no_room or "",
        deprivation_decile=decile_of_home(family_id),
        contact_name=contact.name if contact else "",
        contact_phone=contact.phone if contact else "",
        language=contact.reads if contact else "en",
        arrives=wish.arrives,
        collector=wish.collector.strip() if wish.arrives is Arrives.OTHER_PERSON else "",
        asked_at=clock.now(),
        request_key=wish.request_key,
    )
    step = BundleRequestStep(request=row, state=row.state, membership_id=by.membership_id)
    steps.move(by, row, step, after=None, entry="bundles.bundle_asked", family_id=family_id)
    return row


def _born_on(family_id: FamilyId, baby_id: BabyId | None) -> date | None:
    if baby_id is None:
        return None
    babies = {each.id: each.born_on for each in family_cards(READER, [family_id])[family_id].babies}
    if baby_id not in babies:
        raise NotFound("baby")
    return babies[baby_id]


def _has(family_id: FamilyId, wish: BundleWish) -> bool:
    standing = BundleRequest.objects.filter(family_id=family_id, bundle_id=wish.bundle_id, state__in=STANDS)
    to_come = standing.filter(baby_id__isnull=True)
    return (to_come if wish.baby_id is None else standing.filter(baby_id=wish.baby_id)).exists()

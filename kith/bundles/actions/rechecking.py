"""Each new temporary address starts a clock; a death or a consent that is withdrawn ends what is under way."""

from dataclasses import dataclass
from datetime import date, timedelta

from kith.bundles.actions.requesting import decided
from kith.bundles.models.requests import BundleRequest, BundleRequestQuerySet, SleepingRecheck
from kith.bundles.rules.codes import BundleState, Found, RecheckId, SleepingPlace, WhyNot
from kith.bundles.rules.places import recheck_due
from kith.bundles.settings import RECHECK_DAYS
from kith.families.actions.locking import lock_family
from kith.families.events import ConsentWithdrawn, FamilyBereaved, HomeMoved
from kith.families.queries.bereavement import is_bereaved
from kith.families.queries.cards import family_cards
from kith.families.queries.reach import may_organisation_open
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action

BY = system_actor("bundles")
SMALL = timedelta(days=731)
"""A child under two years sleeps in a cot."""


@dataclass(frozen=True)
class SeenThere:
    """What was found at the new place."""

    found: Found
    place: SleepingPlace
    cot_is_up: bool


@action
def start_recheck(event: HomeMoved) -> None:
    """Start the clock for a family with a child under two, or one to come; safe to run twice."""
    if not event.is_temporary or is_bereaved(event.family_id):
        return
    lock_family(event.family_id)
    card = family_cards(BY, [event.family_id]).get(event.family_id)
    is_small = card and any(clock.today() - each.born_on < SMALL for each in card.babies)
    if card is None or not (is_small or card.due_on):
        return
    moved_on = date.fromisoformat(event.from_on)
    row, is_new = SleepingRecheck.objects.get_or_create(
        family_id=event.family_id,
        moved_on=moved_on,
        defaults={"due_on": recheck_due(moved_on, days=RECHECK_DAYS.now)},
    )
    if is_new:
        audit.record(BY, "bundles.recheck_started", row, family_id=event.family_id)


@action
def finish_recheck(*, by: Actor, recheck_id: RecheckId, seen: SeenThere) -> None:
    """Note what was found at the new place; noted twice it is noted once."""
    access.require(by, Permission.LEND_PUMP)
    row = SleepingRecheck.objects.select_for_update().filter(pk=recheck_id).first()
    if row is None or FamilyId(row.family_id) not in family_cards(by, [FamilyId(row.family_id)]):
        raise NotFound("recheck")
    access.require(by, Permission.LEND_PUMP, family_id=FamilyId(row.family_id))
    if row.ended_at is not None:
        return
    if seen.found is Found.SAFE and not seen.cot_is_up:
        raise Refusal("recheck_cot_not_up")
    row.ended_at, row.membership_id, row.found = clock.now(), by.membership_id, seen.found
    row.place, row.cot_is_up = seen.place, seen.cot_is_up
    row.save()
    audit.record(by, "bundles.recheck_done", row, family_id=FamilyId(row.family_id), found=seen.found)


@action
def end_bundles_for_bereavement(event: FamilyBereaved) -> None:
    """End what is under way, without a word to the family. What it was given stays; its page offers to collect it."""
    lock_family(event.family_id)
    _end(BundleRequest.objects.open().filter(family_id=event.family_id), WhyNot.BEREAVED)
    for row in SleepingRecheck.objects.select_for_update().filter(family_id=event.family_id, ended_at=None):
        row.ended_at, row.why = clock.now(), WhyNot.BEREAVED
        row.save(update_fields=["ended_at", "why"])
        audit.record(BY, "bundles.recheck_ended", row, family_id=event.family_id, why=row.why)


@action
def end_bundles_without_consent(event: ConsentWithdrawn) -> None:
    """End what an organisation asked for a family whose record it may open no longer."""
    if may_organisation_open(event.organisation_id, event.family_id):
        return
    lock_family(event.family_id)
    rows = BundleRequest.objects.open().filter(family_id=event.family_id, organisation_id=event.organisation_id)
    _end(rows, WhyNot.CONSENT_WITHDRAWN)


def _end(rows: BundleRequestQuerySet, why: WhyNot) -> None:
    for row in rows.select_for_update(of=("self",)).order_by("pk"):
        decided(BY, row, BundleState.ENDED, why)

"""The rows that lists and histories of referrals are made of, always in the same few questions to the database."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kith.families.rules.codes import Purpose
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId, OrganisationId, ReceiverId, ReferralId
from kith.organisations.queries.people import MembershipCard, OrganisationCard, membership_cards, organisation_cards
from kith.platform.access.viewer import Viewer
from kith.platform.prepared import Given, Prepared
from kith.referrals.models.links import ReferralReading
from kith.referrals.models.referrals import Referral, ReferralStep
from kith.referrals.queries.particulars import agreed_names
from kith.referrals.queries.receivers import ReceiverCard, receiver_cards
from kith.referrals.rules import clocks as referral_clocks
from kith.referrals.rules.clocks import ClockKind, Urgency, time_left
from kith.referrals.rules.needs import ReferralNeed
from kith.referrals.rules.referrals import Party, ReferralReason, ReferralState


@dataclass(frozen=True)
class ReferralRow:
    """A referral in a list."""

    id: ReferralId
    family_id: FamilyId
    name: str
    need: ReferralNeed
    urgency: Urgency
    state: ReferralState
    tries: int
    receiver: OrganisationCard
    sender: OrganisationCard | None
    person: MembershipCard | None
    clock: ClockKind | None
    due_at: datetime | None
    left: timedelta | None
    is_paused: bool
    begun_at: datetime
    moved_at: datetime

    @property
    def is_late(self) -> bool:
        """Whether more time has passed than was promised."""
        return self.left is not None and self.left < timedelta() and not self.is_paused


@dataclass(frozen=True)
class ReferralStepRow:
    """One change in a referral's history."""

    number: int
    at: datetime
    state: ReferralState
    party: Party
    person: MembershipCard | None
    reason: ReferralReason | None
    note: str
    until_on: date | None
    tries: int
    offer: ReceiverCard | None
    owner: OrganisationCard | None


def rows_of(viewer: Viewer, found: Iterable[Referral]) -> dict[ReferralId, ReferralRow]:
    """The row of each of these referrals, which come with their receivers.

    A name only where the family lets the viewer's organisation know it.
    """
    rows = list(found)
    names = agreed_names(viewer, {FamilyId(row.family_id) for row in rows}, purpose=Purpose.REFERRAL)
    wanted = {row.receiver.organisation_id for row in rows} | {row.from_organisation_id for row in rows}
    organisations = organisation_cards(OrganisationId(each) for each in wanted if each)
    people = membership_cards(MembershipId(row.owner_membership_id) for row in rows if row.owner_membership_id)
    return {ReferralId(row.pk): _row(row, names, organisations, people) for row in rows}


def steps_of(rows: Collection[Referral]) -> dict[ReferralId, tuple[ReferralStepRow, ...]]:
    """The history of each of the referrals, from its beginning."""
    steps = _STEPS(referrals=[row.pk for row in rows]) if rows else []
    people = membership_cards(MembershipId(step.membership_id) for step in steps if step.membership_id)
    owners = organisation_cards(
        OrganisationId(step.owner_organisation_id) for step in steps if step.owner_organisation_id
    )
    offers = receiver_cards(ReceiverId(step.offer_id) for step in steps if step.offer_id)
    found: dict[ReferralId, list[ReferralStepRow]] = {ReferralId(row.pk): [] for row in rows}
    for step in steps:
        found[ReferralId(step.referral_id)].append(_step(step, people, owners, offers))
    return {referral_id: tuple(history) for referral_id, history in found.items()}


def readings_of(rows: Collection[Referral]) -> dict[ReferralId, tuple[datetime, ...]]:
    """When each of the referrals was read by a link, the latest first."""
    found: dict[ReferralId, list[datetime]] = {}
    for referral_id, at in _READINGS(referrals=[row.pk for row in rows]) if rows else ():
        found.setdefault(ReferralId(referral_id), []).append(at)
    return {referral_id: tuple(times) for referral_id, times in found.items()}


_STEPS = Prepared(
    lambda: ReferralStep.objects.filter(referral_id__any=Given("referrals")).order_by("referral_id", "number")
)
_READINGS = Prepared(
    lambda: (
        ReferralReading.objects.filter(link__referral_id__any=Given("referrals"))
        .order_by("-at")
        .values_list("link__referral_id", "at")
    )
)


def _row(
    row: Referral,
    names: dict[FamilyId, str],
    organisations: dict[OrganisationId, OrganisationCard],
    people: dict[MembershipId, MembershipCard],
) -> ReferralRow:
    runs, state, now = row.running, ReferralState(row.state), clock.now()
    return ReferralRow(
        id=ReferralId(row.pk),
        family_id=FamilyId(row.family_id),
        name=names.get(FamilyId(row.family_id), ""),
        need=ReferralNeed(row.need),
        urgency=Urgency(row.urgency),
        state=state,
        tries=row.tries,
        receiver=organisations[row.receiver.owner_id],
        sender=organisations[OrganisationId(row.from_organisation_id)] if row.from_organisation_id else None,
        person=people.get(MembershipId(row.owner_membership_id)) if row.owner_membership_id else None,
        clock=runs.kind if runs else None,
        due_at=row.due_at,
        left=time_left(runs, state, now=now) if runs else None,
        is_paused=bool(runs and referral_clocks.is_paused(runs, state, now=now)),
        begun_at=row.begun_at,
        moved_at=row.moved_at or row.begun_at,
    )


def _step(
    step: ReferralStep,
    people: dict[MembershipId, MembershipCard],
    owners: dict[OrganisationId, OrganisationCard],
    offers: dict[ReceiverId, ReceiverCard],
) -> ReferralStepRow:
    return ReferralStepRow(
        number=step.number,
        at=step.at,
        state=ReferralState(step.state),
        party=Party(step.party),
        person=people.get(MembershipId(step.membership_id)) if step.membership_id else None,
        reason=ReferralReason(step.reason) if step.reason else None,
        note=step.note,
        until_on=step.until_on,
        tries=step.tries,
        offer=offers.get(ReceiverId(step.offer_id)) if step.offer_id else None,
        owner=owners.get(OrganisationId(step.owner_organisation_id)) if step.owner_organisation_id else None,
    )

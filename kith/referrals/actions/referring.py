"""Referring a family, and moving a referral on."""

from dataclasses import dataclass

from kith.families.actions.consenting import give_consent, withdraw_consent
from kith.families.actions.locking import lock_family
from kith.families.queries.reach import consent_held
from kith.families.rules.codes import Purpose
from kith.families.rules.trust import HowSaid, InterpretedBy
from kith.kernel import clock
from kith.kernel.ids import FamilyId, OrganisationId, ReceiverId, ReferralId
from kith.kernel.refusal import Refusal
from kith.platform import access
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, ViewerKind, system_actor
from kith.platform.action import action
from kith.referrals.actions.steps import take_step
from kith.referrals.models.receivers import Receiver
from kith.referrals.models.referrals import Referral
from kith.referrals.rules.clocks import Urgency
from kith.referrals.rules.referrals import Move, Party, ReferralState, may_move, moves_from


@dataclass(frozen=True)
class NewReferral:
    """What a family is referred for, where to, how soon and why."""

    receiver_id: ReceiverId
    urgency: Urgency = Urgency.ROUTINE
    why: str = ""
    follows: ReferralId | None = None


@dataclass(frozen=True)
class Agreement:
    """That the parent agreed to what the receiver will see: in which language, how, with an interpreter or not."""

    language: str
    with_interpreter: bool = False
    how: HowSaid = HowSaid.NOT_NOTED


@action
def refer(*, by: Actor, family_id: FamilyId, referral: NewReferral, agreed: Agreement | None) -> ReferralId:
    """Send the family on, or keep a draft until the parent has agreed; sent twice it is one referral.

    Refused with a pointer to the open one where the family already has a referral for this need.
    """
    access.require(by, Permission.REFER, family_id=family_id)
    if by.kind is ViewerKind.PARENT and agreed is None:
        raise Refusal("referral_needs_consent")
    lock_family(family_id)
    receiver = receiver_that_takes(referral.receiver_id)
    before = Referral.objects.open().filter(family_id=family_id, need=receiver.need).first()
    if before and (before.receiver_id, before.from_membership_id) == (receiver.pk, by.membership_id):
        return ReferralId(before.pk)
    if before:
        raise Refusal("referral_open_already", referral_id=before.pk)
    row = begin(receiver, referral, family_id=family_id, sender=(_organisation_of(by), by.membership_id))
    if agreed is None:
        take_step(by, row, Move(ReferralState.DRAFT), party=Party.REFERRER)
    else:
        note_agreement(by, row.receiver, agreed, family_id=family_id)
        party = Party.PARENT if row.is_self else Party.REFERRER
        take_step(by, row, Move(ReferralState.SENT), party=party)
    return ReferralId(row.pk)


@action
def move_referral(
    *, by: Actor, referral_id: ReferralId, move: Move, seen: int | None = None, agreed: Agreement | None = None
) -> ReferralState:
    """Move the referral on; ``seen`` is the step the mover had before her, so that the same click twice is one move."""
    row = locked_referral(by, referral_id)
    parties = row.parties(by)
    if not parties:
        raise Forbidden(Permission.ANSWER_REFERRAL.value)
    if seen is not None and row.step_count != seen:
        return _already(row, move, by)
    if refusal := may_move(row.facts(), move, parties=parties, today=clock.today()):
        raise refusal
    if move.to is ReferralState.SENT:
        note_agreement(by, row.receiver, agreed, family_id=FamilyId(row.family_id))
    take_step(by, row, move, party=_acting(parties, row, move))
    if move.to is ReferralState.TRANSFERRED:
        _send_elsewhere(row, move, by=by, agreed=agreed)
    if move.to is ReferralState.WITHDRAWN:
        _end_consent(row, by)
    return ReferralState(row.state)


def locked_referral(by: Actor, referral_id: ReferralId) -> Referral:
    """The referral, if the actor may see it, with its family locked; NotFound otherwise."""
    found = access.visible(by, Referral.objects.filter(pk=referral_id)).values_list("family_id", flat=True).first()
    if found is None:
        raise NotFound("referral")
    lock_family(FamilyId(found))
    return Referral.objects.select_related("receiver").get(pk=referral_id)


def receiver_that_takes(receiver_id: ReceiverId) -> Receiver:
    """The receiver, if it takes referrals today."""
    receiver = Receiver.objects.filter(pk=receiver_id).first()
    if receiver is None:
        raise NotFound("receiver")
    if receiver.closed_until and receiver.closed_until > clock.today():
        raise Refusal("receiver_closed", offer="another_receiver", until=receiver.closed_until)
    return receiver


def begin(
    receiver: Receiver, referral: NewReferral, *, family_id: FamilyId, sender: tuple[int | None, int | None]
) -> Referral:
    """A referral that still wants its first step."""
    organisation_id, membership_id = sender
    return Referral.objects.create(
        family_id=family_id,
        receiver=receiver,
        need=receiver.need,
        urgency=referral.urgency,
        why=referral.why.strip(),
        from_organisation_id=organisation_id,
        from_membership_id=membership_id,
        follows_id=referral.follows,
        owner_organisation_id=organisation_id or receiver.organisation_id,
        begun_at=clock.now(),
    )


def note_agreement(by: Actor, receiver: Receiver, agreed: Agreement | None, *, family_id: FamilyId) -> None:
    """Write the parent's word down where she has just given it; Refusal where there is none for this receiver."""
    if agreed:
        give_consent(
            by=by,
            family_id=family_id,
            organisation_id=receiver.owner_id,
            purpose=Purpose.REFERRAL,
            language=agreed.language,
            how=agreed.how,
            interpreted_by=InterpretedBy.INTERPRETER if agreed.with_interpreter else InterpretedBy.NOBODY,
        )
    elif consent_held(family_id, receiver.owner_id, Purpose.REFERRAL) is None:
        raise Refusal("referral_needs_consent")


def _send_elsewhere(row: Referral, move: Move, *, by: Actor, agreed: Agreement | None) -> None:
    """A new referral to the other receiver, from the same sender, so that its outcome comes back to her."""
    assert move.receiver_id is not None
    receiver, family_id = receiver_that_takes(move.receiver_id), FamilyId(row.family_id)
    if Referral.objects.open().filter(family_id=family_id, need=receiver.need).exists():
        raise Refusal("referral_open_already")
    note_agreement(by, receiver, agreed, family_id=family_id)
    wish = NewReferral(move.receiver_id, Urgency(row.urgency), row.why, ReferralId(row.pk))
    sender = (row.from_organisation_id, row.from_membership_id)
    following = begin(receiver, wish, family_id=family_id, sender=sender)
    take_step(by, following, Move(ReferralState.SENT), party=_acting(row.parties(by), row, move))


def _end_consent(row: Referral, by: Actor) -> None:
    """With the last referral to an organisation ends what it may see for referrals."""
    family_id, organisation_id = FamilyId(row.family_id), row.receiver.owner_id
    open_ones = Referral.objects.open().filter(family_id=family_id, receiver__organisation_id=organisation_id)
    consent_id = consent_held(family_id, organisation_id, Purpose.REFERRAL)
    if consent_id and not open_ones.exists():
        ender = by if by.kind is ViewerKind.PARENT else system_actor("referrals.referrals")
        withdraw_consent(by=ender, family_id=family_id, consent_id=consent_id)


def _acting(parties: frozenset[Party], row: Referral, move: Move) -> Party:
    """As which end she moves it, where she is of both."""
    for party in (Party.RECEIVER, Party.REFERRER):
        if party in parties and move.to in moves_from(row.facts(), frozenset({party})):
            return party
    return next(iter(sorted(parties)))


def _already(row: Referral, move: Move, by: Actor) -> ReferralState:
    last = row.steps.order_by("-number").first()
    if last and (last.state, last.reason, last.membership_id) == (move.to, move.reason or "", by.membership_id):
        return ReferralState(row.state)
    raise Refusal("referral_moved_on", state=row.state)


def _organisation_of(by: Actor) -> OrganisationId | None:
    return next(iter(by.organisation_ids), None) if by.membership_id else None

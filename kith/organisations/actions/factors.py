"""Taking a lost second factor away: one administrator asks for it, another one does it."""

from allauth.mfa.models import Authenticator

from kith.kernel import clock
from kith.kernel.ids import MembershipId, OrganisationId
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.organisations.actions.people import administered
from kith.organisations.models import FactorReset, Membership
from kith.organisations.rules import FactorResetId, FactorResetState, may_act_on, may_confirm_reset
from kith.organisations.scope import require_administering
from kith.platform import audit
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.sign_in import sending
from kith.platform.sign_in.accounts import end_sessions


@action
def ask_factor_reset(*, by: Actor, membership_id: MembershipId, reason: str) -> FactorResetId:
    """Ask that a person's second factor be taken away, and tell the person; nothing changes yet."""
    row = administered(by, membership_id)
    if refusal := may_act_on(membership_id, by=by.membership_id):
        raise refusal
    now, waiting = clock.now(), FactorReset.objects.filter(membership=row, state=FactorResetState.WAITING)
    if waiting.waiting().exists():
        raise Refusal("factor_reset_asked_already")
    waiting.update(state=FactorResetState.LAPSED, settled_at=now)
    reset = FactorReset.objects.create(
        membership=row,
        organisation_id=row.organisation_id,
        asked_by_id=by.membership_id,
        reason=reason.strip(),
        asked_at=now,
    )
    audit.record(by, "organisations.factor_reset_asked", reset, membership_id=membership_id)
    _tell(row, FactorResetState.WAITING, row)
    return FactorResetId(reset.pk)


@action
def confirm_factor_reset(*, by: Actor, reset_id: FactorResetId) -> None:
    """Take the second factor away and end every session; the person and the one who asked are told."""
    reset = _locked(by, reset_id)
    if refusal := may_confirm_reset(reset.facts, by=by.membership_id, now=clock.now()):
        raise refusal
    person = administered(by, MembershipId(reset.membership_id))
    Authenticator.objects.filter(user_id=person.account_id).delete()
    end_sessions(person.account)
    _settle(by, reset, FactorResetState.DONE)
    for told in (person, reset.asked_by):
        if told:
            _tell(told, FactorResetState.DONE, person)


@action
def withdraw_factor_reset(*, by: Actor, reset_id: FactorResetId) -> None:
    """Take the request back; each administrator of the organisation may."""
    reset = _locked(by, reset_id)
    if reset.state is not FactorResetState.WAITING:
        raise Refusal("factor_reset_over")
    _settle(by, reset, FactorResetState.WITHDRAWN)


def _settle(by: Actor, reset: FactorReset, state: FactorResetState) -> None:
    reset.state, reset.settled_by_id, reset.settled_at = state, by.membership_id, clock.now()
    reset.save(update_fields=["state", "settled_by", "settled_at"])
    audit.record(by, f"organisations.factor_reset_{state}", reset, membership_id=reset.membership_id)


def _locked(by: Actor, reset_id: FactorResetId) -> FactorReset:
    reset = FactorReset.objects.select_for_update(no_key=True).filter(pk=reset_id).first()
    if reset is None:
        raise NotFound("factor reset")
    require_administering(by, OrganisationId(reset.organisation_id))
    return reset


def _tell(to: Membership, state: FactorResetState, person: Membership) -> None:
    if to.account.email:
        facts = {"state": state.value, "name": person.name}
        sending.send(sending.Letter("factor_reset", ENGLISH.code, "", to_email=to.account.email, facts=facts))

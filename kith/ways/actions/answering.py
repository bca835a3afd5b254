"""The answer to a proposed change: by the old way's link, by a second person at the desk, or by time."""

from kith.kernel import clock
from kith.kernel.ids import WayProposalId
from kith.kernel.private_links import may_try_code
from kith.kernel.refusal import Refusal
from kith.kernel.ways import MOST_CODES, Proof, ProposalState, may_be_second
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, ViewerKind
from kith.platform.action import action
from kith.platform.private_links import digest, is_right
from kith.ways.actions.settling import settle
from kith.ways.actions.telling import code_of, send_code, tell_all
from kith.ways.kinds import Holder, WayChanged, WayKind, close_keys, kind_of
from kith.ways.models import PAGE, WayProposal

Held = tuple[WayProposal, WayKind, Holder | None]


@action
def confirm_way_by_link(*, by: Actor, token: str, code: str) -> Refusal | None:
    """Let the change take effect: the old way says yes, and the code shows that the new one is read.

    A refusal is returned, not raised: a wrong code stays counted, and a proposal that was overtaken stays settled.
    """
    access.require(by, Permission.ANSWER_BY_LINK)
    return _take_effect(by, _behind(token), code, Proof.OLD_WAY, "")


@action
def refuse_way_by_link(*, by: Actor, token: str) -> None:
    """End the proposal: the old way says no. Those who answer for it at work are alarmed."""
    access.require(by, Permission.ANSWER_BY_LINK)
    row, _, there = _behind(token)
    settle(by, row, ProposalState.REFUSED, family_id=there.family_id if there else None)


@action
def send_way_code(*, by: Actor, token: str) -> None:
    """Send the new way another code; raises Refusal where too many have gone out."""
    access.require(by, Permission.ANSWER_BY_LINK)
    row, _, there = _behind(token)
    if not row.new or row.code_count >= MOST_CODES:
        raise Refusal("way_codes_spent")
    send_code(row)
    audit.record(by, "ways.way_code_sent", row, family_id=there.family_id if there else None)


@action
def confirm_way_as_second(*, by: Actor, proposal_id: WayProposalId, code: str, reason: str) -> Refusal | None:
    """Let the change take effect in the old way's stead: a second person of the same organisation says why.

    Raises Refusal where this person cannot be the second; what the code decides is returned, so that it stays counted.
    """
    held = _at_desk(by, proposal_id)
    if refusal := may_be_second(held[0].facts, membership_id=by.membership_id, reason=reason):
        raise refusal
    return _take_effect(by, held, code, Proof.SECOND_PERSON, reason)


@action
def withdraw_way(*, by: Actor, proposal_id: WayProposalId) -> None:
    """Take the proposal back; the way stays as it was."""
    row, _, there = _at_desk(by, proposal_id)
    settle(by, row, ProposalState.WITHDRAWN, family_id=there.family_id if there else None)


@action
def lapse_ways(*, by: Actor) -> int:
    """Let proposals that waited too long lapse, and say how many. Safe to run twice."""
    access.require(by, Permission.ADMINISTER)
    rows = list(WayProposal.objects.lapsed().select_for_update(skip_locked=True).order_by("pk"))
    for row in rows:
        there = kind_of(row.kind).find([row.subject_id], False).get(row.subject_id)
        settle(by, row, ProposalState.LAPSED, family_id=there.family_id if there else None)
    return len(rows)


def _behind(token: str) -> Held:
    """The proposal behind the old way's link, while it can be answered."""
    return _held(WayProposal.objects.filter(token_digest=digest(token, PAGE)).first())


def _at_desk(by: Actor, proposal_id: WayProposalId) -> Held:
    """The proposal of the actor's own organisation, about a row that the actor may still change."""
    row = WayProposal.objects.filter(pk=proposal_id).first()
    is_own = row and (by.kind is ViewerKind.SYSTEM or row.organisation_id in by.organisation_ids)
    if row is None or not is_own or not kind_of(row.kind).may_change(by, row.subject_id):
        raise NotFound("way proposal")
    return _held(row)


def _held(found: WayProposal | None) -> Held:
    """The proposal and whose way it is, locked in the order in which proposing locks them; NotFound once settled."""
    if found is None:
        raise NotFound("way proposal")
    of = kind_of(found.kind)
    there = of.find([found.subject_id], True).get(found.subject_id)
    row = WayProposal.objects.select_for_update().get(pk=found.pk)
    if not row.facts.is_open(clock.now()):
        raise NotFound("way proposal")
    return row, of, there


def _take_effect(by: Actor, held: Held, code: str, proof: Proof, reason: str) -> Refusal | None:
    row, of, there = held
    if there is None or there.ways.of(row.way) != row.old:
        settle(by, row, ProposalState.OVERTAKEN, family_id=there.family_id if there else None)
        return Refusal("way_changed_meanwhile")
    if row.new and (refusal := _try(by, row, code)):
        return refusal
    after = there.ways.with_way(row.way, row.new)
    if refusal := of.fault(row.subject_id, after):
        return refusal
    changed = WayChanged(row.subject_id, row.way, row.old, row.new, after, there.family_id)
    of.write(by, changed)
    close_keys(by, of, changed)
    tell_all(there.ways, after, row)
    settle(by, row, ProposalState.CHANGED, family_id=there.family_id, proof=proof, reason=reason)
    return None


def _try(by: Actor, row: WayProposal, code: str) -> Refusal | None:
    """Why the code does not show that the new way is read, or None if it does; a wrong one is counted."""
    if refusal := may_try_code(row.code, now=clock.now()):
        return refusal
    if is_right(code, row.code_digest, code_of(row)):
        return None
    row.wrong_count += 1
    row.save(update_fields=["wrong_count"])
    audit.record(by, "ways.way_code_wrong", row)
    return Refusal("code_wrong")

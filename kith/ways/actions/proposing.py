"""Proposing that a way becomes another."""

from kith.kernel import clock
from kith.kernel.ids import OrganisationId, WayProposalId
from kith.kernel.refusal import Refusal
from kith.kernel.ways import ProposalState, WayChange, Ways, changes, mostly_hidden, who_confirms
from kith.platform import audit, steps
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.private_links import address, digest, new_token
from kith.ways.actions.settling import announce, settle
from kith.ways.actions.telling import send_code, write_to
from kith.ways.kinds import Holder, WayChanged, WayKind, kind_of
from kith.ways.models import PAGE, WAITING, WayProposal, WayProposalStep


@action
def change_ways(*, by: Actor, kind: str, key: str, phone: str, email: str) -> list[WayProposalId]:
    """Propose each way that differs from what stands, and ask the old one; returns what waits for its word.

    Nothing is changed until then, but for the first ways of one who had none: nothing was ever sent elsewhere. NotFound
    where the row is not the actor's organisation's.
    """
    of = kind_of(kind)
    there = of.holder(by, key, lock=True)
    wanted = [each for each in changes(there.ways, phone=phone, email=email) if each.way in of.ways]
    if wanted and (refusal := of.fault(key, Ways(phone, email, there.ways.unsafe))):
        raise refusal
    if there.ways.is_empty:
        for each in wanted:
            there = _write_first(by, of, key, there, each)
        return []
    return [_propose(by, of, key, there, each) for each in wanted]


def waits_already(kind: str, key: str) -> bool:
    """Whether a change of one of the ways behind this key is proposed already."""
    return WayProposal.objects.waiting().filter(kind=kind, subject_id=key).exists()


def _write_first(by: Actor, of: WayKind, key: str, there: Holder, change: WayChange) -> Holder:
    after = Holder(there.name, there.ways.with_way(change.way, change.new), there.language, there.family_id)
    of.write(by, WayChanged(key, change.way, "", change.new, after.ways, there.family_id, is_first=True))
    about = {"kind": of.code, "key": key, "way": change.way}
    audit.record(by, "ways.first_way_written", WayProposal(), family_id=there.family_id, **about)
    return after


def _propose(by: Actor, of: WayKind, key: str, there: Holder, change: WayChange) -> WayProposalId:
    if earlier := _earlier(by, of, key, there, change):
        return earlier
    token, asked = new_token(), who_confirms(there.ways, change.way)
    row = WayProposal.objects.create(
        kind=of.code,
        subject_id=key,
        organisation_id=_organisation(by),
        way=change.way,
        old=change.old,
        new=change.new,
        asked=asked[1] if asked else "",
        language=there.language,
        token_digest=digest(token, PAGE) if asked else "",
        proposed_by_id=by.membership_id,
        proposed_at=clock.now(),
    )
    step = WayProposalStep(proposal=row, state=ProposalState.WAITING, membership_id=by.membership_id)
    about = {"kind": of.code, "key": key, "way": change.way}
    steps.move(by, row, step, after=None, entry="ways.way_proposed", family_id=there.family_id, **about)
    announce(by, row, there.family_id)
    if asked:
        link = address("answer-way", token, there.language)
        write_to(*asked, "way_asked", there.language, way=change.way, to=mostly_hidden(change.new), link=link)
    if change.new:
        send_code(row)
    return WayProposalId(row.pk)


def _earlier(by: Actor, of: WayKind, key: str, there: Holder, change: WayChange) -> WayProposalId | None:
    """The same proposal, if it waits already; another one for this way has to be withdrawn first."""
    same_way = WayProposal.objects.filter(WAITING, kind=of.code, subject_id=key, way=change.way)
    row = same_way.select_for_update().first()
    if row is None:
        return None
    if row.facts.has_lapsed(clock.now()) or row.old != change.old:
        over = ProposalState.LAPSED if row.old == change.old else ProposalState.OVERTAKEN
        settle(by, row, over, family_id=there.family_id)
        return None
    if row.new != change.new:
        raise Refusal("way_waits_already")
    return WayProposalId(row.pk)


def _organisation(by: Actor) -> OrganisationId | None:
    return min(by.organisation_ids, default=None)

"""How supporters and matches come from one state to the next, with their steps; and who acts."""

from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId
from kith.peers.models.companions import checks_of
from kith.peers.models.courses import MeetingAttendance
from kith.peers.models.matching import PeerMatch, PeerMatchStep
from kith.peers.models.supporters import PeerSupporter, PeerSupporterStep
from kith.peers.rules.codes import MatchState, PeerSkill, SupporterId, SupporterState, WhyChanged
from kith.peers.rules.path import Proofs
from kith.platform import access, steps
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor


def person(by: Actor) -> MembershipId:
    """The membership of the person who acts; Forbidden for all others: here each act has a person's name."""
    if by.membership_id is None:
        raise Forbidden("supporter")
    return by.membership_id


def locked_supporter(by: Actor, supporter_id: SupporterId) -> PeerSupporter:
    """The supporter, locked, for those who look after supporters."""
    access.require(by, Permission.MANAGE_PEERS)
    if (row := PeerSupporter.objects.locked(supporter_id)) is None:
        raise NotFound("supporter")
    return row


def proofs_of(row: PeerSupporter) -> Proofs:
    """What the supporter has shown so far, on the course they are on now."""
    came = MeetingAttendance.objects.filter(supporter=row, meeting__course_id=row.course_id)
    return Proofs(
        weeks=frozenset(came.values_list("meeting__week", flat=True)),
        skills=frozenset(PeerSkill(each) for each in row.competences.values_list("skill", flat=True)),
        good_references=row.references.filter(is_good=True).count(),
        check=checks_of([row.pk]).get(row.pk),
        is_at_work=row.membership_id is not None,
    )


def begin(by: Actor, row: PeerSupporter) -> None:
    """Write the first step of a new supporter."""
    _step(by, row, after=None)


def come_to(by: Actor, row: PeerSupporter, state: SupporterState) -> None:
    """Bring a locked supporter to this state, and save the row."""
    after = SupporterState(row.state)
    row.state = state
    row.save()
    _step(by, row, after=after)


def begin_match(by: Actor, row: PeerMatch) -> None:
    """Write the first step of a new match."""
    _match_step(by, row, "", after=None)


def bring_match(by: Actor, row: PeerMatch, state: MatchState, why: WhyChanged) -> None:
    """Bring a match to this state for this reason."""
    after = MatchState(row.state)
    row.state = state
    row.ended_at = clock.now() if state is MatchState.ENDED else None
    row.save(update_fields=["state", "ended_at"])
    _match_step(by, row, why, after=after)


def _step(by: Actor, row: PeerSupporter, *, after: SupporterState | None) -> None:
    step = PeerSupporterStep(supporter=row, state=row.state, membership_id=by.membership_id)
    steps.move(by, row, step, after=after, entry=f"peers.supporter_{row.state}")


def _match_step(by: Actor, row: PeerMatch, why: WhyChanged | str, *, after: MatchState | None) -> None:
    step = PeerMatchStep(match=row, state=row.state, why=why, membership_id=by.membership_id)
    steps.move(by, row, step, after=after, entry=f"peers.match_{row.state}", family_id=FamilyId(row.family_id))

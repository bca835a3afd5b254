"""The actions of peers, each prepared first and done once."""

from collections.abc import Callable
from datetime import timedelta

from kith.families.actions.consenting import withdraw_consent
from kith.families.events import ConsentWithdrawn, FamilyBereaved
from kith.kernel import clock
from kith.kernel.ids import BereavementId, ConsentId, FamilyId, MembershipId, new_uuid
from kith.organisations.actions.people import end_membership
from kith.organisations.events import MembershipEnded
from kith.organisations.rules import Role
from kith.peers.actions import (
    courses,
    ending,
    interest,
    matching,
    path,
    pausing,
    proving,
    supervising,
    supporting,
    wishing,
)
from kith.peers.models.courses import CourseMeeting
from kith.peers.models.matching import PeerMatch
from kith.peers.models.proofs import PeerCheck
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.codes import (
    CheckId,
    CheckLevel,
    CheckState,
    ChildWork,
    MatchId,
    MeetingId,
    PeerSkill,
    SupporterId,
    SupporterState,
)
from kith.peers.rules.matching import USUAL_WEIGHTS
from kith.peers.rules.path import Contact
from kith.peers.rules.supporting import HowItWent, HowTalked, NewCost, PaidState, PeerCost
from kith.peers.tests.world import ROMANIAN, Peers, later
from kith.platform.access.viewer import ANONYMOUS, Viewer
from testing.people import worker
from testing.rows import Consent
from tests.access.alliance_ids import member
from tests.access.peer_ids import BY, WISH
from tests.access.world import World

Act = Callable[[], object]


def _interested() -> object:
    contact = Contact("Ana", "ana@example.org", "", "ro")
    return interest.say_interest(by=ANONYMOUS, contact=contact, request_key=new_uuid())


def _applies() -> Act:
    token, said = Peers().interested().token, interest.Application(ROMANIAN, "", "")
    return lambda: interest.apply_as_peer(by=ANONYMOUS, token=token, said=said)


def _interviewed() -> Act:
    peers = Peers()
    supporter_id = peers.applied()
    return lambda: path.note_interview(by=peers.lead, supporter_id=supporter_id, words="Warm")


def _placed() -> Act:
    peers = Peers()
    supporter_id, course_id = peers.on_course(), peers.course()
    return lambda: path.put_on_course(by=peers.lead, supporter_id=supporter_id, course_id=course_id)


def _moved() -> Act:
    peers = Peers()
    supporter_id = peers.ready()
    return lambda: path.move_supporter(by=peers.lead, supporter_id=supporter_id, state=SupporterState.ACTIVE)


def _at_work() -> Act:
    peers = Peers()
    who, member_id = peers.applied(), MembershipId(worker(Role.PEER_SUPPORTER, at=peers.charity).membership_id or 0)
    return lambda: path.set_at_work(by=peers.lead, supporter_id=who, membership_id=member_id, places=2)


def _vouched() -> Act:
    peers = Peers()
    supporter_id = peers.applied()
    return lambda: peers.vouch(supporter_id, 1)


def _decides() -> Act:
    peers = Peers()
    supporter_id, new = peers.applied(), proving.Decision(ChildWork.TALKS, CheckLevel.NONE, "Talks alone")
    return lambda: proving.decide_check(by=peers.lead, supporter_id=supporter_id, decision=new, request_key=new_uuid())


def _answers() -> Act:
    peers = Peers()
    supporter_id = peers.active()
    check_id = CheckId(PeerCheck.objects.get(supporter_id=supporter_id).pk)
    today = clock.today()
    return lambda: proving.answer_check(by=peers.lead, check_id=check_id, state=CheckState.BARRED, on=today)


def _signs() -> Act:
    peers = Peers()
    who, seen_on = peers.on_course(), clock.today()
    return lambda: proving.sign_peer_skill(
        by=peers.lead, supporter_id=who, skill=PeerSkill.LISTENS, observed_on=seen_on
    )


def _plans() -> Act:
    peers = Peers()
    return peers.course


def _makes_up() -> Act:
    peers = Peers()
    course_id, today = peers.course(), clock.today()
    return lambda: courses.add_make_up(by=peers.lead, course_id=course_id, week=2, held_on=today)


def _met() -> Act:
    peers = Peers()
    supporter_id = peers.on_course()
    course_id = PeerSupporter.objects.get(pk=supporter_id).course_id
    meeting_id = MeetingId(CourseMeeting.objects.filter(course_id=course_id).order_by("pk")[0].pk)
    return lambda: courses.note_who_met(by=peers.lead, meeting_id=meeting_id, came=[supporter_id])


def _family(world: World) -> FamilyId:
    return world.families["own"].id


def _asks(world: World) -> Act:
    return lambda: wishing.ask_for_peer(by=BY, family_id=_family(world), wish=WISH)


def _chooses(world: World) -> Act:
    wishing.ask_for_peer(by=BY, family_id=_family(world), wish=WISH)
    supporter_id = Peers().active()
    return lambda: matching.choose_peer(by=BY, family_id=_family(world), supporter_id=supporter_id)


def _by_hand(world: World) -> Act:
    peers, wish_id = Peers(), wishing.ask_for_peer(by=BY, family_id=_family(world), wish=WISH)
    supporter_id = peers.active()
    return lambda: matching.match_by_hand(by=peers.lead, wish_id=wish_id, supporter_id=supporter_id)


def _matched(world: World) -> PeerSupporter:
    peers = Peers()
    wishing.ask_for_peer(by=BY, family_id=_family(world), wish=WISH)
    supporter_id = peers.active()
    matching.choose_peer(by=BY, family_id=_family(world), supporter_id=supporter_id)
    return PeerSupporter.objects.get(pk=supporter_id)


def _no(world: World) -> Act:
    supporter_id = Peers().active()
    return lambda: wishing.say_no_to_peer(by=BY, family_id=_family(world), supporter_id=supporter_id)


def _changes(world: World) -> Act:
    _matched(world)
    return lambda: wishing.change_peer(by=BY, family_id=_family(world))


def _ends(world: World) -> Act:
    _matched(world)
    return lambda: wishing.end_peer_wish(by=BY, family_id=_family(world))


def _writes(world: World) -> Act:
    peers = Peers()
    peers.active()
    wishing.ask_for_peer(by=BY, family_id=_family(world), wish=WISH)
    return lambda: matching.write_to_waiting(by=peers.lead)


def _pauses(world: World) -> Act:
    _matched(world)

    def act() -> object:
        with later(2000):
            return pausing.pause_unchecked(by=BY)

    return act


def _mourns(world: World) -> Act:
    _matched(world)
    event = FamilyBereaved(_family(world), BereavementId(1), member("midwife"), clock.today() + timedelta(days=1))
    return lambda: ending.rest_for_death(event)


def _unlets(world: World) -> Act:
    row = _matched(world)
    consent = Consent.objects.filter(family_id=_family(world), purpose="peer_support").order_by("-pk")[0]
    withdraw_consent(by=BY, family_id=_family(world), consent_id=ConsentId(consent.pk))
    assert row.membership
    event = ConsentWithdrawn(_family(world), row.membership.organisation_id, "peer_support")
    return lambda: ending.end_matches_without_consent(event)


def _leaves(world: World) -> Act:
    leaver = MembershipId(_matched(world).membership_id or 0)
    end_membership(by=BY, membership_id=leaver, until_on=clock.today())
    return lambda: ending.end_leavers_matches(MembershipEnded(leaver))


def _weighs() -> Act:
    peers = Peers()
    return lambda: matching.set_match_weights(by=peers.lead, given={**USUAL_WEIGHTS, "area": 77})


def _own() -> tuple[Peers, Viewer]:
    peers = Peers()
    return peers, peers.viewer(peers.active())


def _logs(world: World) -> Act:
    row = _matched(world)
    match_id = MatchId(PeerMatch.objects.get(supporter=row).pk)
    new = supporting.NewLog(HowTalked.CALL, 30, HowItWent.WELL)
    own = Peers().viewer(SupporterId(row.pk))
    return lambda: supporting.log_contact(by=own, match_id=match_id, new=new, request_key=new_uuid())


def _calls() -> Act:
    own = _own()[1]
    return lambda: supporting.ask_for_help(by=own)


def _helps() -> Act:
    peers, own = _own()
    call_id = supporting.ask_for_help(by=own)
    return lambda: supporting.answer_help(by=peers.lead, call_id=call_id)


def _calls_again() -> Act:
    supporting.ask_for_help(by=_own()[1])

    def act() -> object:
        with later(1):
            return supporting.call_again(by=BY)

    return act


def _away() -> Act:
    own, today = _own()[1], clock.today()
    return lambda: supporting.note_days_away(by=own, from_on=today, until_on=today + timedelta(days=3))


def _claims() -> Act:
    own, cost = _own()[1], NewCost(PeerCost.MILEAGE, clock.today(), miles=8)
    return lambda: supporting.claim_cost(by=own, cost=cost, request_key=new_uuid())


def _approves() -> Act:
    peers, own = _own()
    cost = NewCost(PeerCost.MILEAGE, clock.today(), miles=8)
    expense_id = supporting.claim_cost(by=own, cost=cost, request_key=new_uuid())
    return lambda: supporting.decide_cost(by=peers.lead, expense_id=expense_id, state=PaidState.APPROVED)


def _supervised() -> Act:
    peers = Peers()
    who, supervisor = peers.active(), MembershipId(peers.lead.membership_id or 0)
    return lambda: supervising.set_supervisor(by=peers.lead, supporter_id=who, supervisor=supervisor)


def _supervises() -> Act:
    peers = Peers()
    supporter_id, today = peers.active(), clock.today()
    new = supervising.NewSupervision(today, today + timedelta(days=28), "It goes well")
    return lambda: supervising.note_supervision(
        by=peers.lead, supporter_id=supporter_id, new=new, request_key=new_uuid()
    )


PEER_ACTS: dict[str, Callable[[World], Act]] = {
    "peers.say_interest": lambda _world: _interested,
    "peers.apply_as_peer": lambda _world: _applies(),
    "peers.note_interview": lambda _world: _interviewed(),
    "peers.put_on_course": lambda _world: _placed(),
    "peers.move_supporter": lambda _world: _moved(),
    "peers.set_at_work": lambda _world: _at_work(),
    "peers.note_reference": lambda _world: _vouched(),
    "peers.decide_check": lambda _world: _decides(),
    "peers.answer_check": lambda _world: _answers(),
    "peers.sign_peer_skill": lambda _world: _signs(),
    "peers.plan_peer_course": lambda _world: _plans(),
    "peers.add_make_up": lambda _world: _makes_up(),
    "peers.note_who_met": lambda _world: _met(),
    "peers.ask_for_peer": _asks,
    "peers.choose_peer": _chooses,
    "peers.match_by_hand": _by_hand,
    "peers.say_no_to_peer": _no,
    "peers.change_peer": _changes,
    "peers.end_peer_wish": _ends,
    "peers.write_to_waiting": _writes,
    "peers.set_match_weights": lambda _world: _weighs(),
    "peers.pause_unchecked": _pauses,
    "peers.rest_for_death": _mourns,
    "peers.end_matches_without_consent": _unlets,
    "peers.end_leavers_matches": _leaves,
    "peers.log_contact": _logs,
    "peers.ask_for_help": lambda _world: _calls(),
    "peers.answer_help": lambda _world: _helps(),
    "peers.call_again": lambda _world: _calls_again(),
    "peers.note_days_away": lambda _world: _away(),
    "peers.claim_cost": lambda _world: _claims(),
    "peers.decide_cost": lambda _world: _approves(),
    "peers.set_supervisor": lambda _world: _supervised(),
    "peers.note_supervision": lambda _world: _supervises(),
    "peers.send_digest": lambda _world: lambda: supervising.send_digest(by=BY),
}

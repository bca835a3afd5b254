"""A parent becomes a supporter step by step; a mother finds one, and keeps the choice."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from kith.education.queries.trained import may_do
from kith.families.actions.consenting import withdraw_consent
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId, new_uuid
from kith.kernel.refusal import Refusal
from kith.kernel.training import Training
from kith.organisations.rules import Role
from kith.peers.actions import courses, interest, matching, path, pausing, proving, wishing
from kith.peers.models.courses import MeetingAttendance
from kith.peers.models.matching import PeerMatch, PeerWish
from kith.peers.models.proofs import PeerCheck, PeerCompetence
from kith.peers.models.supporters import PeerSupporter
from kith.peers.queries.courses import course
from kith.peers.queries.matching import my_supporter, week_plan
from kith.peers.queries.supporters import supporter
from kith.peers.rules.codes import (
    CheckId,
    CheckLevel,
    CheckState,
    ChildWork,
    Gender,
    PeerSkill,
    SupporterId,
    SupporterState,
    WishId,
)
from kith.peers.rules.matching import Offered, Wish
from kith.peers.rules.path import Contact
from kith.peers.tests.world import ROMANIAN, Peers, later
from kith.platform.access.viewer import ANONYMOUS, Viewer
from testing.people import KITH, a_family, parent_of, worker
from testing.rows import Consent, Message

pytestmark = pytest.mark.django_db
S = SupporterState
IN_ROMANIAN = Wish(must=frozenset({"language:ro"}))


@pytest.fixture
def peers() -> Peers:
    return Peers()


@pytest.fixture
def mother() -> Viewer:
    return parent_of(a_family(speaks="ro", reads="ro", phone="+447700900123"))[1]


def family_of(mother: Viewer) -> FamilyId:
    return min(mother.family_ids)


def asked(mother: Viewer, wish: Wish = IN_ROMANIAN) -> WishId:
    return wishing.ask_for_peer(by=mother, family_id=family_of(mother), wish=wish)


def matched(peers: Peers, mother: Viewer) -> SupporterId:
    supporter_id = peers.active()
    asked(mother)
    matching.choose_peer(by=mother, family_id=family_of(mother), supporter_id=supporter_id)
    return supporter_id


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as found, transaction.atomic():
        act()
    return str(found.value.code)


def state_of(supporter_id: SupporterId) -> str:
    return str(PeerSupporter.objects.get(pk=supporter_id).state)


def told() -> list[str]:
    return sorted(Message.objects.filter(kind__startswith="peer_").values_list("kind", flat=True))


def test_a_second_application_is_refused_and_a_second_interest_tells_a_stranger_nothing(peers):
    row = peers.interested()
    said = interest.Application(ROMANIAN, "", "")
    interest.apply_as_peer(by=ANONYMOUS, token=row.token, said=said)
    assert refused(lambda: interest.apply_as_peer(by=ANONYMOUS, token=row.token, said=said)) == "peer_applied_already"
    again = Contact("Another", row.email, "", "en")
    interest.say_interest(by=ANONYMOUS, contact=again, request_key=new_uuid())
    assert PeerSupporter.objects.count() == 1


def test_a_missed_week_is_made_up_at_another_meeting(peers):
    supporter_id = peers.on_course()
    peers.attend(supporter_id, 1, 2, 3, 5, 6)
    peers.sign(supporter_id)
    go = {"by": peers.lead, "supporter_id": supporter_id, "state": S.INDUCTION}
    assert refused(lambda: path.move_supporter(**go)) == "peer_weeks_missing"
    course_id = PeerSupporter.objects.get(pk=supporter_id).course_id
    (row,) = course(peers.lead, course_id).learners
    assert row.to_make_up == (4,)
    meeting_id = courses.add_make_up(by=peers.lead, course_id=course_id, week=4, held_on=clock.today())
    courses.note_who_met(by=peers.lead, meeting_id=meeting_id, came=[supporter_id])
    path.move_supporter(**go)
    assert state_of(supporter_id) == "induction"


def test_who_came_is_not_known_before_the_day_and_only_those_of_the_course_came(peers):
    supporter_id = peers.on_course(course_id=peers.course(clock.today() + timedelta(days=3)))
    meeting = PeerSupporter.objects.get(pk=supporter_id).course.meetings.first()
    note = {"by": peers.lead, "meeting_id": meeting.pk, "came": [supporter_id]}
    assert refused(lambda: courses.note_who_met(**note)) == "meeting_not_yet"
    other = {**note, "came": [peers.applied()]}
    assert refused(lambda: courses.note_who_met(**other)) == "peer_of_another_course"
    assert not MeetingAttendance.objects.exists()


def test_a_competence_is_signed_by_those_who_are_trained_to_and_the_database_says_so_too(peers):
    supporter_id = peers.on_course()
    untrained = worker(Role.COORDINATOR, at=peers.charity, name="New Person")
    seen = {"supporter_id": supporter_id, "skill": PeerSkill.LISTENS, "observed_on": clock.today()}
    assert refused(lambda: proving.sign_peer_skill(by=untrained, **seen)) == "not_trained_to_sign"
    tomorrow = seen | {"observed_on": clock.today() + timedelta(days=1)}
    assert refused(lambda: proving.sign_peer_skill(by=peers.lead, **tomorrow)) == "competence_in_the_future"
    with pytest.raises(IntegrityError, match="not trained to sign"), transaction.atomic():
        PeerCompetence.objects.create(**seen, signed_by_id=untrained.membership_id, signed_on=clock.today())
    proving.sign_peer_skill(by=peers.lead, **seen)
    assert PeerCompetence.objects.get().signed_by_id == peers.lead.membership_id


@pytest.mark.parametrize(
    ("work", "level", "code"),
    [
        (ChildWork.MINDS, CheckLevel.ENHANCED, "check_too_low"),
        (ChildWork.TALKS, CheckLevel.BARRED_LIST, "check_too_high"),
    ],
)
def test_a_check_of_an_unlawful_level_is_refused_by_the_action_and_the_database(peers, work, level, code):
    supporter_id = peers.applied()
    decision = proving.Decision(work, level, "She is supervised")
    decide = {"by": peers.lead, "supporter_id": supporter_id, "decision": decision, "request_key": new_uuid()}
    assert refused(lambda: proving.decide_check(**decide)) == code
    made = {"decided_by_id": peers.lead.membership_id, "decided_on": clock.today(), "state": CheckState.ASKED}
    with pytest.raises(IntegrityError, match="lawful"), transaction.atomic():
        PeerCheck.objects.create(
            supporter_id=supporter_id, work=work, level=level, reason="x", request_key=new_uuid(), **made
        )


def test_a_certificate_of_tomorrow_or_of_long_ago_is_refused(peers):
    supporter_id = peers.applied()
    decision = proving.Decision(ChildWork.GROUPS, CheckLevel.ENHANCED, "Café")
    check_id = proving.decide_check(by=peers.lead, supporter_id=supporter_id, decision=decision, request_key=new_uuid())
    clear = {"by": peers.lead, "check_id": check_id, "state": CheckState.CLEAR}
    tomorrow, long_ago = clock.today() + timedelta(days=1), clock.today() - timedelta(weeks=157)
    assert refused(lambda: proving.answer_check(**clear, on=tomorrow)) == "check_in_the_future"
    assert refused(lambda: proving.answer_check(**clear, on=long_ago)) == "check_too_old"


def test_the_whole_path_refuses_what_lacks_a_proof_and_makes_a_supporter_who_is_trained(peers):
    supporter_id = peers.on_course()
    peers.attend(supporter_id, *range(1, 7))
    peers.sign(supporter_id)
    path.move_supporter(by=peers.lead, supporter_id=supporter_id, state=S.INDUCTION)
    go = {"by": peers.lead, "supporter_id": supporter_id, "state": S.ACTIVE}
    assert refused(lambda: path.move_supporter(**go)) == "peer_references_missing"
    peers.vouch(supporter_id)
    assert refused(lambda: path.move_supporter(**go)) == "peer_check_missing"
    peers.check(supporter_id)
    assert refused(lambda: path.move_supporter(**go)) == "peer_not_at_work"
    member = worker(Role.PEER_SUPPORTER, at=peers.charity, name="Elena").membership_id
    path.set_at_work(by=peers.lead, supporter_id=supporter_id, membership_id=member, places=2)
    path.move_supporter(**go)
    row = PeerSupporter.objects.get(pk=supporter_id)
    assert [each.state for each in row.steps.order_by("pk")] == [
        *("interested", "applied", "interviewed", "on_course", "induction", "active")
    ]
    assert may_do(MembershipId(row.membership_id), Training.PEER_SUPPORTER)
    assert supporter(peers.lead, supporter_id).is_whole
    assert told() == ["peer_active", "peer_interest", "peer_on_course"]


def test_a_mother_chooses_among_named_proposals_and_lets_the_organisation_in(peers, mother):
    peers.active(Offered(languages=("pl",)))
    supporter_id = peers.active()
    asked(mother)
    page = my_supporter(mother, family_of(mother))
    assert [each.id for each in page.proposed] == [supporter_id]
    matching.choose_peer(by=mother, family_id=family_of(mother), supporter_id=supporter_id)
    assert my_supporter(mother, family_of(mother)).match.supporter_id == supporter_id
    assert Consent.objects.get(family_id=family_of(mother)).organisation_id == peers.charity
    assert PeerWish.objects.get().state == "matched"


def test_a_match_by_hand_that_breaks_a_rule_is_refused_with_the_rule(peers, mother):
    supporter_id = peers.active()
    match = {"by": peers.lead, "wish_id": asked(mother), "supporter_id": supporter_id}
    for wish, code in (
        (Wish(must=frozenset({"language:pl"})), "match_lacks"),
        (Wish(must_not=frozenset({"community:white"})), "match_ruled_out"),
    ):
        assert asked(mother, wish) == match["wish_id"]
        assert refused(lambda: matching.match_by_hand(**match)) == code
    asked(mother)
    member = PeerSupporter.objects.get(pk=supporter_id).membership_id
    path.set_at_work(by=peers.lead, supporter_id=supporter_id, membership_id=member, places=0)
    assert refused(lambda: matching.match_by_hand(**match)) == "match_full"
    wishing.say_no_to_peer(by=mother, family_id=family_of(mother), supporter_id=supporter_id)
    assert refused(lambda: matching.match_by_hand(**match)) == "match_vetoed"
    assert not PeerMatch.objects.exists()


def test_she_changes_at_once_and_may_choose_the_same_again_until_she_says_no(peers, mother):
    supporter_id = matched(peers, mother)
    hers = {"by": mother, "family_id": family_of(mother)}
    wishing.change_peer(**hers)
    page = my_supporter(mother, family_of(mother))
    assert (page.match, [each.id for each in page.proposed]) == (None, [supporter_id])
    matching.choose_peer(**hers, supporter_id=supporter_id)
    wishing.say_no_to_peer(**hers, supporter_id=supporter_id)
    page = my_supporter(mother, family_of(mother))
    assert (page.match, page.proposed) == (None, ())


def test_a_barred_answer_pauses_every_match_in_the_same_moment_and_another_is_offered(peers, mother, run_jobs):
    supporter_id, other = matched(peers, mother), peers.active()
    check_id = CheckId(PeerCheck.objects.get(supporter_id=supporter_id).pk)
    proving.answer_check(by=peers.lead, check_id=check_id, state=CheckState.BARRED, on=clock.today())
    assert (state_of(supporter_id), PeerMatch.objects.get().state) == ("paused", "paused")
    page = my_supporter(mother, family_of(mother))
    assert [each.id for each in page.proposed] == [other]
    message = Message.objects.get(kind="peer_paused")
    assert (message.language, message.family_id) == ("ro", family_of(mother))
    again = {"by": peers.lead, "supporter_id": supporter_id, "state": S.ACTIVE}
    assert refused(lambda: path.move_supporter(**again)) == "peer_check_missing"


def test_a_check_that_ends_while_matched_pauses_and_a_new_one_lets_it_go_on(peers, mother):
    supporter_id = matched(peers, mother)
    with later(7 * 156):
        assert pausing.pause_unchecked(by=KITH) == 0
    with later(7 * 156 + 1):
        assert pausing.pause_unchecked(by=KITH) == 1
        assert pausing.pause_unchecked(by=KITH) == 0
        assert PeerMatch.objects.get().state == "paused"
        peers.check(supporter_id)
        path.move_supporter(by=peers.lead, supporter_id=supporter_id, state=S.ACTIVE)
    assert PeerMatch.objects.get().state == "active"
    assert {"peer_paused", "peer_back"} <= set(told())


def test_a_renewal_before_the_check_ends_stops_nothing_until_it_is_answered(peers, mother):
    supporter_id = matched(peers, mother)
    standing = PeerCheck.objects.get(supporter_id=supporter_id)
    decision = proving.Decision(standing.work, standing.level, "Ends in a month")
    decide = {"by": peers.lead, "supporter_id": supporter_id, "decision": decision}
    renewals = [proving.decide_check(**decide, request_key=new_uuid()) for _ in range(2)]
    assert (pausing.pause_unchecked(by=KITH), PeerMatch.objects.get().state) == (0, "active")
    PeerMatch.objects.update(state="active")  # the database asks the same check
    proving.answer_check(by=peers.lead, check_id=renewals[-1], state=CheckState.NOT_CLEAR, on=clock.today())
    assert PeerMatch.objects.get().state == "paused"


def test_what_is_found_of_the_standing_check_counts_though_its_renewal_waits(peers, mother):
    supporter_id = matched(peers, mother)
    standing = PeerCheck.objects.get(supporter_id=supporter_id)
    decision = proving.Decision(standing.work, standing.level, "Ends in a month")
    proving.decide_check(by=peers.lead, supporter_id=supporter_id, decision=decision, request_key=new_uuid())
    proving.answer_check(by=peers.lead, check_id=standing.pk, state=CheckState.BARRED, on=clock.today())
    assert PeerMatch.objects.get().state == "paused"


def test_the_database_matches_no_family_with_a_supporter_whose_check_is_not_clear(peers, mother):
    matched(peers, mother)
    row = PeerMatch.objects.get()
    PeerCheck.objects.update(state=CheckState.NOT_CLEAR)
    row.pk, row.supporter_id, row.wish.state = None, row.supporter_id, "open"
    PeerMatch.objects.update(state="ended", ended_at=clock.now())
    with pytest.raises(IntegrityError, match="not checked"), transaction.atomic():
        row.save(force_insert=True)


def test_who_leaves_is_thanked_and_her_families_choose_another(peers, mother):
    supporter_id = matched(peers, mother)
    path.move_supporter(by=peers.lead, supporter_id=supporter_id, state=S.LEFT)
    assert PeerMatch.objects.get().state == "ended"
    assert {"peer_thanks", "peer_paused"} <= set(told())
    assert my_supporter(mother, family_of(mother)).wish.state == "open"


def test_the_match_ends_with_her_consent(peers, mother, run_jobs):
    matched(peers, mother)
    consent = Consent.objects.get(family_id=family_of(mother))
    withdraw_consent(by=mother, family_id=family_of(mother), consent_id=consent.pk)
    run_jobs()
    assert PeerMatch.objects.get().state == "ended"


def test_the_plan_of_the_week_is_proved_and_says_why(peers, mother):
    peers.active(Offered(languages=("ro",), gender=Gender.WOMAN), places=1)
    asked(mother, Wish(must=frozenset({"language:ro"}), wishes=frozenset({"gender:woman"})))
    second = parent_of(a_family(speaks="pl", reads="pl", phone="+447700900124"))[1]
    asked(second, Wish(must=frozenset({"language:pl"})))
    plan = week_plan(peers.lead)
    assert plan.is_proved
    assert [(wish.language, shown.met) for wish, shown in plan.pairs] == [("ro", ("gender:woman",))]
    assert [kept_away for _, kept_away in plan.left] == [(("language:pl", 1),)]
    assert matching.write_to_waiting(by=peers.lead) == 1
    assert "peer_proposed" in told()


def test_weights_are_set_and_those_before_stay_on_record(peers):
    given = {"language": 10, "community": 0, "area": 5, "lived": 100, "times": 1, "gender": 1}
    matching.set_match_weights(by=peers.lead, given=given)
    assert refused(lambda: matching.set_match_weights(by=peers.lead, given=given | {"area": 101})) == (
        "weight_out_of_bounds"
    )

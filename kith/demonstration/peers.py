"""The invented peer supporters: a course that is over, one under way, and mothers who ask, choose and wait."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import NamedTuple

from kith.demonstration.people import Partners, Staff
from kith.families.rules.entries import NewFamily
from kith.kernel import clock
from kith.kernel.clock import FixedClock
from kith.kernel.ids import AccountId, MembershipId, OrganisationId, new_uuid
from kith.organisations.actions.people import add_membership
from kith.organisations.rules import Role
from kith.peers.actions import courses, interest, matching, path, proving, wishing
from kith.peers.queries.courses import course
from kith.peers.queries.supporters import supporters, token_of
from kith.peers.rules.codes import (
    CheckLevel,
    CheckState,
    ChildWork,
    Gender,
    Lived,
    PeerCourseId,
    PeerSkill,
    SupporterId,
    SupporterState,
    Times,
)
from kith.peers.rules.matching import Offered, Wish
from kith.peers.rules.path import Contact
from kith.platform.access.viewer import ANONYMOUS, Viewer, system_actor, viewer_of_account
from kith.platform.listing import ListAsked
from kith.platform.sign_in.demonstration import DOMAIN
from kith.platform.sign_in.models import Account

BY = system_actor("demonstration")
S, W = SupporterState, Gender.WOMAN
DAY, EVE, END = Times.DAYTIME, Times.EVENING, Times.WEEKEND


class Said(NamedTuple):
    """What an invented supporter says of themselves."""

    name: str
    languages: tuple[str, ...]
    community: str
    lived: tuple[Lived, ...]
    times: tuple[Times, ...]
    about: str

    @property
    def first(self) -> str:
        """The first name, as it stands in their addresses."""
        return self.name.split()[0].lower()


ACTIVE = (
    Said(
        "Noor Barakat", ("ar", "en"), "other", (Lived.NEWCOMER,), (DAY, EVE), "I came here with a baby of three weeks"
    ),
    Said("Ioana Munteanu", ("ro", "en"), "white", (Lived.TWINS, Lived.NEWCOMER), (DAY,), "Twins, and a lot of tea"),
    Said("Hodo Cali", ("so", "en"), "black", (Lived.MIXED,), (EVE, END), "Four children, each fed in another way"),
    Said("Rubina Akhtar", ("ur", "pa", "en"), "asian", (Lived.NEONATAL,), (DAY, END), "My son was born at 31 weeks"),
)
LEARNING = (
    Said("Beata Lis", ("pl", "en"), "white", (Lived.YOUNG,), (EVE,), "I was nineteen"),
    Said("Shirin Begum", ("bn", "en"), "asian", (), (DAY,), "I like to listen"),
)
WISHES = (
    Wish(frozenset({"language:ro"}), frozenset(), frozenset({"lived:twins", "times:daytime"})),
    Wish(frozenset({"language:ar"}), frozenset(), frozenset({"lived:newcomer"})),
    Wish(frozenset({"language:pl", "gender:woman"}), frozenset(), frozenset({"lived:young"})),
    Wish(frozenset({"language:ur"}), frozenset({"gender:man"}), frozenset({"lived:neonatal", "times:weekend"})),
)


def support(partners: Partners, staff: Staff, families: Sequence[NewFamily]) -> str:
    """Let parents become supporters, and mothers of these families ask for one; says how many."""
    lead = _coordinator(staff)
    with _on(120):
        autumn = _course(lead, "Autumn course", 0)
        people = [_on_course(lead, each, autumn) for each in ACTIVE]
    with _on(60):
        _complete(lead, autumn, people)
        for each, said in zip(people, ACTIVE, strict=True):
            _begin(lead, each, _member(said, partners, staff))
    with _on(20):
        spring = _course(lead, "Winter course", 2)
        for said in LEARNING:
            _on_course(lead, said, spring)
    key = new_uuid()
    interest.say_interest(by=ANONYMOUS, contact=Contact("Grace Owusu", f"grace@{DOMAIN}", "", "en"), request_key=key)
    for family, wish in zip(families, WISHES, strict=False):
        wishing.ask_for_peer(by=BY, family_id=family.id, wish=wish)
    for family, who in zip(families, (people[1], people[0]), strict=False):
        matching.choose_peer(by=BY, family_id=family.id, supporter_id=who)
    found = supporters(BY, ListAsked()).count
    return f"{found} peer supporters on their way or active, {min(len(families), len(WISHES))} wishes for one"


def _coordinator(staff: Staff) -> Viewer:
    viewer = viewer_of_account(Account.objects.get(pk=staff.accounts[Role.COORDINATOR.value]))
    if viewer is None:
        raise LookupError("nobody coordinates in the demonstration")
    return viewer


def _course(lead: Viewer, name: str, begun_before: int) -> PeerCourseId:
    begins_on = clock.today() - timedelta(weeks=begun_before)
    new = courses.NewCourse(name, "Family Hub, room 2", begins_on)
    return courses.plan_peer_course(by=lead, new=new, request_key=new_uuid())


def _on_course(lead: Viewer, said: Said, course_id: PeerCourseId) -> SupporterId:
    contact = Contact(said.name, f"{said.first}.peer@{DOMAIN}", "", "en")
    key = new_uuid()
    interest.say_interest(by=ANONYMOUS, contact=contact, request_key=key)
    found = supporters(BY, ListAsked(words=said.name)).rows[0].id
    offered = Offered(said.languages, said.community, "", said.lived, said.times, W)
    application = interest.Application(offered, said.about, "It helped me")
    interest.apply_as_peer(by=ANONYMOUS, token=token_of(BY, found), said=application)
    path.note_interview(by=lead, supporter_id=found, words="Warm, patient, and knows what she went through.")
    path.put_on_course(by=lead, supporter_id=found, course_id=course_id)
    return found


def _complete(lead: Viewer, course_id: PeerCourseId, people: Sequence[SupporterId]) -> None:
    """All came in all weeks, but for one who made up for the fourth; a trainer has seen what each can do."""
    for meeting in course(BY, course_id).meetings:
        came = people[1:] if meeting.week == 4 else people
        courses.note_who_met(by=lead, meeting_id=meeting.id, came=came)
    made_up = courses.add_make_up(by=lead, course_id=course_id, week=4, held_on=clock.today() - timedelta(days=12))
    courses.note_who_met(by=lead, meeting_id=made_up, came=people[:1])
    seen_on = clock.today() - timedelta(days=10)
    for each in people:
        for skill in PeerSkill:
            proving.sign_peer_skill(by=lead, supporter_id=each, skill=skill, observed_on=seen_on)


def _begin(lead: Viewer, supporter_id: SupporterId, member: MembershipId) -> None:
    """References, a check and a name at work; from then on mothers can choose them."""
    path.move_supporter(by=lead, supporter_id=supporter_id, state=S.INDUCTION)
    for known_as in ("Her midwife", "The lead of her playgroup"):
        new = proving.NewReference(known_as, is_good=True, note="Kind and reliable", received_on=clock.today())
        proving.note_reference(by=lead, supporter_id=supporter_id, new=new, request_key=new_uuid())
    decision = proving.Decision(ChildWork.GROUPS, CheckLevel.ENHANCED, "Helps at the café; parents stay")
    key = new_uuid()
    check_id = proving.decide_check(by=lead, supporter_id=supporter_id, decision=decision, request_key=key)
    proving.answer_check(by=lead, check_id=check_id, state=CheckState.CLEAR, on=clock.today())
    path.set_at_work(by=lead, supporter_id=supporter_id, membership_id=member, places=2)
    path.move_supporter(by=lead, supporter_id=supporter_id, state=S.ACTIVE)


def _member(said: Said, partners: Partners, staff: Staff) -> MembershipId:
    """Noor has been at work for long; the others begin."""
    if said.name == ACTIVE[0].name:
        return staff.by_role[Role.PEER_SUPPORTER]
    account = Account.objects.create_user(email=f"peer-{said.first}@{DOMAIN}")
    return add_membership(
        by=BY,
        account_id=AccountId(account.pk),
        organisation_id=OrganisationId(partners.charity),
        role=Role.PEER_SUPPORTER,
        name=said.name,
        languages=said.languages,
    )


def _on(days_ago: int) -> AbstractContextManager[object]:
    return clock.use(FixedClock(clock.midnight(clock.today() - timedelta(days=days_ago)) + timedelta(hours=11)))

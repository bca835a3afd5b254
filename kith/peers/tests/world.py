"""Supporters, a course and a mother for tests, each come by the way that people come."""

from contextlib import AbstractContextManager
from datetime import date, timedelta
from itertools import count

from kith.kernel import clock
from kith.kernel.clock import FixedClock
from kith.kernel.ids import MembershipId, OrganisationId, new_uuid
from kith.kernel.training import Training
from kith.organisations.queries.people import viewer_for
from kith.organisations.rules import OrganisationKind, Role
from kith.peers.actions import courses, interest, path, proving
from kith.peers.models.courses import CourseMeeting
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.codes import (
    CheckLevel,
    CheckState,
    ChildWork,
    MeetingId,
    PeerCourseId,
    PeerSkill,
    SupporterId,
    SupporterState,
)
from kith.peers.rules.matching import Offered
from kith.peers.rules.path import Contact
from kith.platform.access.viewer import ANONYMOUS, Viewer
from testing.people import organisation, worker
from testing.training import trained

S = SupporterState
_numbers = count(1)
BEGAN = timedelta(days=60)
ROMANIAN = Offered(languages=("ro", "en"), community="white")


class Peers:
    """A charity with a coordinator who is trained to sign, and supporters as a test needs them."""

    def __init__(self, at: OrganisationId | None = None, lead: Viewer | None = None) -> None:
        self.charity = at or organisation(OrganisationKind.CHARITY)
        self.lead = lead or worker(Role.COORDINATOR, at=self.charity, name="Megan Ash")
        trained(self.lead, Training.COMPETENCE_ASSESSOR, on=clock.today() - 2 * BEGAN)

    def interested(self, name: str = "Elena") -> PeerSupporter:
        """A person who said that they would like to support others."""
        contact = Contact(name, f"peer{next(_numbers)}@example.org", "", "ro")
        interest.say_interest(by=ANONYMOUS, contact=contact, request_key=(key := new_uuid()))
        return PeerSupporter.objects.get(request_key=key)

    def applied(self, offered: Offered = ROMANIAN, name: str = "Elena") -> SupporterId:
        """A person who has applied."""
        row = self.interested(name)
        said = interest.Application(offered, "I had twins", "It helped me")
        interest.apply_as_peer(by=ANONYMOUS, token=row.token, said=said)
        return SupporterId(row.pk)

    def course(self, begins_on: date | None = None) -> PeerCourseId:
        """A course; without a day its six weeks are over."""
        new = courses.NewCourse("Autumn course", "Hub", begins_on or clock.today() - BEGAN)
        return courses.plan_peer_course(by=self.lead, new=new, request_key=new_uuid())

    def on_course(self, offered: Offered = ROMANIAN, course_id: PeerCourseId | None = None) -> SupporterId:
        """A supporter who was interviewed and has a place on a course."""
        supporter_id = self.applied(offered)
        path.note_interview(by=self.lead, supporter_id=supporter_id, words="Warm, and listens")
        path.put_on_course(by=self.lead, supporter_id=supporter_id, course_id=course_id or self.course())
        return supporter_id

    def attend(self, supporter_id: SupporterId, *weeks: int) -> None:
        """Note that the supporter came in these weeks."""
        course_id = PeerSupporter.objects.get(pk=supporter_id).course_id
        for row in CourseMeeting.objects.filter(course_id=course_id, week__in=weeks, is_make_up=False):
            came = {SupporterId(pk) for pk in row.attendance.values_list("supporter_id", flat=True)}
            courses.note_who_met(by=self.lead, meeting_id=MeetingId(row.pk), came=came | {supporter_id})

    def sign(self, supporter_id: SupporterId) -> None:
        """Have the trainer sign every competence."""
        for skill in PeerSkill:
            proving.sign_peer_skill(
                by=self.lead, supporter_id=supporter_id, skill=skill, observed_on=clock.today() - timedelta(days=9)
            )

    def vouch(self, supporter_id: SupporterId, count: int = 2) -> None:
        """Note good references."""
        for number in range(count):
            new = proving.NewReference(f"Referee {number}", True, "Kind", clock.today())
            proving.note_reference(by=self.lead, supporter_id=supporter_id, new=new, request_key=new_uuid())

    def check(self, supporter_id: SupporterId, on: date | None = None) -> int:
        """Decide on an enhanced check, and note that it is clear."""
        decision = proving.Decision(ChildWork.GROUPS, CheckLevel.ENHANCED, "Helps at the café")
        check_id = proving.decide_check(
            by=self.lead, supporter_id=supporter_id, decision=decision, request_key=new_uuid()
        )
        day = on or clock.today()
        proving.answer_check(by=self.lead, check_id=check_id, state=CheckState.CLEAR, on=day)
        return check_id

    def ready(
        self, offered: Offered = ROMANIAN, *, places: int = 2, at_work: MembershipId | None = None
    ) -> SupporterId:
        """A supporter in induction with nothing missing; a new colleague, or the one of this membership."""
        supporter_id = self.on_course(offered)
        self.attend(supporter_id, *range(1, 7))
        self.sign(supporter_id)
        path.move_supporter(by=self.lead, supporter_id=supporter_id, state=S.INDUCTION)
        self.vouch(supporter_id)
        self.check(supporter_id)
        name = f"Elena {supporter_id}"
        member = at_work or worker(Role.PEER_SUPPORTER, at=self.charity, name=name).membership_id
        assert member
        path.set_at_work(by=self.lead, supporter_id=supporter_id, membership_id=member, places=places)
        return supporter_id

    def active(
        self, offered: Offered = ROMANIAN, *, places: int = 2, at_work: MembershipId | None = None
    ) -> SupporterId:
        """A supporter who supports families."""
        supporter_id = self.ready(offered, places=places, at_work=at_work)
        path.move_supporter(by=self.lead, supporter_id=supporter_id, state=S.ACTIVE)
        return supporter_id

    def viewer(self, supporter_id: SupporterId) -> Viewer:
        """The supporter, signed in."""
        row = PeerSupporter.objects.select_related("membership__account").get(pk=supporter_id)
        assert row.membership
        viewer = viewer_for(row.membership.account)
        assert viewer
        return viewer


def later(days: int) -> AbstractContextManager[None]:
    """So many days from now."""
    return clock.use(FixedClock(clock.now() + timedelta(days=days)))

"""The steps at the desk: interview, course, induction, active, paused, left with thanks, or closed."""

from dataclasses import replace

from kith.education.actions.competences import Observed, sign_competence
from kith.education.actions.recording import Attended, note_training
from kith.education.queries.trained import may_do
from kith.education.rules.codes import Found
from kith.kernel import clock
from kith.kernel.ids import MembershipId, new_uuid
from kith.kernel.refusal import Refusal
from kith.kernel.training import Training
from kith.organisations.queries.workforce import worker
from kith.organisations.rules import Role
from kith.peers.actions.moving import come_to, locked_supporter, person, proofs_of
from kith.peers.actions.pausing import end_matches, go_on, pause_matches
from kith.peers.actions.telling import TELLER, tell_supporter
from kith.peers.models.courses import MeetingAttendance, PeerCourse
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.codes import PeerCourseId, SupporterId, SupporterState, WhyChanged
from kith.peers.rules.path import may_go
from kith.platform import audit
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor
from kith.platform.action import action

S = SupporterState
TOLD = {S.ON_COURSE: "peer_on_course", S.ACTIVE: "peer_active", S.LEFT: "peer_thanks"}


@action
def move_supporter(*, by: Actor, supporter_id: SupporterId, state: SupporterState) -> None:
    """Bring a supporter to the next state, refused with what is missing; done twice it is done once.

    A supporter who pauses or leaves is replaced for the mothers they support: each is told, and chooses another.
    """
    row = locked_supporter(by, supporter_id)
    person(by)
    if row.state == state:
        return
    after = S(row.state)
    if state in (S.INTERVIEWED, S.ON_COURSE):
        raise NotFound("supporter")
    _may(row, state)
    if state is S.ACTIVE and after is S.INDUCTION:
        _qualify(row)
    come_to(by, row, state)
    if state is S.PAUSED:
        pause_matches(by, row, WhyChanged.LEFT)
    if state is S.ACTIVE and after is S.PAUSED:
        go_on(by, row)
    if state is S.LEFT:
        end_matches(by, row, WhyChanged.LEFT)
    _tell(row)


@action
def note_interview(*, by: Actor, supporter_id: SupporterId, words: str) -> None:
    """Note what was said in the interview; a second note takes the place of the first."""
    row = locked_supporter(by, supporter_id)
    person(by)
    if not words.strip():
        raise Refusal("interview_without_words")
    row.interview = words.strip()
    if row.state == S.INTERVIEWED:
        row.save(update_fields=["interview"])
        audit.record(by, "peers.interview_noted", row)
        return
    _may(row, S.INTERVIEWED)
    come_to(by, row, S.INTERVIEWED)


@action
def put_on_course(*, by: Actor, supporter_id: SupporterId, course_id: PeerCourseId) -> None:
    """Give a supporter a place on a course, or on another course than before; what they attended stays with each."""
    row = locked_supporter(by, supporter_id)
    person(by)
    if not PeerCourse.objects.filter(pk=course_id).exists():
        raise NotFound("course")
    before, row.course_id = row.course_id, course_id
    if row.state == S.ON_COURSE:
        if before != course_id:
            row.save(update_fields=["course"])
            audit.record(by, "peers.course_changed", row, course=course_id)
        return
    _may(row, S.ON_COURSE)
    come_to(by, row, S.ON_COURSE)
    _tell(row)


@action
def set_at_work(*, by: Actor, supporter_id: SupporterId, membership_id: MembershipId, places: int) -> None:
    """Say by which membership a supporter works here, and how many mothers they have room for."""
    row = locked_supporter(by, supporter_id)
    found = worker(membership_id)
    if found is None or found.role is not Role.PEER_SUPPORTER:
        raise Refusal("peer_not_at_work")
    others = PeerSupporter.objects.open().filter(membership_id=membership_id).exclude(pk=row.pk)
    if others.exists():
        raise Refusal("peer_membership_taken")
    row.membership_id, row.places = membership_id, places
    row.save(update_fields=["membership", "places"])
    audit.record(by, "peers.set_at_work", row, membership_id=membership_id, places=places)


def _may(row: PeerSupporter, state: SupporterState) -> None:
    if refusal := may_go(state, after=S(row.state), proofs=proofs_of(row), today=clock.today()):
        raise refusal


def _qualify(row: PeerSupporter) -> None:
    """The six weeks and the signatures stand in the register of training, too, in the name of the last trainer."""
    member = MembershipId(row.membership_id or 0)
    if may_do(member, Training.PEER_SUPPORTER):
        return
    last = MeetingAttendance.objects.filter(supporter=row).select_related("meeting__course").order_by("-pk").first()
    signed = row.competences.order_by("-observed_on", "-pk").first()
    if last is None or signed is None:
        raise Refusal("peer_weeks_missing")
    course = last.meeting.course
    note_training(by=TELLER, attended=Attended(member, Training.PEER_SUPPORTER, last.meeting.held_on, course.name))
    trainer = replace(TELLER, membership_id=MembershipId(signed.signed_by_id))
    seen = Observed(member, Training.PEER_SUPPORTER, signed.observed_on, Found.COMPETENT)
    sign_competence(by=trainer, observed=seen, request_key=new_uuid())


def _tell(row: PeerSupporter) -> None:
    if kind := TOLD.get(S(row.state)):
        tell_supporter(row, kind, f"{row.pk}-{row.course_id if row.state == S.ON_COURSE else row.state}")

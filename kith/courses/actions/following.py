"""No mother is dropped: after a course each one has a follow-up, with an owner and a day, made of what is near her."""

from datetime import date
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction

from kith.caseloads.queries.leading import lead_and_deputy
from kith.courses.actions.giving_up import end_follow_up
from kith.courses.actions.near import near_her
from kith.courses.dates import DateOfCourse, dates_of
from kith.courses.models.courses import Course
from kith.courses.models.following import FollowUp
from kith.courses.models.places import CoursePlace
from kith.courses.rules.codes import FollowUpEnd, PlaceState
from kith.courses.rules.following import Follower, follow_up_due, follower
from kith.courses.rules.notices import NoticeKind
from kith.courses.settings import FOLLOW_UP_DAYS
from kith.courses.wording.following import step_words
from kith.families.queries.bereavement import bereaved
from kith.families.queries.reach import may_organisation_open
from kith.groups.queries.several import bookings_on
from kith.groups.rules.codes import BookingState
from kith.kernel import clock
from kith.kernel.ids import CourseId, FamilyId, FollowUpId, MembershipId, OrganisationId
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import is_working, membership_card, people_who, whom_to_tell
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action, action_in_parts
from kith.tasks.actions.next_steps import add_next_step
from kith.tasks.actions.notices import raise_notice
from kith.whats_on.queries.finding import Choice


@action_in_parts
def follow_up_courses(*, by: Actor) -> int:
    """Give each mother of every course that is over a follow-up, and say how many there are; safe to run twice."""
    access.require(by, Permission.MANAGE_SESSIONS)
    over = Course.objects.to_follow_up(clock.now()).order_by("pk").values_list("pk", flat=True)
    return sum(_follow_up(by, CourseId(course_id)) for course_id in list(over))


@action
def finish_follow_up(*, by: Actor, follow_up_id: FollowUpId, how: FollowUpEnd) -> None:
    """Note how the follow-up ended; ended twice it ended once."""
    access.require(by, Permission.SEE_REGISTER)
    row = _held(by, follow_up_id)
    if row.ended_at is None:
        end_follow_up(by, row, how)


@action
def hand_on_follow_up(*, by: Actor, follow_up_id: FollowUpId, to: MembershipId) -> None:
    """Give the follow-up to a colleague of those who run the course, and notify them."""
    access.require(by, Permission.SEE_REGISTER)
    row = _held(by, follow_up_id)
    card = membership_card(to)
    if row.ended_at is not None:
        raise Refusal("follow_up_over")
    if card is None or card.organisation.id != row.course.organisation_id or not is_working(to):
        raise Refusal("follow_up_owner")
    if row.owner_id != to:
        give_follow_up(by, row, to, NoticeKind.FOLLOW_UP_HANDED_ON, from_membership_id=by.membership_id)


def give_follow_up(by: Actor, row: FollowUp, to: MembershipId, kind: NoticeKind, **facts: object) -> None:
    """Have the follow-up be this person's, and tell them, in the caller's transaction."""
    row.owner_id = to
    row.save(update_fields=["owner"])
    audit.record(by, "courses.follow_up_handed_on", row, family_id=FamilyId(row.family_id), owner=to)
    if to != by.membership_id:
        key = f"{kind}-{row.pk}-{to}"
        raise_notice(by=by, kind=kind, to=to, facts={"follow_up_id": row.pk, **facts}, dedupe_key=key)


def coordinators_of(organisation_id: OrganisationId) -> list[MembershipId]:
    """Who answers for the courses of an organisation: those who plan its sessions, else those who hear what is late."""
    people = people_who(Permission.MANAGE_SESSIONS, organisation_ids=[organisation_id])
    return [card.id for card in people or whom_to_tell(organisation_id)]


@transaction.atomic
def _follow_up(by: Actor, course_id: CourseId) -> int:
    course = Course.objects.locked(course_id)
    if course is None or course.followed_up_at is not None:
        return 0
    dates = dates_of(by, [course_id], lang=ENGLISH.code)[course_id]
    made = [_made(by, course, place, dates) for place in _took_part(by, course, dates)]
    course.followed_up_at = clock.now()
    course.save(update_fields=["followed_up_at"])
    audit.record(by, "courses.course_followed_up", course, count=len(made))
    for owner in {MembershipId(row.owner_id) for row in made if row.step_id is None}:
        raise_notice(
            by=by,
            kind=NoticeKind.COURSE_FOLLOW_UPS,
            to=owner,
            facts={"course_id": course.pk},
            dedupe_key=f"course-follow-ups-{course.pk}-{owner}",
        )
    return len(made)


def _took_part(by: Actor, course: Course, dates: tuple[DateOfCourse, ...]) -> list[CoursePlace]:
    """Families that had a place to the end or kept at least one date, without the bereaved."""
    rows = CoursePlace.objects.filter(~bereaved(family="family_id"), course=course, follow_up=None)
    rows = rows.exclude(state=PlaceState.WAITING).order_by("booked_at", "pk")
    families = {FamilyId(row.family_id) for row in rows}
    kept = {
        family_id
        for (family_id, _), each in bookings_on(by, [each.session.id for each in dates], families).items()
        if each.state is BookingState.BOOKED
    }
    found: dict[FamilyId, CoursePlace] = {}
    for row in rows:
        if row.state is PlaceState.BOOKED or row.family_id in kept:
            found[FamilyId(row.family_id)] = row
    return list(found.values())


def _made(by: Actor, course: Course, place: CoursePlace, dates: tuple[DateOfCourse, ...]) -> FollowUp:
    family_id, today = FamilyId(place.family_id), clock.today()
    owner = _owner(family_id, OrganisationId(course.organisation_id))
    ended_on = clock.local(max(each.session.ends_at for each in dates if not each.session.is_cancelled)).date()
    due_on = follow_up_due(ended_on, days=FOLLOW_UP_DAYS.now, today=today)
    speaks = place.interpreter_language or place.language
    near = near_her(by, family_id, speaks=speaks, dates=dates, but=dates[0].session.service_id)
    row = FollowUp.objects.create(
        course=course,
        family_id=family_id,
        place=place,
        owner_id=owner.membership_id,
        due_on=due_on,
        near=[each.service.id for each in near],
        step_id=_step(by, place, owner, due_on, near) if owner.opens_record else None,
        made_at=clock.now(),
    )
    audit.record(by, "courses.follow_up_made", row, family_id=family_id, owner=owner.membership_id)
    return row


def _step(by: Actor, place: CoursePlace, owner: Follower, due_on: date, near: list[Choice]) -> int:
    return add_next_step(
        by=by,
        family_id=FamilyId(place.family_id),
        what=step_words([each.service.name.text for each in near]),
        due_on=due_on,
        owner=owner.membership_id,
        request_key=uuid5(NAMESPACE_URL, f"course-follow-up-{place.pk}"),
    )


def _owner(family_id: FamilyId, organisation_id: OrganisationId) -> Follower:
    beside = [each for each in lead_and_deputy(family_id) if _opens(each, family_id)]
    found = follower(beside, coordinators_of(organisation_id))
    if found is None:
        raise LookupError("nobody works here who could follow up: add an administrator")
    return found


def _opens(membership_id: MembershipId, family_id: FamilyId) -> bool:
    card = membership_card(membership_id)
    return bool(card and is_working(membership_id) and may_organisation_open(card.organisation.id, family_id))


def _held(by: Actor, follow_up_id: FollowUpId) -> FollowUp:
    rows = access.visible(by, FollowUp.objects.select_related("course").select_for_update(of=("self",)))
    row = rows.filter(pk=follow_up_id, step=None).first()
    if row is None:
        raise NotFound("follow-up")
    return row

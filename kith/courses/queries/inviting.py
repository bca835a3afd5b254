"""The families to invite to a course by name, and those that have been invited."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from kith.courses.models.courses import Course
from kith.courses.models.following import CourseInvitation
from kith.courses.models.places import CoursePlace
from kith.courses.queries.public import CourseCard, cards_from
from kith.courses.rules.codes import HowInvited, InvitationAnswer
from kith.courses.rules.inviting import WEEKS_AFTER, FirstInvited, suits
from kith.families.queries.cards import FamilyCard, family_cards
from kith.families.queries.names import is_named
from kith.families.queries.reach import within_reach
from kith.families.queries.stages import stages, wards
from kith.kernel import clock
from kith.kernel.ids import CourseId, CourseInvitationId, FamilyId, MembershipId
from kith.organisations.queries.people import MembershipCard, membership_cards
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged


@dataclass(frozen=True)
class ToInvite:
    """A family that expects a baby after the course begins; ``is_first``: the course is to reach it first."""

    family: FamilyCard
    ward: str
    is_first: bool


@dataclass(frozen=True)
class InvitedRow:
    """A family that was invited by name."""

    id: CourseInvitationId
    family: FamilyCard
    by: MembershipCard
    made_at: datetime
    how: HowInvited
    answer: InvitationAnswer
    is_on_it: bool


@dataclass(frozen=True)
class InvitePage:
    """A course, the families in reach that could be invited to it, and those that were."""

    course: CourseCard
    to_invite: Paged[ToInvite]
    invited: tuple[InvitedRow, ...]


def invite_page(viewer: Viewer, course_id: CourseId, asked: ListAsked, *, lang: str) -> InvitePage:
    """The families in the viewer's reach that could be invited: those the course is to reach first come first."""
    access.require(viewer, Permission.RECORD_CONTACT)
    row, course = _course(viewer, course_id, lang)
    audit.read(viewer, "courses.families_to_invite", Course._meta.label, course_id)
    invited = _invited(viewer, CourseInvitation.objects.filter(course=row))
    on_it = CoursePlace.objects.live().filter(course=row).values_list("family_id", flat=True)
    known = {FamilyId(each) for each in on_it} | {each.family.id for each in invited}
    begins_on = clock.local(course.first.starts_at).date()
    found = _expecting(viewer, begins_on, asked.words) - known if course.is_open else set()
    lives_in, cards = wards(viewer, where=Q(pk__in=found)), family_cards(viewer, found)
    rows = [_to_invite(card, lives_in.get(card.id, ""), row.first_invited) for card in cards.values()]
    rows.sort(key=lambda each: (not each.is_first, each.family.due_on or date.max, each.family.name))
    return InvitePage(course, paged(rows, asked), invited)


def course_to_invite_to(viewer: Viewer, course_id: CourseId, *, lang: str) -> CourseCard:
    """The course that a family is about to be invited to."""
    access.require(viewer, Permission.RECORD_CONTACT)
    return _course(viewer, course_id, lang)[1]


def invitation_row(viewer: Viewer, invitation_id: CourseInvitationId, *, lang: str) -> tuple[CourseCard, InvitedRow]:
    """One invitation of a family in the viewer's reach, and its course; NotFound beyond."""
    access.require(viewer, Permission.RECORD_CONTACT)
    row = CourseInvitation.objects.filter(pk=invitation_id).first()
    found = _invited(viewer, CourseInvitation.objects.filter(pk=invitation_id))
    if row is None or not found:
        raise NotFound("invitation")
    audit.read(
        viewer, "courses.invitation_opened", CourseInvitation._meta.label, invitation_id, family_id=found[0].family.id
    )
    return _course(viewer, CourseId(row.course_id), lang)[1], found[0]


def _to_invite(card: FamilyCard, ward: str, first: FirstInvited) -> ToInvite:
    return ToInvite(card, ward, first.include(ward=ward, speaks=card.speaks))


def _expecting(viewer: Viewer, begins_on: date, words: str) -> set[FamilyId]:
    due = Q(pregnancies__ended_on__isnull=True, pregnancies__due_on__gte=begins_on + WEEKS_AFTER)
    rows = stages(viewer, where=due & is_named(viewer, words, family="pk"), with_bereaved=False)
    return {each.family_id for each in rows if suits(each.due_on, begins_on=begins_on)}


def _course(viewer: Viewer, course_id: CourseId, lang: str) -> tuple[Course, CourseCard]:
    row = Course.objects.filter(pk=course_id).first()
    card = next(iter(cards_from(viewer, [row], lang=lang)), None) if row else None
    if row is None or card is None:
        raise NotFound("course")
    return row, card


def _invited(viewer: Viewer, rows: QuerySet[CourseInvitation]) -> tuple[InvitedRow, ...]:
    found = list(rows.filter(within_reach(viewer, family="family_id")).order_by("-made_at", "-pk"))
    cards = family_cards(viewer, [FamilyId(row.family_id) for row in found])
    people = membership_cards(MembershipId(row.membership_id) for row in found)
    on_it = set(
        CoursePlace.objects.live()
        .filter(course_id__in={row.course_id for row in found}, family_id__in=cards)
        .values_list("course_id", "family_id")
    )
    return tuple(
        InvitedRow(
            id=CourseInvitationId(row.pk),
            family=cards[FamilyId(row.family_id)],
            by=people[MembershipId(row.membership_id)],
            made_at=row.made_at,
            how=row.how,
            answer=row.answer,
            is_on_it=(row.course_id, row.family_id) in on_it,
        )
        for row in found
        if FamilyId(row.family_id) in cards
    )

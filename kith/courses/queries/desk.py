"""Courses for those who run them: the list, and one course with its families, date by date."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q, Sum

from kith.courses.models.courses import Course
from kith.courses.models.places import CoursePlace
from kith.courses.queries.places import PlaceOnCourse, places_from
from kith.courses.queries.public import CourseCard, cards_from
from kith.courses.rules.codes import PlaceState
from kith.courses.rules.inviting import FirstInvited
from kith.kernel import clock
from kith.kernel.ids import CourseId, FamilyId
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged

LOOK_BACK = timedelta(days=60)


@dataclass(frozen=True)
class CourseLine:
    """A course in the list: how many families have a place and wait, of those the viewer's organisation runs."""

    course: CourseCard
    is_ours: bool
    families: int = 0
    people: int = 0
    waiting: int = 0


@dataclass(frozen=True)
class FamilyOnCourse:
    """A family on the course as those who run it know it, and what would make coming easy."""

    place: PlaceOnCourse
    name: str
    phone: str
    email: str
    access_needs: str


@dataclass(frozen=True)
class CourseDesk:
    """One course opened by those who run it. Partners' places are free, and counted."""

    course: CourseCard
    first: FirstInvited
    families: Paged[FamilyOnCourse]
    waiting: tuple[FamilyOnCourse, ...]
    line: CourseLine

    @property
    def partners(self) -> int:
        """How many come beside the mothers."""
        return self.line.people - self.line.families


def courses_listed(viewer: Viewer, asked: ListAsked, *, lang: str) -> Paged[CourseLine]:
    """The courses of the place from two months ago on, the soonest first; any worker may invite to them."""
    access.require(viewer, Permission.SEE_REGISTER)
    found = paged(Course.objects.ending_after(clock.now() - LOOK_BACK), asked)
    cards = cards_from(viewer, list(found.rows), lang=lang)
    counts = _counts(viewer, [card.id for card in cards])
    return found.with_rows(_line(viewer, card, counts) for card in cards)


def course_desk(viewer: Viewer, course_id: CourseId, asked: ListAsked, *, lang: str) -> CourseDesk:
    """One course of the viewer's organisation; every family on the page is noted as looked at."""
    access.require(viewer, Permission.SEE_REGISTER)
    row = access.visible(viewer, Course.objects.all()).filter(pk=course_id).first()
    card = next(iter(cards_from(viewer, [row], lang=lang)), None) if row else None
    if row is None or card is None:
        raise NotFound("course")
    places = access.visible(viewer, CoursePlace.objects.filter(course=row))
    named = places.filter(contact_name__icontains=asked.words) if asked.words else places
    booked = paged(named.exclude(state=PlaceState.WAITING).order_by("state", "contact_name", "pk"), asked)
    return CourseDesk(
        course=card,
        first=row.first_invited,
        families=booked.with_rows(_families(viewer, list(booked.rows), card, lang)),
        waiting=tuple(_families(viewer, list(named.waiting()), card, lang)),
        line=_line(viewer, card, _counts(viewer, [card.id])),
    )


def own_course_card(viewer: Viewer, course_id: CourseId, *, lang: str) -> tuple[CourseCard, FirstInvited]:
    """A course that the viewer's organisation runs, and which families it is to reach first; NotFound for any other."""
    access.require(viewer, Permission.SEE_REGISTER)
    row = access.visible(viewer, Course.objects.all()).filter(pk=course_id).first()
    card = next(iter(cards_from(viewer, [row], lang=lang)), None) if row else None
    if row is None or card is None:
        raise NotFound("course")
    return card, row.first_invited


def _families(viewer: Viewer, rows: list[CoursePlace], course: CourseCard, lang: str) -> list[FamilyOnCourse]:
    for row in rows:
        audit.read(viewer, "courses.course_opened", CoursePlace._meta.label, row.pk, family_id=FamilyId(row.family_id))
    places = places_from(viewer, rows, lang=lang, course=course)
    return [
        FamilyOnCourse(place, row.contact_name, row.contact_phone, row.contact_email, row.access_needs)
        for row, place in zip(rows, places, strict=True)
    ]


def _counts(viewer: Viewer, ids: list[CourseId]) -> dict[CourseId, dict[str, int]]:
    rows = access.visible(viewer, CoursePlace.objects.filter(course_id__in=ids)).order_by().values("course_id")
    booked, waits = Q(state=PlaceState.BOOKED), Q(state=PlaceState.WAITING)
    counted = rows.annotate(
        families=Count("pk", filter=booked), people=Sum("places", filter=booked), waiting=Count("pk", filter=waits)
    )
    return {CourseId(row["course_id"]): {k: row[k] or 0 for k in ("families", "people", "waiting")} for row in counted}


def _line(viewer: Viewer, card: CourseCard, counts: dict[CourseId, dict[str, int]]) -> CourseLine:
    is_ours = card.organisation_id in viewer.organisation_ids
    return CourseLine(card, is_ours, **(counts.get(card.id, {}) if is_ours else {}))

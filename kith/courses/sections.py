"""What courses bring to shared pages: a parent's courses, a family's, the dates of a course on pages of sessions."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.courses.queries.following import MyFollowUp, follow_ups_waiting, my_follow_up
from kith.courses.queries.places import PlaceOnCourse, courses_of_family
from kith.courses.queries.public import CourseCard, course_of_session
from kith.courses.rules.codes import PlaceState
from kith.courses.wording.codes import SAID_TO_HER
from kith.families.context import FamilyContext, Moment, Section
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.ui import formats
from kith.platform.ui.sections import PageLink
from kith.whats_on.parts import SessionContext, SessionPart


@dataclass(frozen=True)
class MyCourses:
    """A parent's courses date by date, and what comes after; nothing of it is shown to the bereaved."""

    places: tuple[PlaceOnCourse, ...]
    follow_up: MyFollowUp | None

    @property
    def words(self) -> object:
        """What became of a date, in words for her."""
        return SAID_TO_HER


@dataclass(frozen=True)
class PartOfCourse:
    """The course that a session is a date of, and which date it is."""

    course: CourseCard
    number: int


def _mine(context: FamilyContext) -> MyCourses | None:
    """The courses that are not long over, and the follow-up; None where there are none, or after a death."""
    if context.bereavements:
        return None
    rows = courses_of_family(context.viewer, context.id, lang=context.lang)
    places = tuple(each for each in rows if each.state is not PlaceState.GIVEN_UP)
    if not places:
        return None
    return MyCourses(places, my_follow_up(context.viewer, context.id, lang=context.lang))


def _of_family(context: FamilyContext) -> list[PlaceOnCourse]:
    """All courses of the family."""
    return courses_of_family(context.viewer, context.id, lang=context.lang)


def _moments(it: list[PlaceOnCourse]) -> Iterator[Moment]:
    """Each course at the time of its first date: how far the family has come with it."""
    for each in it:
        yield Moment(each.course.first.starts_at, str(each.course.title), tuple(_lines(each)))


def _lines(place: PlaceOnCourse) -> Iterator[str]:
    yield gettext("Course of %(num)s dates") % {"num": formats.number(place.course.count)}
    if place.state is not PlaceState.BOOKED:
        is_waiting = place.state is PlaceState.WAITING
        yield gettext("On the waiting list") if is_waiting else gettext("The rest was given up")
    progress = place.progress
    if progress.came or progress.missed:
        yield came_words(progress.came, progress.of)
    if progress.missed:
        yield missed_words(progress.missed, progress.of)


def came_words(came: int, of: int) -> str:
    """To how many dates of how many a family came."""
    return gettext("Came to %(num)s of %(of)s") % {"num": formats.number(came), "of": formats.number(of)}


def missed_words(missed: int, of: int) -> str:
    """How many dates of how many a family missed."""
    return gettext("Missed %(num)s of %(of)s") % {"num": formats.number(missed), "of": formats.number(of)}


def _part(context: SessionContext) -> PartOfCourse | None:
    """The course that this session is a date of."""
    found = course_of_session(context.viewer, context.session.id, lang=context.lang)
    return PartOfCourse(*found) if found else None


def _waits(viewer: Viewer) -> int:
    return follow_ups_waiting(viewer)


MY_COURSES = Section(_mine, "courses/my/courses.jinja")
COURSES = Section(_of_family, moments=_moments)
PART_OF_COURSE = SessionPart("courses/part_of_session.jinja", _part)
PART_OF_REGISTER = SessionPart("courses/part_of_register.jinja", _part)
COURSES_DESK = PageLink(
    _("Courses"),
    "courses-desk",
    (Permission.SEE_REGISTER,),
    _("Several dates booked as one, who comes, and whom to invite."),
)
FOLLOW_UPS_DESK = PageLink(
    _("After a course"),
    "course-follow-ups",
    (Permission.MANAGE_SESSIONS,),
    _("The mothers to follow up when a course is over."),
    waits=_waits,
)

"""What a visitor asked for, behind the link that was sent to her, and behind the page that waits for her proof."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kith.courses.models.places import CourseHold, CoursePlace
from kith.courses.queries.public import CourseCard, course_card
from kith.courses.rules.codes import HoldState
from kith.groups.rules.places import BookingContact, BookingWish
from kith.kernel import clock
from kith.kernel.ids import CourseId
from kith.platform.access.viewer import Viewer
from kith.walls.saying import beyond


@dataclass(frozen=True)
class HeldCoursePage:
    """How the wish stands. What was asked and said is kept only until it is booked or over; then it is None."""

    state: HoldState
    course: CourseCard
    is_kept: bool
    held_until: datetime
    wish: BookingWish | None
    place_token: str

    @property
    def waits(self) -> bool:
        """Whether it can still become a booking."""
        return self.wish is not None and self.course.is_open

    @property
    def contact(self) -> BookingContact | None:
        """Where the message went."""
        return self.wish.order.contact if self.wish else None

    @property
    def fits(self) -> bool:
        """Whether the places are there on every date, kept or still free."""
        return self.is_kept or (self.wish is not None and self.course.places_left >= self.wish.order.places)


@beyond("the one wish for a course of this private link, and the place that it became")
def held_course_page(viewer: Viewer, course_id: CourseId, *, lang: str, **secret: str) -> HeldCoursePage | None:
    """The wish as the visitor who typed it sees it (by its token), or as the reader of the message does (by its link).

    What it became she learns from the message alone: only the link leads there.
    """
    row = CourseHold.objects.filter(course_id=course_id, **secret).first()
    course = course_card(viewer, course_id, lang=lang) if row else None
    if row is None or course is None:
        return None
    now = clock.now()
    became: Iterable[str] = ()
    if row.became and "link" in secret:
        became = CoursePlace.objects.filter(pk=row.became).values_list("token", flat=True)
    return HeldCoursePage(
        state=row.state,
        course=course,
        is_kept=bool(row.kept) and now < row.held_until,
        held_until=row.held_until,
        wish=row.wish if row.said and now < row.words_until else None,
        place_token=next(iter(became), ""),
    )

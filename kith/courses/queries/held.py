"""What a visitor asked for, behind the link that was sent to her, and behind the page that waits for her proof."""

from collections.abc import Iterable

from kith.courses.models.places import CourseHold, CoursePlace
from kith.courses.queries.public import CourseCard, course_card
from kith.groups.wishes import HeldPage
from kith.kernel import clock
from kith.kernel.ids import CourseId
from kith.platform.access.viewer import Viewer
from kith.walls.saying import beyond


@beyond("the one wish for a course of this private link, and the place that it became")
def held_course_page(viewer: Viewer, course_id: CourseId, *, lang: str, **secret: str) -> HeldPage[CourseCard] | None:
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
    return HeldPage(
        state=row.state,
        of=course,
        is_kept=bool(row.kept) and now < row.held_until,
        held_until=row.held_until,
        wish=row.wish if row.said and now < row.words_until else None,
        became_token=next(iter(became), ""),
    )

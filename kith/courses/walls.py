"""Who sees a place on a course: the family, who may open its record, who runs the course; before proof: no page."""

from kith.walls.of_families import by_family
from kith.walls.shapes import Shape, asking, by_nobody, by_person

_RUN_BY_US = asking("kith_runs_course", "course_id")

WALLS: dict[str, Shape] = {
    "courses_courseplace": _RUN_BY_US | by_family(),
    "courses_coursehold": by_nobody(),
    "courses_courseinvitation": by_person("membership_id") | by_family(),
    "courses_followup": by_person("owner_id") | _RUN_BY_US | by_family(),
}
NO_PERSON = {
    "courses_course": "which dates are booked as one, and whom the course is to reach first",
    "courses_coursedate": "which session is which date of a course, and what is shown on it",
}

"""What the database shows a viewer of which families an outreach programme stands beside."""

from kith.organisations.walls import AT_WORK
from kith.walls.of_families import by_family
from kith.walls.shapes import Shape, by_person

WALLS: dict[str, Shape] = {"programmes_enrolment": by_person("membership_id") | by_family()}
NO_PERSON = {
    "programmes_programme": "what a programme is for",
    "programmes_programmeworker": AT_WORK,
}

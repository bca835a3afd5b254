"""Who sees who is trained in what, by the database itself: the person, those who look after it, and the lead."""

from kith.platform.access.permissions import Permission
from kith.walls.shapes import Shape, asking, by_person

# What a person was trained in at their earlier work is theirs, too, and known where they work now.
_OF_PEOPLE = asking("education_sees", "membership_id").for_staff() | Shape(("true",)).for_those_who_may(
    Permission.MANAGE_EDUCATION
)

WALLS: dict[str, Shape] = {
    "education_trainingattendance": _OF_PEOPLE,
    "education_competence": _OF_PEOPLE | by_person("signed_by_id"),
    "education_qualification": _OF_PEOPLE,
    "education_newsreading": _OF_PEOPLE,
}
NO_PERSON = {
    "education_requirement": "what the place asks of each role",
    "education_trainingsession": "what is taught when and where",
    "education_statementuse": "which roles use which statement",
    "education_librarynews": "what changed in the library",
    "education_workforcecount": "how many people of an organisation are of which community, as a count",
}

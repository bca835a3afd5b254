"""Who sees who is trained in what, by the database itself: the person, those who look after it, and the lead."""

from kith.organisations.walls import by_colleague
from kith.platform.access.permissions import Permission
from kith.walls.shapes import Shape, asking, by_person

_OF_PEOPLE = (
    asking("education_is_mine", "membership_id").for_staff()
    | by_colleague("membership_id").for_those_who_may(Permission.SEE_EDUCATION)
    | Shape(("true",)).for_those_who_may(Permission.MANAGE_EDUCATION)
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

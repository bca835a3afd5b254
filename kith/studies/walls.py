"""Who sees the links that a study has sent, and the notes of interviews, by the database itself."""

from kith.platform.access.permissions import Permission
from kith.walls.shapes import Shape, by_person, may

_INVITERS = Shape((may(Permission.MANAGE_PANELS.value),))

WALLS: dict[str, Shape] = {
    "studies_studyinvitation": _INVITERS,
    "studies_interviewnote": _INVITERS | by_person("interviewer_id"),
}
NO_PERSON = {
    "studies_barrierstudy": "what is asked about, and how long",
    "studies_barrieranswer": "reasons in codes, by the month, tied to nobody",
}

"""What the database shows a viewer of how a baby is fed."""

from kith.walls.of_families import by_baby, by_family
from kith.walls.shapes import Shape

WALLS: dict[str, Shape] = {
    "feeding_feedingstatus": by_baby(),
    "feeding_feedinggoal": by_family(),
    "feeding_feedingend": by_baby(),
    "feeding_feedingplan": by_baby(),
    "feeding_weight": by_baby(),
    "feeding_assessment": by_baby(),
    "feeding_feedingalert": by_baby(),
}
NO_PERSON = {
    "feeding_assessmentform": "the questions of a form",
    "feeding_formversion": "the questions of a form, and who at work wrote them",
    "feeding_feedingroute": "which worker or team a sign leads to",
}

"""Who sees an interpreter's booking; a page behind a private link reads beyond, once it is opened."""

from kith.walls.of_families import by_family
from kith.walls.shapes import Shape, by_nobody, by_organisation, through

_SHARED = "interpreters take bookings of every organisation: all who arrange them know them, and families their names"

WALLS: dict[str, Shape] = {
    "interpreting_interpreterbooking": by_organisation("organisation_id") | by_family(),
    "interpreting_interpreterbookingstate": through("booking_id", "interpreting_interpreterbooking"),
    "interpreting_interpretercode": by_nobody(),
    "interpreting_interpreterkey": by_nobody(),
}
NO_PERSON = {
    "interpreting_interpreter": _SHARED,
    "interpreting_interpreterlanguage": _SHARED,
    "interpreting_interpreterline": "the telephone line of an organisation",
}

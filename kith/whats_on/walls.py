"""Who comes to a session stands in the room above."""

from kith.walls.shapes import Shape

WALLS: dict[str, Shape] = {}
NO_PERSON = {
    "whats_on_series": "what takes place regularly",
    "whats_on_session": "what takes place when, and how many places are taken",
}

"""Why no wall stands around these tables: they tell of no family."""

from kith.walls.shapes import Shape

WALLS: dict[str, Shape] = {}
NO_PERSON = {
    "awareness_promotedevent": "what the alliance promotes, which everybody reads",
    "awareness_shareask": "which member was asked to share an event",
    "awareness_sharedwhere": "which member shared an event where, and who at work noted it",
}

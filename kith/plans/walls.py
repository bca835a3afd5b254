"""Why no wall stands around the plan: it tells of no family."""

from kith.walls.shapes import Shape

WALLS: dict[str, Shape] = {}
NO_PERSON = {
    "plans_aim": "what the alliance wants, which the public reads",
    "plans_planentry": "what was done for the plan, and who at work answers for a step",
    "plans_servicecost": "what a service costs, and which money pays it",
    "plans_casetext": "what people at work write for a case study",
}

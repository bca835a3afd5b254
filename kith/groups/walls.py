"""Who sees a booking: the family, who may open its record, who runs the session. A wish before proof: no page."""

from kith.walls.of_families import by_family
from kith.walls.shapes import Shape, asking, by_nobody

WALLS: dict[str, Shape] = {
    "groups_booking": asking("kith_runs_session", "session_id") | by_family(),
    "groups_heldbooking": by_nobody(),
}

"""What the database shows a viewer: who runs the session sees taps and turns, who sees the family turns and walk-ins.

What she chose to tell at the door says no name, and yet it is for those who run the session alone.
"""

from kith.walls.of_families import by_family
from kith.walls.shapes import Shape, asking

_RUNS_IT = asking("kith_runs_session", "session_id")

WALLS: dict[str, Shape] = {
    "cafes_arrival": _RUNS_IT,
    "cafes_turn": _RUNS_IT | by_family(),
    "cafes_walkin": by_family(),
}
NO_PERSON = {"cafes_onetoonetime": "when a specialist of the alliance is at a session, which everybody may know"}

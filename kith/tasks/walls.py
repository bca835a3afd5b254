"""Who sees what is to be done, and what a worker is told."""

from kith.organisations.walls import by_colleague
from kith.walls.of_families import by_family
from kith.walls.shapes import Shape, by_person, by_team

WALLS: dict[str, Shape] = {
    "tasks_nextstep": by_colleague("owner_id") | by_family(),
    "tasks_notice": by_person("membership_id") | by_team("team_id"),
}

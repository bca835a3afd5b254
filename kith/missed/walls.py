"""Who sees a missed date: the family, and who may open its record; the page behind its link reads beyond."""

from kith.walls.of_families import by_family
from kith.walls.shapes import Shape

WALLS: dict[str, Shape] = {"missed_misseddate": by_family()}

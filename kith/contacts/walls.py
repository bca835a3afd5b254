"""What the database shows a viewer of a contact."""

from kith.walls.of_families import by_family
from kith.walls.shapes import Shape, by_person

WALLS: dict[str, Shape] = {"contacts_contact": by_person("membership_id") | by_family()}

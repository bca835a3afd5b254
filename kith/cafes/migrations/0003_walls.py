"""The second wall around the tables of cafés."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [
        ("cafes", "0002_guards"),
        ("whats_on", "0002_guards"),
        ("families", "0007_walls_narrowed"),
    ]
    operations: ClassVar = [raised("cafes", "cafes_arrival", "cafes_turn", "cafes_walkin")]

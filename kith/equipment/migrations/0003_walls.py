"""The second wall around the tables of equipment."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [("equipment", "0002_guards"), ("families", "0007_walls_narrowed")]
    operations: ClassVar = [
        raised("equipment", "equipment_pumprequest", "equipment_pumprequeststep", "equipment_loan"),
    ]

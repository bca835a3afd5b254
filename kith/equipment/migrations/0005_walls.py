"""The second wall around tables of equipment."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [("equipment", "0004_visitors"), ("families", "0009_agreements")]
    operations: ClassVar = [raised("equipment", "equipment_pumphold")]

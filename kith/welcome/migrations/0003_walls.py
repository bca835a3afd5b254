"""The second wall around the tables of welcome that hold what people told or owe."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import WALLS_SINCE, raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [("welcome", "0002_guards"), WALLS_SINCE]
    operations: ClassVar = [raised("welcome", "welcome_venuevisit", "welcome_improvement")]

"""The second wall around the tables of interpreting."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [("interpreting", "0004_owner_known"), ("families", "0004_walls")]
    operations: ClassVar = [
        raised(
            "interpreting",
            "interpreting_interpreterbooking",
            "interpreting_interpreterbookingstate",
            "interpreting_interpretercode",
            "interpreting_interpreterkey",
        )
    ]

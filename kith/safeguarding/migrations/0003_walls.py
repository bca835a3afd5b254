"""The second wall around the tables of safeguarding."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [
        ("safeguarding", "0002_guards"),
        ("families", "0004_walls"),
        ("organisations", "0002_walls"),
    ]
    operations: ClassVar = [
        raised(
            "safeguarding",
            "safeguarding_concern",
            "safeguarding_concernstep",
            "safeguarding_lonevisit",
            "safeguarding_safetynote",
        )
    ]

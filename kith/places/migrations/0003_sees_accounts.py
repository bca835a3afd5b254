"""What keeps the demonstration apart from a real place sees every account, whichever viewer was said."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import WALLS_SINCE, sees_all


class Migration(migrations.Migration):
    """A right of a function."""

    dependencies: ClassVar = [("places", "0002_own_settings"), WALLS_SINCE]
    operations: ClassVar = [sees_all("places_demonstration_apart")]

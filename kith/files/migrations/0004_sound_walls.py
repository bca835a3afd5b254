"""The second wall around the table of sounds."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import WALLS_SINCE, raised


class Migration(migrations.Migration):
    """A policy."""

    dependencies: ClassVar = [("files", "0003_sound"), WALLS_SINCE]
    operations: ClassVar = [raised("files", "files_sound")]

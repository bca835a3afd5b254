"""The second wall around the tables of groups."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [("groups", "0002_guards"), ("families", "0004_walls")]
    operations: ClassVar = [raised("groups", "groups_booking", "groups_heldbooking")]

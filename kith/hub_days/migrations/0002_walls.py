"""The second wall around the tables of hub days."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import WALLS_SINCE, raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [("hub_days", "0001_tables"), WALLS_SINCE]
    operations: ClassVar = [raised("hub_days", "hub_days_device", "hub_days_dayentry")]

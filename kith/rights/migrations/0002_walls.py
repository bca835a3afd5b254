"""The second wall around the tables of rights."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import WALLS_SINCE, raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [("rights", "0001_tables"), WALLS_SINCE]
    operations: ClassVar = [raised("rights", "rights_datarequest", "rights_datarequeststep")]

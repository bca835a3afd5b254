"""The second wall around the tables of ways."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import WALLS_SINCE, raised


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [("ways", "0001_tables"), WALLS_SINCE]
    operations: ClassVar = [raised("ways", "ways_wayproposal", "ways_wayproposalstep")]
